import { date } from '../../src/domain/kernel/calendar-date.js';
import type { RegionCode } from '../../src/domain/kernel/region-code.js';
import { ScanQualityService } from '../../src/features/quality/index.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { tellGuide } from './tell-guide.js';

const ON = '2023-11-30';
const VILLAGE = '430121001001';

/** Five households alike to the fen, and one formerly poor whose income is under the line, looked through once. */
async function startWithFaults(): Promise<TestApp> {
  const app = await startTestApp(ON);
  const member = { name: '示例', relationship: 'HEAD', sex: 'MALE', birthDate: '1970-01-01', labour: 'ORDINARY' };
  const household = (number: string, formerStatus: string, wages: string) => ({
    ...{ number, region: VILLAGE, formerStatus, members: [member] },
    incomes: [{ wages, from: '2022-01-01', to: '2022-12-31' }],
  });
  const households = [
    ...Array.from({ length: 5 }, (_, n) => household(`ALIKE-${n}`, 'GENERAL', '12345.67')),
    household('UNDER-LINE', 'FORMERLY_POOR', '7400.00'),
  ];
  const token = await app.token([{ role: 'VILLAGE_WORKER', region: VILLAGE as RegionCode }]);
  const query = 'mutation($input: ImportHouseholdsInput!) { importHouseholds(input: $input) { imported } }';
  await app.ask(token, query, { input: { households } });
  const scan = new ScanQualityService(app.app.ground);
  await app.atWork(() => scan.scan('430121' as RegionCode, { on: date(ON), now: new Date() }));
  return app;
}

tellGuide({
  path: 'docs/guides/data-quality.md',
  cast: {
    township: { grant: { role: 'TOWNSHIP_OFFICER', region: '430121001' } },
    county: { grant: { role: 'COUNTY_OFFICER', region: '430121' } },
    auditor: { grant: { role: 'AUDITOR', region: '430121' } },
  },
  requestsAtLeast: 5,
  start: startWithFaults,
});
