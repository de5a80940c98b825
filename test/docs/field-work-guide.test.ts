import { startOn, tellGuide } from './tell-guide.js';

tellGuide({
  path: 'docs/guides/field-work.md',
  cast: {
    village: { grant: { role: 'VILLAGE_WORKER', region: '430121001001' } },
    township: { grant: { role: 'TOWNSHIP_OFFICER', region: '430121001' } },
    county: { grant: { role: 'COUNTY_OFFICER', region: '430121' } },
    province: { grant: { role: 'PROVINCE_OFFICER', region: '430000' } },
  },
  requestsAtLeast: 12,
  start: startOn('2026-06-15'),
});
