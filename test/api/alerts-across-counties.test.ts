import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkDigit } from '../../src/domain/household/id-number.js';
import type { Role } from '../../src/domain/jurisdiction/role.js';
import type { Department } from '../../src/domain/support/policy-instrument.js';
import { AccessService } from '../../src/features/access/index.js';
import { MatchWaitingAlerts } from '../../src/features/alert/index.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const HERE = '430121';
const THERE = '430181';
const VILLAGE_THERE = '430181001';
/** A made-up number with a right check digit. */
const idNumber = (n: number): string => {
  const first = `${HERE}19700101${String(n).padStart(3, '0')}`;
  return first + checkDigit(first);
};
// biome-ignore lint/suspicious/noExplicitAny: tests reach into answers of any shape
type Answered = any;

/** An alert of one county about somebody who lives in another. */
describe("departments' alerts across counties", () => {
  let app: TestApp;
  const as = (role: Role, region: string, department?: Department): Promise<string> =>
    app.token([{ role, region: region as never }], { subject: `${role} ${region}`, department });
  /** A department's system that sends for both counties. */
  const wideSender = () =>
    app.token(
      [
        { role: 'DEPARTMENT_CLIENT', region: HERE as never },
        { role: 'DEPARTMENT_CLIENT', region: THERE as never },
      ],
      { subject: 'sender of two counties', department: 'MEDICAL_SECURITY' },
    );
  const bureau = (region = HERE) => as('DEPARTMENT_CLIENT', region, 'MEDICAL_SECURITY');
  const mutate = async (token: string, name: string, input: object, fields: string): Promise<Answered> => {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
    const query = `mutation($input: ${type}) { ${name}(input: $input) { ${fields} } }`;
    const { data, errors } = await app.ask(token, query, { input });
    return data?.[name] ?? { errors };
  };
  const register = async (region: string, number: string, n: number): Promise<string> => {
    const member = {
      name: '示例',
      relationship: 'HEAD',
      sex: n % 2 === 1 ? 'MALE' : 'FEMALE',
      birthDate: '1970-01-01',
    };
    const members = [{ ...member, labour: 'ORDINARY', idNumber: idNumber(n) }];
    const input = { region, number, formerStatus: 'GENERAL', members };
    const worker = await as('TOWNSHIP_OFFICER', region.slice(0, 9));
    const { household, userErrors } = await mutate(
      worker,
      'registerHousehold',
      input,
      'household { id } userErrors { message }',
    );
    expect(userErrors).toEqual([]);
    return household.id;
  };
  const push = async (reference: string, n: number, region = HERE): Promise<Answered> => {
    const row = { department: 'MEDICAL_SECURITY', kind: 'inpatient-own-cost-general', raisedOn: '2023-11-05' };
    const alerts = [{ ...row, reference, idNumber: idNumber(n), amount: '21000.00', region: HERE }];
    const report = await mutate(
      await bureau(region),
      'submitDepartmentAlerts',
      { alerts },
      'alerts { id status } rowErrors { message }',
    );
    expect(report.rowErrors).toEqual([]);
    return report.alerts[0];
  };
  const read = async (token: string, reference: string, region?: string): Promise<Answered> => {
    const query = `query($where: DepartmentAlertFilter) { departmentAlerts(where: $where) { nodes { id status outcomeNote region { code } } } }`;
    const where = { reference: { eq: reference }, region };
    return (await app.ask(token, query, { where })).data.departmentAlerts.nodes[0] ?? null;
  };
  const match = async (county: string, input: object): Promise<Answered> =>
    mutate(
      await as('COUNTY_OFFICER', county),
      'matchAlert',
      input,
      'lead { id } case { id } userErrors { code path message }',
    );
  const chain = async (county: string, id: string): Promise<Answered> => {
    const auditor = await as('AUDITOR', county);
    const query = 'query($id: ID!) { verifyAuditChain(subjectId: $id) { intact events } }';
    return (await app.ask(auditor, query, { id })).data.verifyAuditChain;
  };
  const matchWaiting = () => {
    const { ground } = app.app;
    const access = new AccessService(ground.database, ground.tree);
    return app.atWork(() =>
      new MatchWaitingAlerts({ ...ground, access }).take({ now: new Date(), today: '2023-11-30' as never }),
    );
  };

  beforeAll(async () => {
    app = await startTestApp('2023-11-30');
  }, 120_000);
  afterAll(() => app?.stop());

  it('answers whoever forwards alike, whether the person is registered there or not (threat 51), and keeps the public id', async () => {
    await register(VILLAGE_THERE, 'THERE-1', 1);
    const [known, unknown] = [await push('F-1', 1), await push('F-2', 2)];
    expect([known.status, unknown.status]).toEqual(['UNMATCHED', 'UNMATCHED']);
    const answers = [];
    for (const { id } of [known, unknown])
      answers.push(await match(HERE, { alertId: id, forwardTo: THERE, note: '人在邻县' }));
    expect(answers).toEqual([
      { lead: null, case: null, userErrors: [] },
      { lead: null, case: null, userErrors: [] },
    ]);
    const officer = await as('COUNTY_OFFICER', HERE);
    expect([await read(officer, 'F-1'), await read(officer, 'F-2')]).toEqual([null, null]);
    expect((await match(HERE, { alertId: known.id, note: '再查' })).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    const there = await as('COUNTY_OFFICER', THERE);
    expect(await read(there, 'F-1')).toMatchObject({
      id: known.id,
      status: 'DISPATCHED',
      region: { code: VILLAGE_THERE },
    });
    expect(await read(there, 'F-2')).toMatchObject({ id: unknown.id, status: 'UNMATCHED', outcomeNote: '人在邻县' });
    const { data } = await app.ask(there, 'query($id: ID!) { node(id: $id) { id } }', { id: known.id });
    expect(data.node).toEqual({ id: known.id });
  });

  it('lets the sender read what came of it, and not where the person lives; counts its reference once more', async () => {
    const sender = await bureau();
    expect(await read(sender, 'F-1')).toMatchObject({ status: 'DISPATCHED', region: { code: HERE } });
    expect(await push('F-1', 1)).toMatchObject({ status: 'DISPATCHED' });
    const other = await as('DEPARTMENT_CLIENT', HERE, 'CIVIL_AFFAIRS');
    expect(await read(other, 'F-1')).toBeNull();
  });

  it('lets the sender find it by the county where it was sent, and by no other (threat 51)', async () => {
    for (const sender of [await bureau(), await wideSender()]) {
      const found = [];
      for (const region of [HERE, '430100', THERE, VILLAGE_THERE]) found.push(await read(sender, 'F-1', region));
      const shown = { status: 'DISPATCHED', region: { code: HERE } };
      expect(found).toMatchObject([shown, shown, null, null]);
    }
    expect(await read(await as('COUNTY_OFFICER', THERE), 'F-1', THERE)).toMatchObject({
      region: { code: VILLAGE_THERE },
    });
  });

  it('keeps a chain in either county, both whole', async () => {
    const { id } = await read(await as('COUNTY_OFFICER', THERE), 'F-2');
    expect(await chain(HERE, id)).toEqual({ intact: true, events: 2 });
    expect(await chain(THERE, id)).toEqual({ intact: true, events: 1 });
  });

  it('refuses to forward to where it is, to what is no region, to a county twice, and with a household at once', async () => {
    const { id } = await read(await as('COUNTY_OFFICER', THERE), 'F-2');
    const bad = async (input: object) => (await match(THERE, { alertId: id, note: '转交', ...input })).userErrors;
    const household = await register(VILLAGE_THERE, 'THERE-2', 12);
    expect(await bad({ forwardTo: THERE })).toMatchObject([{ code: 'BAD_VALUE', path: ['input', 'forwardTo'] }]);
    expect(await bad({ forwardTo: '430999' })).toMatchObject([{ code: 'BAD_VALUE', path: ['input', 'forwardTo'] }]);
    expect(await bad({ forwardTo: '430000' })).toMatchObject([{ code: 'BAD_VALUE', path: ['input', 'forwardTo'] }]);
    expect(await bad({ forwardTo: HERE, householdId: household })).toMatchObject([{ code: 'BAD_VALUE' }]);
    expect(await bad({ forwardTo: HERE })).toMatchObject([{ code: 'INVALID_STATE', path: ['input', 'forwardTo'] }]);
    expect(await match(THERE, { alertId: id, householdId: household, note: '核对为本户' })).toMatchObject({
      lead: { id: expect.any(String) },
      userErrors: [],
    });
    expect(await read(await bureau(), 'F-2')).toMatchObject({ status: 'DISPATCHED', outcomeNote: null });
  });

  it('refuses in the same words what another province does not know, whether the person is registered there or not', async () => {
    await register('530426001', 'ESHAN-1', 31);
    const answers = [];
    for (const [reference, n] of [
      ['E-1', 31],
      ['E-2', 32],
    ] as const) {
      const { id } = await push(reference, n);
      answers.push(await match(HERE, { alertId: id, forwardTo: '530426', note: '人在峨山' }));
      expect(await read(await as('COUNTY_OFFICER', HERE), reference)).toMatchObject({ id, status: 'UNMATCHED' });
    }
    expect(answers[0].userErrors).toMatchObject([{ code: 'BAD_VALUE', path: ['input', 'forwardTo'] }]);
    expect(answers[1]).toEqual(answers[0]);
  });

  it('answers a retry of a forward as it did, wherever the alert is since, and writes nothing more', async () => {
    await register(VILLAGE_THERE, 'THERE-4', 41);
    const both = await app.token([
      { role: 'COUNTY_OFFICER', region: HERE as never },
      { role: 'COUNTY_OFFICER', region: THERE as never },
    ]);
    for (const [token, reference, n] of [
      [await as('COUNTY_OFFICER', HERE), 'K-1', 41],
      [await as('COUNTY_OFFICER', HERE), 'K-2', 42],
      [both, 'K-3', 43],
    ] as const) {
      const { id } = await push(reference, n);
      const input = { idempotencyKey: randomUUID(), alertId: id, forwardTo: THERE, note: '人在邻县' };
      const forward = (more = {}) =>
        mutate(token, 'matchAlert', { ...input, ...more }, 'lead { id } case { id } userErrors { code path }');
      const first = await forward();
      expect(first).toEqual({ lead: null, case: null, userErrors: [] });
      const chains = [await chain(HERE, id), await chain(THERE, id)];
      expect(await forward()).toEqual(first);
      expect([await chain(HERE, id), await chain(THERE, id)]).toEqual(chains);
      expect((await forward({ note: '另一说明' })).userErrors).toEqual([
        { code: 'IDEMPOTENCY_CONFLICT', path: ['input', 'idempotencyKey'] },
      ]);
    }
  });

  it('matches to a household of another county for whoever answers for both', async () => {
    const { id } = await push('B-1', 4);
    const household = await register(VILLAGE_THERE, 'THERE-3', 13);
    expect((await match(HERE, { alertId: id, householdId: household, note: '邻县' })).userErrors).toMatchObject([
      { code: 'NOT_FOUND', path: ['input', 'householdId'] },
    ]);
    const both = await app.token([
      { role: 'COUNTY_OFFICER', region: HERE as never },
      { role: 'COUNTY_OFFICER', region: THERE as never },
    ]);
    const input = { alertId: id, householdId: household, note: '核对为邻县农户' };
    expect(await mutate(both, 'matchAlert', input, 'lead { alert { id } } userErrors { code }')).toEqual({
      lead: { alert: { id } },
      userErrors: [],
    });
  });

  it('finds whoever is registered later: in the county where it waits, and elsewhere only within the sender’s region', async () => {
    await push('W-1', 21);
    await push('W-2', 22);
    await push('W-3', 23, '430100');
    expect(await matchWaiting()).toMatchObject({ matched: 0 });
    await register('430121001001', 'LATE-1', 21);
    await register(VILLAGE_THERE, 'LATE-2', 22);
    await register(VILLAGE_THERE, 'LATE-3', 23);
    expect(await matchWaiting()).toMatchObject({ matched: 2 });
    expect(await read(await bureau(), 'W-1')).toMatchObject({ status: 'DISPATCHED' });
    expect(await read(await bureau(), 'W-2')).toMatchObject({ status: 'UNMATCHED' });
    expect(await read(await bureau('430100'), 'W-3')).toMatchObject({ status: 'DISPATCHED', region: { code: HERE } });
    expect(await matchWaiting()).toMatchObject({ matched: 0 });
  });
});
