import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkDigit } from '../../src/domain/household/id-number.js';
import type { Role } from '../../src/domain/jurisdiction/role.js';
import { toGlobalId } from '../../src/platform/graphql/global-id.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const COUNTY = '430121';
const VILLAGE = '430121001001';
const NEVER = '01890000-0000-7000-8000-000000000000';
const idNumber = (n: number): string => {
  const first = `${COUNTY}19700101${String(n).padStart(3, '0')}`;
  return first + checkDigit(first);
};
// biome-ignore lint/suspicious/noExplicitAny: tests reach into answers of any shape
type Answered = any;

const PUSH = `mutation($input: SubmitDepartmentAlertsInput!) { submitDepartmentAlerts(input: $input) {
  accepted matched duplicates failed alerts { id status grade verifyBy region { code } } rowErrors { index code message path } userErrors { code } } }`;

let app: TestApp;
const tokenOf = (role: Role, region: string, subject: string) =>
  app.token([{ role, region: region as never }], {
    subject,
    ...(role === 'DEPARTMENT_CLIENT' && { department: 'HEALTH' as const }),
  });
const push = async (token: string, alerts: object[], fields = PUSH) => app.ask(token, fields, { input: { alerts } });
const ill = (reference: string, idNumber: string | null, more = {}) => ({
  reference,
  department: 'HEALTH',
  kind: 'new-critical-illness',
  raisedOn: '2023-11-05',
  idNumber,
  ...more,
});

beforeAll(async () => {
  app = await startTestApp('2023-11-30');
  const worker = await tokenOf('VILLAGE_WORKER', VILLAGE, 'worker');
  const members = [
    {
      name: '示例',
      relationship: 'HEAD',
      sex: 'MALE',
      birthDate: '1970-01-01',
      labour: 'ORDINARY',
      idNumber: idNumber(1),
    },
  ];
  const input = { region: VILLAGE, number: 'THREAT-1', formerStatus: 'GENERAL', members };
  const { data } = await app.ask(
    worker,
    'mutation($input: RegisterHouseholdInput!) { registerHousehold(input: $input) { household { id } } }',
    { input },
  );
  expect(data.registerHousehold.household).not.toBeNull();
}, 300_000);
afterAll(() => app?.stop());

describe('threat 18 · an alert outside the scope and one that never was', () => {
  it.each([
    'query($id: ID!) { node(id: $id) { __typename id } }',
    'mutation($id: ID!) { matchAlert(input: { alertId: $id, note: "x" }) { lead { id } userErrors { code message path } } }',
  ])('are answered alike to the letter, by the same statements: %s', async (query) => {
    const own = await tokenOf('DEPARTMENT_CLIENT', COUNTY, 'bureau');
    const { data } = await push(own, [ill(`T18-${query.length}`, idNumber(1))]);
    const there = data.submitDepartmentAlerts.alerts[0].id;
    const neighbour = await tokenOf('COUNTY_OFFICER', '430124', 'neighbour');
    const seen: unknown[] = [];
    for (const id of [there, toGlobalId('DepartmentAlert', COUNTY, NEVER)]) {
      app.forget();
      seen.push({ answer: JSON.stringify(await app.ask(neighbour, query, { id })), statements: [...app.statements] });
    }
    expect(seen[0]).toEqual(seen[1]);
  });
});

describe('threat 25 · whether somebody is registered elsewhere', () => {
  it('is not to be learned by a department: an ID number or a household of another region is one of nobody', async () => {
    const sender = await tokenOf('DEPARTMENT_CLIENT', '510104', 'elsewhere');
    const seen: unknown[] = [];
    for (const [n, whom] of [
      { idNumber: idNumber(1) },
      { idNumber: idNumber(2) },
      { idNumber: null, householdNumber: 'THREAT-1' },
      { idNumber: null, householdNumber: 'THREAT-0' },
    ].entries()) {
      app.forget();
      const { data } = await push(sender, [{ ...ill(`T25-${n}`, null), ...whom }]);
      const [alert] = data.submitDepartmentAlerts.alerts;
      seen.push({ ...data.submitDepartmentAlerts, alerts: [{ ...alert, id: '' }], statements: app.statements.length });
    }
    expect(seen[0]).toMatchObject({ accepted: 1, matched: 0, alerts: [{ status: 'UNMATCHED' }] });
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[3]).toEqual(seen[2]);
  });

  it("is not to be learned from a reference: another sender's same number is no duplicate", async () => {
    const first = await push(await tokenOf('DEPARTMENT_CLIENT', COUNTY, 'bureau'), [ill('T25-same', idNumber(3))]);
    const second = await push(await tokenOf('DEPARTMENT_CLIENT', '430124', 'neighbour bureau'), [
      ill('T25-same', idNumber(3)),
    ]);
    for (const { data } of [first, second])
      expect(data.submitDepartmentAlerts).toMatchObject({ accepted: 1, duplicates: 0 });
  });
});

describe('threat 53 · a flood of alerts, half of them bad', () => {
  it('answers each of 2,000 by itself, keeps the good ones once, and answers 429 past 20,000 in a minute', async () => {
    const token = await tokenOf('DEPARTMENT_CLIENT', COUNTY, 'flood');
    const half = (from: number) =>
      Array.from({ length: 1_000 }, (_, n) =>
        ill(`T53-${from + n}`, idNumber(1), n % 2 === 0 ? {} : { raisedOn: 'x' }),
      );
    for (const from of [0, 1_000]) {
      const { data } = await push(token, half(from));
      const report: Answered = data.submitDepartmentAlerts;
      expect(report).toMatchObject({ accepted: 500, matched: 500, failed: 500 });
      expect(report.rowErrors.map(({ index }: Answered) => index)).toEqual(
        Array.from({ length: 500 }, (_, n) => 2 * n + 1),
      );
    }
    const { data } = await push(token, half(0));
    expect(data.submitDepartmentAlerts).toMatchObject({ accepted: 0, duplicates: 500, failed: 500 });
    const bad = Array.from({ length: 1_000 }, (_, n) => ill(`T53-${n}`, null, { raisedOn: 'x' }));
    const brief = 'mutation($input: SubmitDepartmentAlertsInput!) { submitDepartmentAlerts(input: $input) { failed } }';
    const codes: number[] = [];
    for (let call = 4; call <= 21; call += 1) codes.push((await push(token, bad, brief)).status);
    expect(codes).toEqual([...Array.from({ length: 17 }, () => 200), 429]);
    const other = await push(await tokenOf('DEPARTMENT_CLIENT', COUNTY, 'another'), [ill('T53-other', idNumber(1))]);
    expect(other.status).toBe(200);
  }, 120_000);
});
