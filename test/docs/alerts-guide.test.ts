import { startOn, tellGuide } from './tell-guide.js';

tellGuide({
  path: 'docs/guides/alerts.md',
  cast: {
    bureau: { grant: { role: 'DEPARTMENT_CLIENT', region: '430121' }, department: 'MEDICAL_SECURITY' },
    village: { grant: { role: 'VILLAGE_WORKER', region: '430121001001' } },
    township: { grant: { role: 'TOWNSHIP_OFFICER', region: '430121001' } },
    county: { grant: { role: 'COUNTY_OFFICER', region: '430121' } },
  },
  requestsAtLeast: 9,
  start: startOn('2023-11-30'),
});
