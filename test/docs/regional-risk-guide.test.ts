import { startOn, tellGuide } from './tell-guide.js';

tellGuide({
  path: 'docs/guides/regional-risk.md',
  cast: {
    bureau: { grant: { role: 'DEPARTMENT_CLIENT', region: '430121' }, department: 'AGRICULTURE' },
    county: { grant: { role: 'COUNTY_OFFICER', region: '430121' } },
    auditor: { grant: { role: 'AUDITOR', region: '430121' } },
  },
  requestsAtLeast: 8,
  start: startOn('2023-11-30'),
});
