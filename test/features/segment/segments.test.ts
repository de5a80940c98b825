import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grant } from '../../../src/domain/jurisdiction/role.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { DISCLOSURE_DEFAULTS } from '../../../src/domain/statistics/disclosure/parameters.js';
import { departmentAlert } from '../../../src/features/alert/alert.table.js';
import { publishFigures } from '../../../src/features/publication/index.js';
import { Database } from '../../../src/platform/database/database.js';
import { WHOLE_REGISTER } from '../../../src/platform/database/scope.js';
import { FiguresStage, NATION } from '../../support/figures-stage.js';
import { everyCondition } from './every-condition.js';

const ANALYST: Grant = { role: 'ANALYST', region: '000000' };
const PROVINCE: Grant = { role: 'PROVINCE_OFFICER', region: '430000' };
const COUNTY: Grant = { role: 'COUNTY_OFFICER', region: '430121' };

let stage: FiguresStage;
beforeAll(async () => {
  stage = await FiguresStage.start();
  const { ground, engine } = stage.app.app;
  const parts = { ...ground, database: new Database(engine), parameters: DISCLOSURE_DEFAULTS };
  await publishFigures(parts, { today: date('2023-11-30'), now: () => new Date() });
}, 180_000);
afterAll(() => stage?.app.stop());

const FIELDS = `segment { id key name definition subject roles filter version madeBy madeAs retiredOn region { code } }
  userErrors { code path message article currentVersion }`;
const mutate = async (name: string, grant: Grant, input: object) => {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
  const text = `mutation($input: ${type}) { ${name}(input: $input) { ${FIELDS} } }`;
  return (await stage.answered(text, grant, { input }))[name];
};
const DEFINED = {
  region: '430000',
  key: 'large-general',
  name: '多人口一般农户',
  nameEn: 'Large general households',
  definition: '四人及以上的一般农户。',
  roles: ['ANALYST', 'COUNTY_OFFICER', 'PROVINCE_OFFICER'],
  filter: { households: { size: { gte: 4 }, formerStatus: ['GENERAL', 'GENERAL'], resettled: null } },
};
const define = async (more: object = {}, grant: Grant = PROVINCE) =>
  mutate('defineSegment', grant, { ...DEFINED, ...more });
const refusals = ({ userErrors }: { userErrors: { code: string; path: string[] }[] }) =>
  userErrors.map(({ code, path }) => `${code} ${path.slice(1).join('.')}`);

const keysFor = async (grant: Grant, args = ''): Promise<string[]> =>
  (await stage.answered(`{ segments${args} { nodes { key } } }`, grant)).segments.nodes.map(
    ({ key }: { key: string }) => key,
  );
const householdsBy = (segment: string, grant: Grant = NATION) =>
  stage.asked('query($segment: ID) { householdStats(segment: $segment) { rows { formerStatus households } } }', grant, {
    segment,
  });

const sendAlerts = () => {
  const at = '2023-11-01T00:00:00.000Z';
  const sent = { department: 'HEALTH', senderRegion: '430000', kind: 'A', status: 'UNMATCHED', raisedOn: '2023-11-01' };
  const kept = { receivedAt: at, receivedOn: '2023-11-01', auditSequence: 0, updatedAt: at };
  const alerts = [
    ['430121', 'RED'],
    ['430121001', 'RED'],
    ['430121001', 'ORANGE'],
    ['430121001', 'YELLOW'],
    ['430626', 'RED'],
  ].map(([regionCode, grade], index) => ({
    ...sent,
    ...kept,
    countyCode: regionCode!.slice(0, 6),
    regionCode: regionCode!,
    grade: grade!,
    id: randomUUID(),
    reference: `${index}`,
  }));
  return stage.app.app.ground.database.write(WHOLE_REGISTER, (tx) => tx.insert(departmentAlert, alerts));
};

describe('a named segment', () => {
  let id = '';

  it('is defined with its filter in one form, told in the language of the request, with an event in the chain of its region', async () => {
    const { segment, userErrors } = await define();
    expect(userErrors).toEqual([]);
    expect(segment).toMatchObject({
      key: 'large-general',
      name: 'Large general households',
      definition: '四人及以上的一般农户。',
      subject: 'HOUSEHOLDS',
      roles: ['COUNTY_OFFICER', 'PROVINCE_OFFICER', 'ANALYST'],
      filter: { formerStatus: ['GENERAL'], size: { gte: 4 } },
      version: 1,
      madeAs: 'PROVINCE_OFFICER',
      retiredOn: null,
      region: { code: '430000' },
    });
    id = segment.id;
    const [event] = await stage.counted<{ action: string; change: object }>(
      "SELECT action, change FROM audit_event WHERE county_code = '430000' AND subject_type = 'Segments'",
    );
    expect(event).toMatchObject({
      action: 'defineSegment',
      change: { key: 'large-general', version: 1, filter: segment.filter, roles: segment.roles },
    });
    expect(
      (await stage.answered('query($id: ID!) { node(id: $id) { ... on Segment { key } } }', COUNTY, { id })).node,
    ).toEqual({
      key: 'large-general',
    });
  });

  it('gives the same figures as its filter written out, beside another filter, to officials and to analysts', async () => {
    const FIGURES = `query($where: HouseholdFilter, $segment: ID) { householdStats(where: $where, segment: $segment) {
      suppressed rows { county: region(level: COUNTY) { code } households persons perCapitaMean } } }`;
    const own = { formerStatus: ['GENERAL'], size: { gte: 4 } };
    for (const [where, written] of [
      [null, own],
      [{ resettled: false }, { ...own, resettled: false }],
      [{ size: { lte: 5 } }, { formerStatus: ['GENERAL'], size: { gte: 4, lte: 5 } }],
      [{ region: '430121' }, { ...own, region: '430121' }],
      [{ formerStatus: ['GENERAL', 'FORMERLY_POOR'] }, own],
      [
        { or: [{ size: { lte: 5 } }, { resettled: true }] },
        { ...own, or: [{ size: { lte: 5 } }, { resettled: true }] },
      ],
    ]) {
      for (const grant of [NATION, PROVINCE, ANALYST]) {
        const by = await stage.answered(FIGURES, grant, { where, segment: id });
        expect(by.householdStats.rows.length).toBeGreaterThan(0);
        expect(by, JSON.stringify([grant.role, where])).toEqual(
          await stage.answered(FIGURES, grant, { where: written }),
        );
      }
    }
    const none = await stage.answered(FIGURES, NATION, { where: { formerStatus: ['FORMERLY_POOR'] }, segment: id });
    expect(none.householdStats.rows).toEqual([]);
  });

  it('names the region of the whole question: of two regions the smaller, of two apart nothing', async () => {
    const { segment } = await define({ key: 'of-changsha', filter: { households: { region: '430100' } } });
    const COUNTED = `query($where: HouseholdFilter, $segment: ID) {
      householdStats(where: $where, segment: $segment) { suppressed rows { households persons } } }`;
    for (const [where, written] of [
      [null, { region: '430100' }],
      [{ region: '430121' }, { region: '430121' }],
      [{ region: '430000' }, { region: '430100' }],
    ])
      for (const grant of [NATION, ANALYST])
        expect(await stage.answered(COUNTED, grant, { where, segment: segment.id })).toEqual(
          await stage.answered(COUNTED, grant, { where: written }),
        );
    const apart = { where: { region: '522632' }, segment: segment.id };
    expect((await stage.answered(COUNTED, NATION, apart)).householdStats.rows[0].households).toBe(0);
  });

  it('is for its roles in its region, below it and above it, and for whoever may change it; to others it never was', async () => {
    const { segment } = await define(
      { region: '430121', key: 'county-own', roles: ['TOWNSHIP_OFFICER'] },
      { role: 'COUNTY_OFFICER', region: '430121' },
    );
    const sees = async (role: Grant['role'], region: string) =>
      (await keysFor({ role, region })).includes('county-own') &&
      (await householdsBy(segment.id, { role, region })).errors.length === 0;
    expect(await sees('TOWNSHIP_OFFICER', '430121001')).toBe(true);
    for (const [role, region] of [
      ['COUNTY_OFFICER', '430121'],
      ['CITY_OFFICER', '430100'],
      ['PROVINCE_OFFICER', '430000'],
      ['NATIONAL_OFFICER', '000000'],
    ] as const)
      expect(await sees(role, region), role).toBe(true);
    for (const [role, region] of [
      ['VILLAGE_WORKER', '430121001001'],
      ['TOWNSHIP_OFFICER', '430626001'],
      ['COUNTY_OFFICER', '430626'],
      ['ANALYST', '430121'],
      ['AUDITOR', '430000'],
    ] as const) {
      expect(await sees(role, region), role).toBe(false);
      const { errors } = await householdsBy(segment.id, { role, region });
      const never = await householdsBy('U2VnbWVudDo0MzAxMjE6MDE4YzFmMmUtN2IzYS03YzRkLTllNWYtMGExYjJjM2Q0ZTVm', {
        role,
        region,
      });
      expect(errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', path: ['segment'] } });
      expect(errors).toEqual(never.errors);
    }
    // A token of two grants: the role has to be held in the region.
    const token = await stage.app.token([
      { role: 'TOWNSHIP_OFFICER', region: '430626001' },
      { role: 'VILLAGE_WORKER', region: '430121001001' },
    ]);
    const { data } = await stage.app.ask(token, '{ segments { nodes { key } } }');
    expect(data.segments.nodes).toEqual([]);
    const { errors } = await stage.asked('{ segments { nodes { madeBy } } }', ANALYST);
    expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('stands in pages, by name or key, and is chosen by region, subject, role', async () => {
    await define(
      { region: '000000', key: 'national-cases', filter: { cases: { trackingOnly: true } }, roles: ['ANALYST'] },
      NATION,
    );
    expect(await keysFor(NATION, '(orderBy: [{ by: KEY }])')).toEqual([
      'county-own',
      'large-general',
      'national-cases',
      'of-changsha',
    ]);
    expect(await keysFor(NATION, '(where: { subject: [CASES] })')).toEqual(['national-cases']);
    expect(await keysFor(NATION, '(where: { role: [TOWNSHIP_OFFICER] })')).toEqual(['county-own']);
    expect(await keysFor(NATION, '(where: { region: "430626" }, orderBy: [{ by: KEY, direction: DESC }])')).toEqual([
      'of-changsha',
      'national-cases',
      'large-general',
    ]);
    const PAGE = `query($after: String) { segments(first: 3, after: $after, orderBy: [{ by: TITLE }, { by: KEY }]) {
      totalCount edges { node { key } } pageInfo { hasNextPage endCursor } } }`;
    const first = (await stage.answered(PAGE, NATION)).segments;
    const rest = (await stage.answered(PAGE, NATION, { after: first.pageInfo.endCursor })).segments;
    expect([first.totalCount, first.edges.length, first.pageInfo.hasNextPage]).toEqual([4, 3, true]);
    expect([rest.edges.length, rest.pageInfo.hasNextPage]).toEqual([1, false]);
    expect(new Set([...first.edges, ...rest.edges].map(({ node }) => node.key)).size).toBe(4);
  });

  it('is told beside the answer and by explainStats, and costs one statement however many figures ask by it', async () => {
    const query = `query($segment: ID) { a: householdStats(segment: $segment) { rows { households } }
      b: householdStats(segment: $segment, where: { resettled: true }) { rows { households } } }`;
    const used = { id, key: 'large-general', version: 1 };
    const { extensions } = await stage.asked(query, NATION, { segment: id });
    expect(extensions.stats.map(({ segment }: { segment: object }) => segment)).toEqual([used, used]);
    const explained = await stage.answered(
      'query($query: String!, $variables: JSONObject) { explainStats(query: $query, variables: $variables) { segment { id key version } rows } }',
      NATION,
      { query, variables: { segment: id } },
    );
    expect(explained.explainStats.map(({ segment }: { segment: object }) => segment)).toEqual([used, used]);
    const counted = async (segment: string | null) => {
      stage.app.forget();
      await stage.answered(query, PROVINCE, { segment });
      return stage.app.statements.length;
    };
    await counted(null);
    expect((await counted(id)) - (await counted(null))).toBe(1);
  });

  it('is of one subject: figures of another are refused by it, cases, flows and cohorts taken', async () => {
    const [segment] = (await stage.answered('{ segments(where: { subject: [CASES] }) { nodes { id } } }')).segments
      .nodes;
    expect((await householdsBy(segment.id)).errors[0]).toMatchObject({
      message: expect.stringContaining('a segment of CASES'),
      extensions: { path: ['segment'] },
    });
    const ASK = `query($where: MonitoringCaseFilter, $segment: ID) { caseStats(where: $where, segment: $segment) { rows { status cases } }
      caseFlows(where: $where, segment: $segment, from: "2023-01-01", to: "2023-06-30") { period to cases }
      caseCohorts(where: $where, segment: $segment, identifiedFrom: "2022-01-01", identifiedTo: "2023-06-30") { period cases } }`;
    const by = await stage.answered(ASK, NATION, { segment: segment.id });
    expect(by).toEqual(await stage.answered(ASK, NATION, { where: { trackingOnly: true } }));
    expect(by).not.toEqual(await stage.answered(ASK, NATION, {}));
  });

  it('is answered from tallies where its filter written out would be', async () => {
    const { segment } = await define({ key: 'monitored', filter: { cases: { status: ['MONITORED'] } } });
    const query =
      'query($segment: ID, $where: MonitoringCaseFilter) { caseStats(segment: $segment, where: $where) { rows { category cases } } }';
    const source = async (variables: object) =>
      (await stage.asked(query, PROVINCE, { ...variables })).extensions.stats[0].source;
    expect(await source({ segment: segment.id })).toBe('TALLIES');
    expect(await source({ segment: segment.id, where: { category: ['MARGINAL_AT_RISK'] } })).toBe('TALLIES');
    expect(await source({ segment: segment.id, where: { withoutSupport: true } })).toBe('REGISTER');
  });

  it('of alerts and of measures narrows them, by townships too, where both ask of the same field', async () => {
    await sendAlerts();
    const alerts = await define({
      key: 'red-alerts',
      filter: { alerts: { grade: ['RED', 'ORANGE'], region: '430121' } },
    });
    const measures = await define({ key: 'cancelled', filter: { measures: { not: { status: ['CANCELLED'] } } } });
    const ASK = `query($alerts: ID, $measures: ID, $where: DepartmentAlertFilter, $of: SupportMeasureFilter) {
      alertStats(segment: $alerts, where: $where) { rows { grade alerts } }
      measureStats(segment: $measures, where: $of) { rows { status measures } } }`;
    const by = await stage.answered(ASK, NATION, {
      alerts: alerts.segment.id,
      measures: measures.segment.id,
      where: { grade: ['RED', 'YELLOW'] },
      of: { not: { status: ['COMPLETED'] } },
    });
    const out = await stage.answered(ASK, NATION, {
      where: { grade: ['RED'], region: '430121' },
      of: { not: { status: ['COMPLETED', 'CANCELLED'] } },
    });
    expect(by).toEqual(out);
    expect(by.alertStats.rows).toEqual([{ grade: 'RED', alerts: 2 }]);
    const township = { alerts: alerts.segment.id, where: { region: '430121001' } };
    expect((await stage.answered(ASK, NATION, township)).alertStats.rows).toEqual([
      { grade: 'ORANGE', alerts: 1 },
      { grade: 'RED', alerts: 1 },
    ]);
    const apart = { alerts: alerts.segment.id, where: { region: '430626' } };
    expect((await stage.answered(ASK, NATION, apart)).alertStats.rows).toEqual([]);
  });

  it.each([
    ['no filter', { filter: {} }, 'BAD_VALUE filter'],
    [
      'filters of two subjects',
      { filter: { cases: { overdue: true }, households: { resettled: true } } },
      'BAD_VALUE filter',
    ],
    ['a filter that asks nothing', { filter: { households: { size: {}, and: [] } } }, 'BAD_VALUE filter.households'],
    [
      'the number of a household',
      { filter: { cases: { household: { number: { eq: 'A' } } } } },
      'BAD_VALUE filter.cases.household.number',
    ],
    [
      'the reference of an alert',
      { filter: { alerts: { reference: { startsWith: 'A' } } } },
      'BAD_VALUE filter.alerts.reference',
    ],
    [
      'a region that there is not',
      { filter: { households: { or: [{ region: '430121999' }] } } },
      'BAD_VALUE filter.households.or.0.region',
    ],
    ['what finds nothing', { filter: { households: { or: [] } } }, 'BAD_VALUE filter.households.or'],
    [
      'members of and that ask nothing',
      { filter: { households: { and: [{}, { size: {} }] } } },
      'BAD_VALUE filter.households',
    ],
    [
      'an alternative that means all',
      { filter: { households: { or: [{ resettled: true }, { and: [{}] }] } } },
      'BAD_VALUE filter.households.or.1',
    ],
    [
      'an exact amount',
      { filter: { cases: { household: { perCapitaIncome: { eq: '6512.34' } } } } },
      'BAD_VALUE filter.cases.household.perCapitaIncome',
    ],
    [
      'bounds that are one amount',
      { filter: { households: { perCapitaAfterRigid: { gte: '6512.3', lte: '6512.30' } } } },
      'BAD_VALUE filter.households.perCapitaAfterRigid',
    ],
    [
      'when records were written',
      { filter: { households: { updatedAt: { gte: '2023-01-01T00:00:00Z' } } } },
      'BAD_VALUE filter.households.updatedAt',
    ],
    ['a name for a code', { filter: { cases: { riskType: ['张三'] } } }, 'BAD_VALUE filter.cases.riskType'],
    ['a key in capitals', { key: 'Large' }, 'BAD_VALUE key'],
    ['a key of a number', { key: 'a-13812345678' }, 'BAD_VALUE key'],
    ['a name with a telephone', { name: '电话13812345678' }, 'BAD_VALUE name'],
    ['a definition that cannot be written', { definition: '\u0000' }, 'BAD_VALUE definition'],
    ['an English name that is empty', { nameEn: ' ' }, 'BAD_VALUE nameEn'],
    ['no role', { roles: [] }, 'BAD_VALUE roles'],
    ['a role that is shown no figures', { roles: ['RESIDENT'] }, 'BAD_VALUE roles'],
    ['the region of another', { region: '520000' }, 'NOT_FOUND region'],
    ['the nation, by a province', { region: '000000' }, 'NOT_FOUND region'],
    ['a key that its region has', {}, 'DUPLICATE key'],
  ])('is refused with %s', async (_, more, expected) => {
    const before = await stage.counted('SELECT count(*) AS n FROM segment');
    expect(refusals(await define(more))).toEqual([expected]);
    expect(await stage.counted('SELECT count(*) AS n FROM segment')).toEqual(before);
  });

  it('nests no deeper than a filter may, and not deeper together with another', async () => {
    const nest = (depth: number): object => (depth === 0 ? { resettled: true } : { not: nest(depth - 1) });
    expect(refusals(await define({ key: 'deep', filter: { households: nest(8) } }))).toEqual([
      'BAD_VALUE filter.households',
    ]);
    const { segment } = await define({ key: 'deep', filter: { households: nest(7) } });
    expect((await householdsBy(segment.id)).errors).toEqual([]);
    const query =
      'query($segment: ID) { householdStats(segment: $segment, where: { not: { resettled: true } }) { rows { households } } }';
    const { errors } = await stage.asked(query, NATION, { segment: segment.id });
    expect(errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  });

  it('is changed by its version, once for a key; what is left out stays', async () => {
    const key = '018c1f2e-7b3a-7c4d-9e5f-0a1b2c3d4e5f';
    const change = (more: object, grant = PROVINCE) =>
      mutate('changeSegment', grant, { segmentId: id, expectedVersion: 1, ...more });
    expect(refusals(await change({ name: '改名' }, COUNTY))).toEqual(['NOT_FOUND segmentId']);
    expect(refusals(await change({}))).toEqual(['BAD_VALUE ']);
    expect(refusals(await change({ name: null }))).toEqual(expect.arrayContaining(['BAD_VALUE name']));
    expect(refusals(await change({ filter: { cases: { overdue: true } } }))).toEqual(['BAD_VALUE filter.cases']);
    const wider = { idempotencyKey: key, filter: { households: { size: { gte: 3 } } }, nameEn: null };
    const changed = await change(wider);
    expect(changed.userErrors).toEqual([]);
    expect(changed.segment).toMatchObject({
      version: 2,
      name: '多人口一般农户',
      definition: '四人及以上的一般农户。',
      filter: { size: { gte: 3 } },
      roles: ['COUNTY_OFFICER', 'PROVINCE_OFFICER', 'ANALYST'],
    });
    expect((await change(wider)).segment).toMatchObject({ version: 2 });
    expect(refusals(await change({ ...wider, name: '别的' }))).toEqual(['IDEMPOTENCY_CONFLICT idempotencyKey']);
    const stale = await change({ name: '别的' });
    expect(stale.userErrors).toEqual([
      expect.objectContaining({ code: 'CONFLICT', path: ['input', 'expectedVersion'], currentVersion: 2 }),
    ]);
    const [row] = (await householdsBy(id)).data.householdStats.rows;
    const [own] = await stage.counted<{ n: number }>(
      `SELECT count(*) AS n FROM household WHERE closed_on IS NULL AND size >= 3 AND former_status = '${row.formerStatus}'`,
    );
    expect(row.households).toBe(Number(own!.n));
  });

  it('is for analysts where published figures can be asked by it, and is refused to them otherwise', async () => {
    const poor = { key: 'poor', filter: { households: { perCapitaIncome: { lt: '8000.00' } } } };
    const { userErrors } = await define(poor);
    expect(userErrors).toEqual([
      expect.objectContaining({ code: 'BAD_VALUE', path: ['input', 'roles'], article: '5.3' }),
    ]);
    expect(userErrors[0].message).toContain('by perCapitaIncome');
    const { segment } = await define({ ...poor, roles: ['COUNTY_OFFICER'] });
    expect((await householdsBy(segment.id, PROVINCE)).errors).toEqual([]);
    const change = (more: object) =>
      mutate('changeSegment', PROVINCE, { segmentId: segment.id, expectedVersion: 1, ...more });
    expect(refusals(await change({ roles: ['ANALYST'] }))).toEqual(['BAD_VALUE roles']);
    const both = await change({ roles: ['ANALYST'], filter: { households: { withinRange: true } } });
    expect(both.segment).toMatchObject({ version: 2, roles: ['ANALYST'], filter: { withinRange: true } });
  });

  it('is changed by one of two at once, and defined by one of two with the same key', async () => {
    const defined = await Promise.all([define({ key: 'at-once' }), define({ key: 'at-once' })]);
    expect(defined.flatMap(refusals)).toEqual(['DUPLICATE key']);
    const { id: segmentId } = defined.find(({ segment }) => segment !== null)!.segment;
    const names = ['甲', '乙', '丙'];
    const changed = await Promise.all(
      names.map((name) => mutate('changeSegment', PROVINCE, { segmentId, expectedVersion: 1, name })),
    );
    expect(changed.flatMap(refusals)).toEqual(['CONFLICT expectedVersion', 'CONFLICT expectedVersion']);
    const chain = await stage.counted<{ sequence: number }>(
      "SELECT sequence FROM audit_event WHERE county_code = '430000' AND subject_type = 'Segments' ORDER BY sequence",
    );
    expect(chain.map(({ sequence }) => Number(sequence))).toEqual(chain.map((_, at) => at + 1));
  });

  it('is refused with the reason where a later schema does not understand it', async () => {
    const { engine } = stage.app.app;
    const write = (filter: object, key: string) =>
      engine.transaction(['BEGIN'], true, (connection) =>
        connection.query('UPDATE segment SET filter = $1 WHERE key = $2', [JSON.stringify(filter), key], 'array'),
      );
    await write({ rooms: { gte: 3 }, formerStatus: ['RICH'] }, 'of-changsha');
    const again = { expectedVersion: 1, roles: ['ANALYST'] };
    const [{ id: own }] = (
      await stage.answered('{ segments(orderBy: [{ by: KEY, direction: DESC }]) { nodes { id key } } }')
    ).segments.nodes.filter(({ key }: { key: string }) => key === 'of-changsha');
    const { errors } = await householdsBy(own);
    expect(errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', path: ['segment'] } });
    expect(errors[0]!.message).toContain('not understood any more');
    expect(errors[0]!.message).toContain('rooms');
    expect(errors[0]!.message).toContain('RICH');
    expect(refusals(await mutate('changeSegment', PROVINCE, { segmentId: own, ...again }))).toEqual([
      'INVALID_STATE filter',
    ]);
    const mended = { segmentId: own, ...again, filter: { households: { resettled: true } } };
    expect(refusals(await mutate('changeSegment', PROVINCE, mended))).toEqual([]);
    expect((await householdsBy(own)).errors).toEqual([]);
  });

  it('is retired, kept, and asked by no more', async () => {
    const retire = () => mutate('retireSegment', PROVINCE, { segmentId: id, expectedVersion: 2 });
    expect((await retire()).segment).toMatchObject({ version: 3, retiredOn: '2023-11-30' });
    expect(refusals(await mutate('retireSegment', PROVINCE, { segmentId: id, expectedVersion: 3 }))).toEqual([
      'INVALID_STATE segmentId',
    ]);
    expect((await householdsBy(id)).errors[0]!.message).toContain('retired on 2023-11-30');
    expect(await keysFor(COUNTY)).not.toContain('large-general');
    expect(await keysFor(COUNTY, '(where: { retired: true })')).toEqual(['large-general']);
    const chain = await stage.counted<{ action: string }>(
      "SELECT action FROM audit_event WHERE county_code = '430000' AND subject_type = 'Segments' AND change ->> 'key' = 'large-general' ORDER BY sequence",
    );
    expect(chain.map(({ action }) => action)).toEqual(['defineSegment', 'changeSegment', 'retireSegment']);
  });
});

describe('the filter of a segment', () => {
  const NAMES = ['number', 'reference', 'updatedAt', 'perCapitaIncome', 'perCapitaAfterRigid'];
  const NO_TRAIT = /"(number|reference|updatedAt)":|"perCapita(Income|AfterRigid)":\{"eq"/;

  it.each([
    ['households', 'HouseholdFilter'],
    ['cases', 'MonitoringCaseFilter'],
    ['measures', 'SupportMeasureFilter'],
    ['alerts', 'DepartmentAlertFilter'],
  ])(
    'of %s is kept as it was given by whichever field, or refused by its path where it is no trait',
    async (subject, type) => {
      const all = everyCondition(type);
      expect(all.length).toBeGreaterThan(10);
      for (const [at, given] of all.entries()) {
        const text = JSON.stringify(given);
        const key = `${subject}-${at}`;
        const more = { key, roles: ['PROVINCE_OFFICER'], filter: { [subject]: given } };
        const { segment, userErrors } = await define(more);
        if (NO_TRAIT.test(text)) {
          expect(userErrors, text).toMatchObject([{ code: 'BAD_VALUE' }]);
          const [{ path }] = userErrors;
          expect(path.slice(0, 3), text).toEqual(['input', 'filter', subject]);
          expect(NAMES, text).toContain(path.at(-1));
          continue;
        }
        expect(userErrors, text).toEqual([]);
        expect(segment.filter, text).toEqual(given);
      }
    },
  );
});

describe('rulesAsOf', () => {
  const RANGE = `query($asOf: Date, $rulesAsOf: Date) {
    within: householdStats(where: { withinRange: true, region: "430000" }, asOf: $asOf, rulesAsOf: $rulesAsOf) { rows { households } }
    ofCases: caseStats(where: { household: { withinRange: true }, region: "430000" }, asOf: $asOf, rulesAsOf: $rulesAsOf) { rows { cases } }
    bands: householdStats(where: { region: "430000" }, asOf: $asOf, rulesAsOf: $rulesAsOf) { rows { band households } }
    cases: caseStats(asOf: $asOf, rulesAsOf: $rulesAsOf) { rows { status cases overdue } } }`;
  const told = (asOf: string | null, rulesAsOf: string | null) => stage.answered(RANGE, NATION, { asOf, rulesAsOf });
  const under = async (fen: number): Promise<number> => {
    const [own] = await stage.counted<{ n: number }>(
      `SELECT count(*) AS n FROM household WHERE closed_on IS NULL AND region_code LIKE '43%' AND per_capita_fen < ${fen}`,
    );
    return Number(own!.n);
  };

  it('follows the lines of that day: of the last day of the older line, and of the first of the newer', async () => {
    const older = await told(null, '2022-12-31');
    const newer = await told(null, '2023-01-01');
    expect(older.within.rows[0].households).toBe(await under(600_000));
    expect(newer.within.rows[0].households).toBe(await under(750_000));
    expect(newer.within.rows[0].households).toBeGreaterThan(older.within.rows[0].households);
    expect(newer.ofCases.rows[0].cases).toBeGreaterThan(older.ofCases.rows[0].cases);
    expect(newer.bands).not.toEqual(older.bands);
    expect(newer).toEqual(await told(null, null));
    // Statuses and deadlines are kept as they were set, whatever the rules.
    expect(newer.cases).toEqual(older.cases);
  });

  it('tells a past day under the rules in force then, unless told, and under others where it is', async () => {
    const then = await told('2022-12-31', null);
    expect(then).toEqual(await told('2022-12-31', '2022-12-31'));
    const now = await told('2022-12-31', '2023-11-30');
    expect(now.within.rows[0].households).toBeGreaterThan(then.within.rows[0].households);
    const sum = (rows: { households: number }[]) => rows.reduce((all, { households }) => all + households, 0);
    expect(sum(now.bands.rows)).toBe(sum(then.bands.rows));
    expect(now.cases).toEqual(then.cases);
  });

  it('holds for both days of a change', async () => {
    const CHANGE = `query($rulesAsOf: Date) { householdStats(where: { withinRange: true, region: "430000" }, rulesAsOf: $rulesAsOf) {
      rows { households change(of: HOUSEHOLDS, since: "2022-12-31") { earlier } } } }`;
    const earlier = async (rulesAsOf: string | null) =>
      (await stage.answered(CHANGE, NATION, { rulesAsOf })).householdStats.rows[0].change.earlier;
    expect(Number(await earlier(null))).toBe((await told('2022-12-31', null)).within.rows[0].households);
    expect(Number(await earlier('2023-11-30'))).toBe(
      (await told('2022-12-31', '2023-11-30')).within.rows[0].households,
    );
  });

  it('is refused for days that have not come, and for published figures', async () => {
    const ask = (grant: Grant, rulesAsOf: string) =>
      stage.asked('query($d: Date) { householdStats(rulesAsOf: $d) { rows { households } } }', grant, { d: rulesAsOf });
    expect((await ask(NATION, '2023-12-01')).errors[0]).toMatchObject({
      extensions: { code: 'BAD_USER_INPUT', path: ['rulesAsOf'] },
    });
    expect((await ask(NATION, '2023-11-30')).errors).toEqual([]);
    const { errors } = await ask(ANALYST, '2023-11-30');
    expect(errors[0]).toMatchObject({
      extensions: { path: ['rulesAsOf'] },
      message: expect.stringContaining('published'),
    });
  });
});
