import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkDigit } from '../../src/domain/household/id-number.js';
import type { Role } from '../../src/domain/jurisdiction/role.js';
import type { Department } from '../../src/domain/support/policy-instrument.js';
import { toGlobalId } from '../../src/platform/graphql/global-id.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const COUNTY = '430121';
const VILLAGE = '430121001001';
/** A made-up number with a right check digit. */
const idNumber = (n: number): string => {
  const first = `${COUNTY}19700101${String(n).padStart(3, '0')}`;
  return first + checkDigit(first);
};

const ALERT = 'id reference status grade kind amount verifyBy overdue outcomeNote region { code } receivedAt payload';
const PAYLOAD = `accepted matched duplicates failed alerts { ${ALERT} }
  rowErrors { index code path message article } userErrors { code path message }`;
// biome-ignore lint/suspicious/noExplicitAny: tests reach into answers of any shape
type Answered = any;

describe("departments' alerts", () => {
  let app: TestApp;
  const tokens = new Map<string, string>();
  const as = async (role: Role, region: string, department?: Department): Promise<string> => {
    const key = `${role} ${region} ${department ?? ''}`;
    const known =
      tokens.get(key) ?? (await app.token([{ role, region: region as never }], { subject: key, department }));
    tokens.set(key, known);
    return known;
  };
  const bureau = () => as('DEPARTMENT_CLIENT', COUNTY, 'MEDICAL_SECURITY');
  const officer = () => as('COUNTY_OFFICER', COUNTY);
  const township = () => as('TOWNSHIP_OFFICER', VILLAGE.slice(0, 9));
  const push = async (token: string, alerts: object[], more = {}): Promise<Answered> => {
    const source = `mutation($input: SubmitDepartmentAlertsInput!) { submitDepartmentAlerts(input: $input) { ${PAYLOAD} } }`;
    const { data, errors } = await app.ask(token, source, { input: { alerts, ...more } });
    return data?.submitDepartmentAlerts ?? { errors };
  };
  const mutate = async (token: string, name: string, input: object, fields: string): Promise<Answered> => {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const { data, errors } = await app.ask(
      token,
      `mutation($input: ${type}!) { ${name}(input: $input) { ${fields} } }`,
      { input },
    );
    return data?.[name] ?? { errors };
  };
  const inpatient = (reference: string, n: number, more = {}) => ({
    reference,
    department: 'MEDICAL_SECURITY',
    kind: 'inpatient-own-cost-general',
    raisedOn: '2023-11-05',
    idNumber: idNumber(n),
    amount: '21000.00',
    ...more,
  });
  const list = async (token: string, where: object, fields = ALERT): Promise<Answered> =>
    (
      await app.ask(
        token,
        `query($where: DepartmentAlertFilter) { departmentAlerts(where: $where, first: 50) { totalCount nodes { ${fields} } } }`,
        { where },
      )
    ).data?.departmentAlerts;
  const households: string[] = [];

  beforeAll(async () => {
    app = await startTestApp('2023-11-30');
    const worker = await as('VILLAGE_WORKER', VILLAGE);
    for (let n = 0; n < 9; n += 1) {
      const { household, userErrors, errors } = await mutate(
        worker,
        'registerHousehold',
        {
          region: VILLAGE,
          number: `ALERT-${n}`,
          formerStatus: n === 7 ? 'FORMERLY_POOR' : 'GENERAL',
          members: [
            {
              name: `示例${n}`,
              relationship: 'HEAD',
              sex: n % 2 === 1 ? 'MALE' : 'FEMALE',
              birthDate: '1970-01-01',
              labour: 'ORDINARY',
              idNumber: idNumber(n),
            },
          ],
        },
        'household { id } userErrors { message }',
      );
      if (household === null) throw new Error(JSON.stringify({ userErrors, errors }));
      households.push(household.id);
    }
  }, 300_000);
  afterAll(() => app?.stop());

  it('matches by ID number, grades, and sends a lead to the village due by the deadline of the province', async () => {
    const report = await push(await bureau(), [inpatient('A-1', 0, { payload: { totalCost: '60000.00' } })]);
    expect(report).toMatchObject({ accepted: 1, matched: 1, duplicates: 0, failed: 0, rowErrors: [], userErrors: [] });
    expect(report.alerts[0]).toMatchObject({ status: 'DISPATCHED', grade: 'BLUE', region: { code: COUNTY } });
    const { data } = await app.ask(
      await township(),
      `query($id: ID!) { household(id: $id) { departmentAlerts { totalCount nodes { reference region { code } lead { status channel dueOn statement alert { reference } } verifyBy } } leads { nodes { alert { reference } } } } }`,
      { id: households[0] },
    );
    const [alert] = data.household.departmentAlerts.nodes;
    expect(alert).toMatchObject({
      reference: 'A-1',
      region: { code: VILLAGE },
      lead: { status: 'OPEN', channel: 'DEPARTMENT_SCREENING', dueOn: alert.verifyBy, alert: { reference: 'A-1' } },
    });
    expect(alert.lead.statement).toContain('住院自付较高(一般农户)，21000.00 元');
    expect(data.household.leads.nodes).toEqual([{ alert: { reference: 'A-1' } }]);
  });

  it('counts a reference once, whoever sends it again, and answers the same key as it did first', async () => {
    const idempotencyKey = '5b7c1d8e-1111-4222-8333-000000000001';
    const rows = [inpatient('B-1', 1), inpatient('B-1', 1), inpatient('B-2', 900)];
    const first = await push(await bureau(), rows, { idempotencyKey });
    expect(first).toMatchObject({ accepted: 2, matched: 1, duplicates: 1, failed: 0 });
    expect(first.alerts.map(({ reference, status }: Answered) => `${reference} ${status}`)).toEqual([
      'B-1 DISPATCHED',
      'B-2 UNMATCHED',
    ]);
    const again = await push(await bureau(), rows, { idempotencyKey });
    expect(again).toMatchObject({ accepted: 2, matched: 1, duplicates: 1, failed: 0 });
    expect(again.alerts).toEqual(first.alerts);
    expect(await push(await bureau(), rows)).toMatchObject({ accepted: 0, duplicates: 3, failed: 0 });
    const other = await push(await bureau(), [inpatient('B-3', 2)], { idempotencyKey });
    expect(other.userErrors).toMatchObject([{ code: 'IDEMPOTENCY_CONFLICT', path: ['input', 'idempotencyKey'] }]);
  });

  it('leaves out each wrong row with its index, path and reason, and keeps the good ones', async () => {
    const report = await push(await bureau(), [
      inpatient('C-1', 2),
      inpatient('', 2),
      inpatient('C-3', 2, { department: 'HEALTH' }),
      inpatient('C-4', 2, { kind: 'no-such-kind' }),
      inpatient('C-5', 2, { kind: 'schooling-own-cost' }),
      inpatient('C-6', 2, { raisedOn: '2023-12-01' }),
      inpatient('C-7', 2, { raisedOn: '5.11.2023' }),
      inpatient('C-8', 2, { idNumber: '4.30121E+17' }),
      inpatient('C-9', 2, { idNumber: '430121197001010000' }),
      inpatient('C-10', 2, { amount: 'viel' }),
      inpatient('C-11', 2, { amount: '19999.99' }),
      inpatient('C-12', 2, { amount: null }),
      inpatient('C-13', 2, { region: '510104' }),
      inpatient('C-14', 2, { idNumber: null }),
      inpatient('C-15', 2, { payload: { name: '张三' } }),
      inpatient(idNumber(3), 2),
    ]);
    expect(report).toMatchObject({ accepted: 1, matched: 1, failed: 15 });
    expect(report.rowErrors.map(({ index, code, path }: Answered) => `${index} ${code} ${path.join('.')}`)).toEqual([
      '1 BAD_VALUE input.alerts.1.reference',
      '2 BAD_VALUE input.alerts.2.department',
      '3 BAD_VALUE input.alerts.3.kind',
      '4 BAD_VALUE input.alerts.4.kind',
      '5 DATE_IN_FUTURE input.alerts.5.raisedOn',
      '6 BAD_VALUE input.alerts.6.raisedOn',
      '7 BAD_VALUE input.alerts.7.idNumber',
      '8 BAD_VALUE input.alerts.8.idNumber',
      '9 BAD_VALUE input.alerts.9.amount',
      '10 BAD_VALUE input.alerts.10.amount',
      '11 BAD_VALUE input.alerts.11.amount',
      '12 NOT_FOUND input.alerts.12.region',
      '13 BAD_VALUE input.alerts.13.idNumber',
      '14 BAD_VALUE input.alerts.14.payload',
      '15 BAD_VALUE input.alerts.15.reference',
    ]);
    expect(JSON.stringify(report.rowErrors)).not.toContain('430121197001010');
  });

  it('threat 22 · gives the sender what came of its own, and nothing of the household, its village by a filter least of all; another department and region nothing at all', async () => {
    const own = await list(await bureau(), { reference: { eq: 'A-1' } }, `${ALERT} household { id } lead { id }`);
    expect(own.nodes).toMatchObject([
      { household: null, lead: null, region: { code: COUNTY }, payload: { totalCost: '60000.00' } },
    ]);
    const others = [
      await as('DEPARTMENT_CLIENT', COUNTY, 'HEALTH'),
      await as('DEPARTMENT_CLIENT', '430124', 'MEDICAL_SECURITY'),
      await as('TOWNSHIP_OFFICER', '430124101'),
    ];
    for (const other of others) {
      expect(await list(other, {})).toEqual({ totalCount: 0, nodes: [] });
      const { data } = await app.ask(other, 'query($id: ID!) { node(id: $id) { id } }', { id: own.nodes[0].id });
      expect(data.node).toBeNull();
    }
    const nowhere = { reference: { eq: 'A-1' }, region: '430121102' };
    for (const region of [COUNTY, VILLAGE, '430121102'])
      expect((await list(await bureau(), { ...nowhere, region })).totalCount, region).toBe(1);
    expect((await list(await officer(), nowhere)).totalCount).toBe(0);
    const national = await list(await as('NATIONAL_OFFICER', '000000'), { region: COUNTY, reference: { eq: 'A-1' } });
    expect(national.nodes).toMatchObject([{ payload: {}, region: { code: VILLAGE } }]);
  });

  it('takes no alert without a department in the token, under a grant of a township, or from an office', async () => {
    const { userErrors } = await push(await as('DEPARTMENT_CLIENT', COUNTY), [inpatient('D-1', 0)]);
    expect(userErrors).toMatchObject([{ code: 'WRONG_LEVEL' }]);
    expect((await push(await officer(), [inpatient('D-1', 0)])).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
    const small = await push(await as('DEPARTMENT_CLIENT', VILLAGE.slice(0, 9), 'MEDICAL_SECURITY'), [
      inpatient('D-1', 0),
    ]);
    expect(small.userErrors).toMatchObject([{ code: 'WRONG_LEVEL', message: expect.stringContaining('county') }]);
    const many = Array.from({ length: 1_001 }, (_, n) => inpatient(`D-${n}`, 0));
    expect((await push(await bureau(), many)).userErrors).toMatchObject([
      { code: 'BAD_VALUE', path: ['input', 'alerts'] },
    ]);
  });

  it('lets a second alert on a household join the lead of the first, and keeps what it tells', async () => {
    const report = await push(await bureau(), [
      inpatient('E-1', 4),
      inpatient('E-2', 4, { kind: 'outpatient-cost', amount: '500.00' }),
    ]);
    expect(report).toMatchObject({ accepted: 2, matched: 2 });
    const { data } = await app.ask(
      await township(),
      'query($id: ID!) { household(id: $id) { leads { nodes { status statement outcomeNote } } } }',
      { id: households[4] },
    );
    expect(data.household.leads.nodes.map(({ status }: Answered) => status).sort()).toEqual(['DUPLICATE', 'OPEN']);
  });

  it('dismisses at once what the thresholds say is none for this household: 21,000.00 yuan, formerly poor, under the kind of the others', async () => {
    const report = await push(await bureau(), [
      inpatient('F-1', 7),
      inpatient('F-2', 7, { kind: 'inpatient-own-cost-formerly-poor', amount: '5000.00' }),
    ]);
    expect(report.alerts).toMatchObject([{ status: 'DISMISSED' }, { status: 'DISPATCHED' }]);
    expect(report.alerts[0].outcomeNote).toContain('无需核实');
  });

  it('takes 300 alerts in as many statements as two', async () => {
    const token = await bureau();
    app.forget();
    await push(token, [inpatient('G-1', 5), inpatient('G-2', 901)]);
    const forTwo = app.statements.length;
    app.forget();
    const many = Array.from({ length: 300 }, (_, n) => inpatient(`G-${n + 10}`, n % 2 === 0 ? 6 : 100 + n));
    expect(await push(token, many)).toMatchObject({ accepted: 300, matched: 150, failed: 0 });
    expect(app.statements.length).toBe(forTwo);
    expect(forTwo).toBeLessThanOrEqual(18);
  });

  it('ends an alert with what the verification of its lead came to: the sender reads it back by its reference', async () => {
    await push(await bureau(), [inpatient('V-1', 3), inpatient('V-2', 3, { kind: 'outpatient-cost' })]);
    const lead = async (reference: string) =>
      (await list(await township(), { reference: { eq: reference } }, 'lead { id status }')).nodes[0].lead;
    const verify = async (leadId: string, outcome: string, note: string) =>
      mutate(
        await township(),
        'verifyLead',
        { leadId, outcome, verifiedOn: '2023-11-30', note },
        'lead { status } case { id status } userErrors { code message }',
      );
    const confirmed = await verify((await lead('V-1')).id, 'OPEN_CASE', '入户核实,自付 21,000 元属实。');
    expect(confirmed).toMatchObject({ case: { status: 'UNDER_IDENTIFICATION' }, userErrors: [] });
    const back = await list(await bureau(), { reference: { startsWith: 'V-' } });
    expect(back.nodes.map(({ status, outcomeNote }: Answered) => `${status} ${outcomeNote}`)).toEqual([
      'CONFIRMED 入户核实,自付 21,000 元属实。',
      'CONFIRMED 入户核实,自付 21,000 元属实。',
    ]);
    await push(await bureau(), [inpatient('V-3', 3)]);
    expect((await list(await bureau(), { reference: { eq: 'V-3' } })).nodes[0]).toMatchObject({
      status: 'DUPLICATE',
      verifyBy: null,
    });
    const dismissed = await verify((await lead('B-1')).id, 'DISMISS', '费用已全额报销。');
    expect(dismissed).toMatchObject({ lead: { status: 'DISMISSED' }, case: null });
    expect((await list(await bureau(), { reference: { eq: 'B-1' } })).nodes[0]).toMatchObject({
      status: 'DISMISSED',
      outcomeNote: '费用已全额报销。',
    });
  });

  it('lets the county match what found nobody, or return it with a note, once', async () => {
    await push(await bureau(), [inpatient('M-1', 910), inpatient('M-2', 911)]);
    const waiting = await list(await officer(), { status: ['UNMATCHED'], reference: { startsWith: 'M-' } });
    const [second, first] = waiting.nodes.map(({ id }: Answered) => id);
    const fields = 'lead { id status statement household { id } alert { id } } case { id } userErrors { code path }';
    const match = async (input: object) => mutate(await officer(), 'matchAlert', input, fields);
    const NEVER = toGlobalId('Household', COUNTY, '01890000-0000-7000-8000-000000000000');
    expect(await match({ alertId: first, householdId: NEVER, note: '改名' })).toMatchObject({
      lead: null,
      userErrors: [{ code: 'NOT_FOUND', path: ['input', 'householdId'] }],
    });
    expect((await match({ alertId: first, note: ' ' })).userErrors).toMatchObject([{ code: 'BAD_VALUE' }]);
    const matched = await match({ alertId: first, householdId: households[2], note: '身份号码录入有误,核对为本户。' });
    expect(matched).toMatchObject({ userErrors: [], lead: { household: { id: households[2] }, alert: { id: first } } });
    expect(matched.lead.statement).toContain('身份号码录入有误');
    expect(await match({ alertId: second, note: '查无此人,请核对。' })).toMatchObject({ lead: null, userErrors: [] });
    expect((await match({ alertId: second, householdId: households[2], note: '再试' })).userErrors).toMatchObject([
      { code: 'INVALID_STATE', path: ['input', 'alertId'] },
    ]);
    expect((await list(await bureau(), { reference: { eq: 'M-2' } })).nodes[0]).toMatchObject({
      status: 'DISMISSED',
      outcomeNote: '查无此人,请核对。',
    });
    const other = await as('COUNTY_OFFICER', '430124');
    expect((await mutate(other, 'matchAlert', { alertId: first, note: 'x' }, fields)).userErrors).toMatchObject([
      { code: 'NOT_FOUND', path: ['input', 'alertId'] },
    ]);
    const auditor = await as('AUDITOR', COUNTY);
    const verify = 'query($id: ID!) { verifyAuditChain(subjectId: $id) { intact events } }';
    expect((await app.ask(auditor, verify, { id: first })).data.verifyAuditChain).toEqual({ intact: true, events: 2 });
  });

  const work = async (token: string): Promise<Answered[]> =>
    (
      await app.ask(
        token,
        '{ worklist(first: 200) { nodes { kind title dueOn overdue escalated alert { reference } lead { id } } } }',
      )
    ).data.worklist.nodes;
  const waiting = async (token: string, reference: string) =>
    (await work(token)).find(({ alert }: Answered) => alert?.reference === reference);

  it('stands in the worklist of the township as an alert; rises to the county a day after its deadline, and to the city 15 days later', async () => {
    await push(await bureau(), [inpatient('W-1', 2), inpatient('W-2', 920)]);
    const city = await as('CITY_OFFICER', '430100');
    const own = await waiting(await township(), 'A-1');
    expect(own).toMatchObject({
      kind: 'ALERT',
      overdue: false,
      escalated: false,
      title: "Verify a department's alert",
    });
    expect(await waiting(await officer(), 'A-1')).toBeUndefined();
    expect(await waiting(await officer(), 'W-2')).toMatchObject({ kind: 'ALERT', dueOn: null, lead: null });
    expect(await waiting(await township(), 'W-2')).toBeUndefined();
    const day = (days: number) => new Date(Date.parse(own.dueOn) + days * 86_400_000).toISOString().slice(0, 10);
    try {
      app.today(day(0));
      expect([await waiting(await officer(), 'A-1'), await waiting(city, 'A-1')]).toEqual([undefined, undefined]);
      app.today(day(1));
      expect(await waiting(await officer(), 'A-1')).toMatchObject({ overdue: true, escalated: true });
      app.today(day(14));
      expect(await waiting(city, 'A-1')).toBeUndefined();
      app.today(day(15));
      expect(await waiting(city, 'A-1')).toMatchObject({ kind: 'ALERT', escalated: true });
      expect(await waiting(await township(), 'A-1')).toMatchObject({ escalated: false, overdue: true });
    } finally {
      app.today('2023-11-30');
    }
  });

  it('tells a declaration that joined an alert, by its receipt, what comes of the alert', async () => {
    await push(await bureau(), [inpatient('P-1', 8)]);
    const resident = await app.token([{ role: 'RESIDENT', region: VILLAGE as never }], {
      subject: 'resident',
      household: 'ALERT-8',
    });
    const declaration = {
      channel: 'SELF_DECLARATION',
      householdId: households[8],
      reportedOn: '2023-11-30',
      statement: '看病花了很多钱。',
    };
    const { lead: declared } = await mutate(resident, 'submitLead', declaration, 'lead { status receipt }');
    expect(declared.status).toBe('DUPLICATE');
    const progress = async () =>
      (await app.ask(null, 'query($r: String!) { progress(receipt: $r) { status nextStep } }', { r: declared.receipt }))
        .data.progress;
    expect(await progress()).toEqual({
      status: 'Received, to be verified',
      nextStep: 'Somebody visits by 2023-12-15.',
    });
    const [{ lead }] = (await list(await township(), { reference: { eq: 'P-1' } }, 'lead { id }')).nodes;
    const verified = { leadId: lead.id, outcome: 'DISMISS', verifiedOn: '2023-11-30', note: '费用已报销。' };
    await mutate(await township(), 'verifyLead', verified, 'lead { status }');
    expect(await progress()).toEqual({ status: 'Verified, no such difficulty was found; closed', nextStep: null });
    expect((await list(await bureau(), { reference: { eq: 'P-1' } })).nodes[0]).toMatchObject({ status: 'DISMISSED' });
  });

  it('lists who delivers since when, and keeps what the county records of it', async () => {
    const links = async (token: string, region: string) =>
      (
        await app.ask(
          token,
          'query($region: RegionCode!) { departmentLinks(region: $region) { department realTime since lastReceivedAt } }',
          { region },
        )
      ).data?.departmentLinks;
    expect(await links(await officer(), COUNTY)).toMatchObject([
      { department: 'MEDICAL_SECURITY', realTime: false, since: '2023-11-30', lastReceivedAt: expect.any(String) },
    ]);
    const record = async (input: object) =>
      mutate(
        await officer(),
        'recordDepartmentLink',
        { region: COUNTY, department: 'MEDICAL_SECURITY', since: '2022-01-01', realTime: true, ...input },
        'link { since realTime lastReceivedAt } userErrors { code path }',
      );
    expect((await record({})).link).toMatchObject({
      since: '2022-01-01',
      realTime: true,
      lastReceivedAt: expect.any(String),
    });
    expect((await record({ since: '2023-12-01' })).userErrors).toMatchObject([{ code: 'DATE_IN_FUTURE' }]);
    expect((await record({ region: '430124' })).userErrors).toMatchObject([
      { code: 'NOT_FOUND', path: ['input', 'region'] },
    ]);
    expect(await links(await officer(), '430124')).toEqual([]);
    const city = await as('CITY_OFFICER', '430100');
    expect(await links(city, '430100')).toMatchObject([{ department: 'MEDICAL_SECURITY', realTime: true }]);
  });

  it('has every event in a chain that is whole', async () => {
    const [unmatched] = (await list(await bureau(), { reference: { eq: 'B-2' } })).nodes;
    const auditor = await as('AUDITOR', COUNTY);
    const verify = 'query($id: ID!) { verifyAuditChain(subjectId: $id) { intact events } }';
    expect((await app.ask(auditor, verify, { id: unmatched.id })).data.verifyAuditChain).toEqual({
      intact: true,
      events: 1,
    });
    expect((await app.ask(auditor, verify, { id: households[6] })).data.verifyAuditChain).toEqual({
      intact: true,
      events: 2,
    });
    const never = toGlobalId('DepartmentAlert', COUNTY, '01890000-0000-7000-8000-000000000000');
    expect((await app.ask(auditor, verify, { id: never })).data.verifyAuditChain.intact).toBe(false);
  });
});
