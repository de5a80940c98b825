import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMonths, date } from '../../src/domain/kernel/calendar-date.js';
import type { RegionCode } from '../../src/domain/kernel/region-code.js';
import { MonthlyWatch, WatchService } from '../../src/features/regional-risk/index.js';
import { plantHouseholds } from '../features/simulation/planted-households.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const COUNTY = '430121';
const ERRORS = 'userErrors { code path message article }';
const REPORT = `accepted duplicates failed rowErrors { index code path message article } ${ERRORS}`;
const WARNING = `warning { id region { code } indicator status severity raisedOn evidence closedOn
  actions { number on actor note status department dueOn doneOn } } ${ERRORS}`;
const PORK = {
  region: COUNTY,
  indicator: 'farm-price',
  subject: '生猪',
  month: '2023-10',
  value: 14.2,
  source: '县农业农村局价格监测月报',
};

describe('regional risk: figures of departments, warnings and studies', () => {
  let product: TestApp;
  const tokens: Record<string, string> = {};

  beforeAll(async () => {
    product = await startTestApp('2023-11-30');
    const grant = (role: string, region: string) => [{ role: role as 'COUNTY_OFFICER', region }];
    tokens['agriculture'] = await product.token(grant('DEPARTMENT_CLIENT', COUNTY), { department: 'AGRICULTURE' });
    tokens['finance'] = await product.token(grant('DEPARTMENT_CLIENT', '430000'), { department: 'FINANCE' });
    tokens['nobody'] = await product.token(grant('DEPARTMENT_CLIENT', COUNTY));
    tokens['county'] = await product.token(grant('COUNTY_OFFICER', COUNTY), { subject: 'county' });
    tokens['neighbour'] = await product.token(grant('COUNTY_OFFICER', '430181'));
    tokens['township'] = await product.token(grant('TOWNSHIP_OFFICER', '430121001'));
    tokens['province'] = await product.token(grant('PROVINCE_OFFICER', '430000'), { subject: 'province' });
    tokens['auditor'] = await product.token(grant('AUDITOR', '430000'));
    tokens['nation'] = await product.token(grant('NATIONAL_OFFICER', '000000'));
    tokens['village'] = await product.token(grant('VILLAGE_WORKER', '430121001001'));
  }, 300_000);
  afterAll(async () => {
    await product?.stop();
  });

  const ask = async (who: string, query: string, variables: Record<string, unknown> = {}) => {
    const { data, errors } = await product.ask(tokens[who] ?? null, query, variables);
    expect(errors, JSON.stringify(errors)).toEqual([]);
    return data;
  };
  const mutate = async (who: string, name: string, input: Record<string, unknown>, fields: string) => {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
    return (await ask(who, `mutation($input: ${type}) { ${name}(input: $input) { ${fields} } }`, { input }))[name];
  };

  it('takes in figures row by row, counts what is there already, and names each bad row by place and reason', async () => {
    const values = [
      PORK,
      { ...PORK, subject: '柑橘', value: 3.1 },
      { ...PORK, indicator: 'weather' },
      { ...PORK, month: '2023-13' },
      { ...PORK, region: '430181' },
      { ...PORK, subject: '茶叶', source: '' },
      PORK,
    ];
    const report = await mutate('agriculture', 'submitIndicators', { values }, REPORT);
    expect(report).toMatchObject({ accepted: 2, duplicates: 0, failed: 5, userErrors: [] });
    expect(
      report.rowErrors.map((error: { path: string[]; code: string }) => `${error.code} ${error.path.join('.')}`),
    ).toEqual([
      'BAD_VALUE input.values.2.indicator',
      'BAD_VALUE input.values.3.month',
      'NOT_FOUND input.values.4.region',
      'BAD_VALUE input.values.5.source',
      'DUPLICATE input.values.6',
    ]);
    const again = await mutate('agriculture', 'submitIndicators', { values: [PORK] }, REPORT);
    expect(again).toMatchObject({ accepted: 0, duplicates: 1, failed: 0 });
  });

  it('lets a department correct its own figure, answers a key again, and refuses that of another', async () => {
    const idempotencyKey = '0198a000-0000-7000-8000-000000000001';
    const correction = { idempotencyKey, values: [{ ...PORK, value: 13.9 }] };
    const corrected = await mutate('agriculture', 'submitIndicators', correction, REPORT);
    expect(corrected).toMatchObject({ accepted: 1, duplicates: 0, failed: 0 });
    expect(await mutate('agriculture', 'submitIndicators', correction, REPORT)).toEqual(corrected);
    const other = await mutate('finance', 'submitIndicators', { values: [{ ...PORK, value: 15 }] }, REPORT);
    expect(other.rowErrors[0].message).not.toMatch(/\d/);
    expect(other).toMatchObject({ accepted: 0, failed: 1, rowErrors: [{ code: 'CONFLICT', article: '2.3' }] });
    const { auditEvents } = await ask('auditor', '{ auditEvents(first: 1) { nodes { action change } } }');
    expect(auditEvents.nodes[0]).toMatchObject({
      action: 'submitIndicators',
      change: {
        corrected: [{ region: COUNTY, indicator: 'farm-price', month: '2023-10-01', value: 13.9, before: 14.2 }],
      },
    });
  });

  it('refuses no figures and more than 1,000, and lists what it knows', async () => {
    const nobodys = await mutate('nobody', 'submitIndicators', { values: [PORK] }, REPORT);
    expect(nobodys).toMatchObject({
      accepted: 0,
      duplicates: 0,
      userErrors: [{ code: 'WRONG_LEVEL', article: '2.3' }],
    });
    const none = await mutate('agriculture', 'submitIndicators', { values: [] }, REPORT);
    expect(none.userErrors).toMatchObject([{ code: 'BAD_VALUE', path: ['input', 'values'] }]);
    const { riskIndicators } = await ask('nobody', '{ riskIndicators { code name unit origin subject } }');
    expect(riskIndicators.map(({ code }: { code: string }) => code)).toContain('rural-unemployment-rate');
  });

  it('raises a warning, studies, answers and closes it, each step with its owner, deadline and day done', async () => {
    const raise = {
      region: COUNTY,
      indicator: 'farm-price',
      severity: 'WARNING',
      raisedOn: '2023-11-01',
      evidence: { fell: 30 },
    };
    const raised = await mutate('county', 'raiseRegionalWarning', raise, WARNING);
    expect(raised).toMatchObject({
      warning: { region: { code: COUNTY }, status: 'RAISED', evidence: { fell: 30 }, actions: [], closedOn: null },
      userErrors: [],
    });
    const warningId = raised.warning.id;
    const enter = (input: Record<string, unknown>) =>
      mutate('county', 'updateRegionalWarning', { warningId, note: '会议纪要', ...input }, WARNING);
    const early = await enter({ status: 'CLOSED', on: '2023-11-02' });
    expect(early).toMatchObject({ warning: null, userErrors: [{ code: 'INVALID_STATE', article: '2.3' }] });
    await enter({ status: 'STUDIED', on: '2023-11-03' });
    const answered = await enter({
      status: 'RESPONDING',
      on: '2023-11-05',
      department: 'AGRICULTURE',
      dueOn: '2023-11-20',
    });
    expect(answered.warning.actions.at(-1)).toMatchObject({
      number: 2,
      department: 'AGRICULTURE',
      dueOn: '2023-11-20',
      doneOn: null,
    });
    const open = await enter({ status: 'CLOSED', on: '2023-11-21' });
    expect(open.userErrors).toMatchObject([{ code: 'INVALID_STATE', path: ['input', 'doneOn'] }]);
    await enter({ status: 'RESPONDING', on: '2023-11-18', department: 'AGRICULTURE', doneOn: '2023-11-18' });
    const closed = await enter({ status: 'CLOSED', on: '2023-11-21' });
    expect(closed.warning).toMatchObject({
      status: 'CLOSED',
      closedOn: '2023-11-21',
      actions: [
        { number: 1, status: 'STUDIED', actor: 'county', note: '会议纪要' },
        { number: 2, doneOn: '2023-11-18' },
        { number: 3, doneOn: '2023-11-18' },
        { number: 4, status: 'CLOSED', doneOn: null },
      ],
    });
    const chain = await ask('auditor', 'query($id: ID!) { verifyAuditChain(subjectId: $id) { intact events } }', {
      id: warningId,
    });
    expect(chain.verifyAuditChain).toEqual({ intact: true, events: 5 });
    const { node } = await ask('county', 'query($id: ID!) { node(id: $id) { id ... on RegionalWarning { status } } }', {
      id: warningId,
    });
    expect(node).toEqual({ id: warningId, status: 'CLOSED' });
  });

  it('shows a warning to whoever holds its region, and to nobody else', async () => {
    const city = { region: '430100', indicator: 'projects-failed', severity: 'CRITICAL', raisedOn: '2023-11-10' };
    const { warning } = await mutate('province', 'raiseRegionalWarning', city, WARNING);
    const list = '{ regionalWarnings { totalCount nodes { id region { code } } } }';
    expect((await ask('province', list)).regionalWarnings.totalCount).toBe(2);
    expect((await ask('county', list)).regionalWarnings.nodes).toMatchObject([{ region: { code: COUNTY } }]);
    expect((await ask('neighbour', list)).regionalWarnings.totalCount).toBe(0);
    expect((await ask('township', list)).regionalWarnings.totalCount).toBe(0);
    const where = { region: COUNTY, status: ['CLOSED'], severity: ['WARNING'], raisedOn: { lte: '2023-11-01' } };
    const filtered = await ask(
      'province',
      'query($where: RegionalWarningFilter) { regionalWarnings(where: $where) { totalCount } }',
      { where },
    );
    expect(filtered.regionalWarnings.totalCount).toBe(1);
    const { node } = await ask('county', 'query($id: ID!) { node(id: $id) { id } }', { id: warning.id });
    expect(node).toBeNull();
    const input = { warningId: warning.id, status: 'STUDIED', on: '2023-11-11', note: '研判' };
    expect((await mutate('county', 'updateRegionalWarning', input, WARNING)).userErrors).toMatchObject([
      { code: 'NOT_FOUND' },
    ]);
    const outside = { ...city, region: '430181' };
    expect((await mutate('county', 'raiseRegionalWarning', outside, WARNING)).userErrors).toMatchObject([
      { code: 'NOT_FOUND' },
    ]);
    const forbidden = await product.ask(tokens['village']!, list);
    expect(forbidden.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('records a joint study with its warnings, and names the county whose study was missed', async () => {
    const { regionalWarnings } = await ask('county', '{ regionalWarnings { nodes { id } } }');
    const warningIds = [regionalWarnings.nodes[0].id];
    const input = {
      region: COUNTY,
      heldOn: '2023-11-15',
      departments: ['AGRICULTURE', 'CIVIL_AFFAIRS'],
      conclusion: '关注养殖户',
      warningIds,
    };
    const fields = `study { id heldOn departments conclusion region { code } warnings { id indicator } } ${ERRORS}`;
    const { study, userErrors } = await mutate('county', 'recordRiskStudy', input, fields);
    expect(userErrors).toEqual([]);
    expect(study).toMatchObject({
      heldOn: '2023-11-15',
      conclusion: '关注养殖户',
      warnings: [{ indicator: 'farm-price' }],
    });
    const wrong = await mutate('county', 'recordRiskStudy', { ...input, warningIds: [study.id] }, fields);
    expect(wrong.userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'warningIds', '0'] }]);
    const duties = `query($on: Date) { riskStudyDuties(region: "430100", on: $on, missedOnly: false) { region { code } lastHeldOn dueBy missed } }`;
    const { riskStudyDuties } = await ask('province', duties, { on: '2023-11-30' });
    expect(riskStudyDuties.find((duty: { region: { code: string } }) => duty.region.code === COUNTY)).toEqual({
      region: { code: COUNTY },
      lastHeldOn: '2023-11-15',
      dueBy: '2024-02-15',
      missed: false,
    });
    const missed = await ask(
      'county',
      '{ riskStudyDuties(region: "430121", on: "2024-02-16") { region { code } dueBy missed } }',
    );
    expect(missed.riskStudyDuties).toEqual([{ region: { code: COUNTY }, dueBy: '2024-02-15', missed: true }]);
    const studies = '{ riskStudies(region: "430100") { totalCount nodes { id conclusion } } }';
    expect((await ask('nation', studies)).riskStudies).toEqual({
      totalCount: 1,
      nodes: [{ id: study.id, conclusion: '关注养殖户' }],
    });
    expect((await ask('auditor', studies)).riskStudies.nodes).toEqual([{ id: study.id, conclusion: '***' }]);
  });

  it('shows the words of a warning to the nation, and to an auditor what was done, by whom and when', async () => {
    const list = `{ regionalWarnings(where: { region: "${COUNTY}" }) { nodes { evidence actions { number actor note on } } } }`;
    const wordsOf = async (who: string) =>
      (await ask(who, list)).regionalWarnings.nodes.find(
        ({ actions }: { actions: readonly unknown[] }) => actions.length === 4,
      );
    const told = await wordsOf('nation');
    expect(told).toMatchObject({ evidence: { fell: 30 }, actions: [{ note: '会议纪要' }, {}, {}, {}] });
    expect(await wordsOf('auditor')).toEqual({
      evidence: {},
      actions: told.actions.map((action: object) => ({ ...action, note: '***' })),
    });
  });

  it('raises a warning once where leads doubled and a price fell, with method, past and limits as its evidence', async () => {
    const months = Array.from({ length: 24 }, (_, at) => addMonths(date('2021-11-01'), at));
    await product.app.engine.transaction(['BEGIN'], true, async (connection) => {
      for (const [at, month] of months.entries())
        await connection.query(
          `INSERT INTO lead (county_code, id, region_code, channel, reported_on, statement_sealed, status, due_on, audit_sequence, receipt_digest, created_at, updated_at)
           SELECT '430181', gen_random_uuid(), '430181001', 'MEDIA', $1::text::date + (n % 27)::int, '-', 'DISMISSED', $1::text::date + 40, 0, $1::text || n, $1::text::timestamptz, $1::text::timestamptz
           FROM generate_series(1, $2::int) n`,
          [month, at === 23 ? 46 : 19 + (at % 4)],
          'array',
        );
    });
    const values = months.map((month, at) => ({
      ...PORK,
      region: '430181',
      month: month.slice(0, 7),
      value: at === 23 ? 11 : 16 + (at % 5) / 10,
    }));
    const report = await mutate('finance', 'submitIndicators', { values }, REPORT);
    expect(report).toMatchObject({ accepted: 24, failed: 0 });
    const watchOn = (on: string, region = '430181') =>
      new WatchService(product.app.ground).watch(region as RegionCode, {
        on: date(on),
        today: date('2023-11-30'),
        now: new Date(),
      });
    const watch = () => watchOn('2023-11-05');
    expect(await watch()).toMatchObject({
      month: '2023-10',
      raised: [
        { indicator: 'farm-price', subject: '生猪' },
        { indicator: 'leads', severity: 'CRITICAL' },
      ],
    });
    expect((await watch()).raised).toEqual([]);
    await expect(watchOn('2023-12-01')).rejects.toThrow('2023-12-01 has not come; today is 2023-11-30');
    const list = '{ regionalWarnings(where: { region: "430181" }) { nodes { indicator status evidence raisedOn } } }';
    const { regionalWarnings } = await ask('auditor', list);
    expect(regionalWarnings.nodes.find((one: { indicator: string }) => one.indicator === 'leads')).toMatchObject({
      status: 'RAISED',
      raisedOn: '2023-11-05',
      // What the register reckoned is nobody's words.
      evidence: {
        month: '2023-10',
        count: 46,
        parameters: { falseAlarmRate: 0.002 },
        past: expect.objectContaining({ length: 23 }),
      },
    });
  });

  it('counts alerts of departments by kind, of matched households, from the first month that had one', async () => {
    const region = '430182001001';
    const [household] = await plantHouseholds(product.app.ground.database, region, [[]]);
    const alerts = (kind: string, month: string, count: number, id: string | null = household!.id) =>
      product.app.engine.transaction(['BEGIN'], true, (connection) =>
        connection.query(
          `INSERT INTO department_alert (county_code, id, region_code, household_id, department, sender_region, reference, kind, grade,
             status, raised_on, received_at, received_on, audit_sequence, updated_at)
           SELECT '430182', gen_random_uuid(), $1, $2::text::uuid, 'HEALTH', '430000', $3 || $4 || n, $3, 'YELLOW', 'VERIFIED',
             $4::text::date, $4::text::timestamptz, $4::text::date, 0, $4::text::timestamptz FROM generate_series(1, $5::int) n`,
          [region, id, `${kind}${id === null ? '?' : ''}`, `${month}-20`, count],
          'array',
        ),
      );
    for (const month of ['2022-08', '2022-09', '2022-10', '2022-12']) await alerts('high-cost', month, 2);
    await alerts('high-cost', '2023-10', 25);
    await alerts('dropout', '2023-09', 3);
    await alerts('dropout', '2023-10', 40);
    await alerts('unmatched', '2023-10', 4, null);
    const watching = new WatchService(product.app.ground);
    const moment = { on: date('2023-11-30'), today: date('2023-11-30'), now: new Date() };
    const { raised } = await watching.watch('430182' as RegionCode, moment);
    // Of the other kind too little past is known.
    expect(raised).toEqual([
      { region: '430182', indicator: 'department-alerts', subject: 'high-cost', severity: 'CRITICAL' },
    ]);
    const rows = await product.app.engine.transaction(['BEGIN'], true, (connection) =>
      connection.query(
        `SELECT subject, count(*)::int, sum(value)::int FROM regional_indicator WHERE county_code = '430182' AND indicator = 'department-alerts'
         GROUP BY subject ORDER BY subject`,
        [],
        'array',
      ),
    );
    expect(rows).toEqual([
      ['dropout', 2, 43],
      ['high-cost', 15, 33],
    ]);
  });

  it('judges the series of a city when its province is watched, and once a month when the server watches by itself', async () => {
    const months = Array.from({ length: 24 }, (_, at) => addMonths(date('2021-11-01'), at));
    const values = months.map((month, at) => ({
      ...PORK,
      region: '430300',
      month: month.slice(0, 7),
      value: at === 23 ? 11 : 16 + (at % 5) / 10,
    }));
    expect(await mutate('finance', 'submitIndicators', { values }, REPORT)).toMatchObject({ accepted: 24 });
    const { ground } = product.app;
    const tree = new Proxy(ground.tree, {
      get: (own, name) => {
        if (name === 'childrenOf')
          return (code: string) =>
            code === '000000' ? [own.find('430000' as RegionCode)] : own.childrenOf(code as RegionCode);
        const found = Reflect.get(own, name);
        return typeof found === 'function' ? found.bind(own) : found;
      },
    });
    const round = new MonthlyWatch({ ...ground, tree });
    const at = (day: string, hour: string) => ({ today: date(day), now: new Date(`${day}T${hour}:00:00+08:00`) });
    const list = '{ regionalWarnings(where: { region: "430300" }) { nodes { region { code } indicator raisedOn } } }';
    const raised = async () => (await ask('province', list)).regionalWarnings.nodes;
    await round.take(at('2023-11-29', '04'));
    expect(await raised()).toEqual([]);
    await round.take(at('2023-11-29', '05'));
    await round.take(at('2023-11-30', '05'));
    await new MonthlyWatch({ ...ground, tree }).take(at('2023-11-30', '06'));
    expect(await raised()).toEqual([{ region: { code: '430300' }, indicator: 'farm-price', raisedOn: '2023-11-29' }]);
  });
});
