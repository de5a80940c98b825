import { CaseWalk } from '../support/case-walk.js';
import { startTestApp } from '../support/test-app.js';
import { tellGuide } from './tell-guide.js';

const HEAD = {
  name: '王大山',
  relationship: 'HEAD',
  sex: 'MALE',
  birthDate: '1970-01-01',
  medicalInsurance: true,
  labour: 'ORDINARY',
  health: ['HEAVY_CHRONIC_ILLNESS'],
};

tellGuide({
  path: 'docs/guides/announcements.md',
  cast: {
    clerk: { grant: { role: 'COUNTY_OFFICER', region: '532601' } },
    village: { grant: { role: 'VILLAGE_WORKER', region: '532601001' } },
  },
  requestsAtLeast: 7,
  start: async () => {
    const app = await startTestApp('2023-06-01', { DEMO: 'off' });
    const walk = new CaseWalk(app, '532601001', '2023-06-01');
    await walk.register([HEAD]);
    await walk.open();
    await walk.runToEnd(undefined, 'result-announcement');
    walk.later(2);
    return app;
  },
});
