import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { toGlobalId } from '../../src/platform/graphql/global-id.js';
import { FIELD, FieldStage, OFFICES } from './field-stage.js';

let stage: FieldStage;
let households: string[];
let provincial: string;
let own: string;

beforeAll(async () => {
  stage = await FieldStage.start('2026-06-15');
  households = [
    await stage.register('village', 'FIELD-1'),
    await stage.register('village', 'FIELD-2'),
    await stage.register('otherVillage', 'FIELD-3'),
  ];
});
afterAll(() => stage?.product.stop());

const CAMPAIGN =
  'campaign { id year startsOn endsOn region { code } carriesOut { id region { code } } households visited leadsOpened }';
const start = (office: 'county' | 'province' | 'otherCounty', input: Record<string, unknown>) =>
  stage.mutate(
    office,
    'startInspectionCampaign',
    { year: 2026, startsOn: '2026-05-01', endsOn: '2026-07-31', ...input },
    CAMPAIGN,
  );
const visit = (more: Record<string, unknown> = {}) => ({
  householdId: households[0],
  visitedOn: '2026-06-10',
  visitors: ['村干部甲'],
  mode: 'VISIT',
  policyExplained: true,
  ...more,
});
const LIST = `query ($region: RegionCode!, $year: Int!) {
  inspectionCampaigns(region: $region, year: $year) { id region { code } carriesOut { id households visited } households visited leadsOpened } }`;
const listOf = async (
  office: 'county' | 'province' | 'village' | 'otherCounty' | 'auditor',
  region: string,
  year = 2026,
) => (await stage.query(office, LIST, { region, year })).inspectionCampaigns;

describe('R07, R28: an inspection campaign', () => {
  it('of the province is carried out by one of the county, within its days', async () => {
    ({ id: provincial } = (await start('province', { region: FIELD.province })).campaign);
    const { campaign, userErrors } = await start('county', {
      region: FIELD.county,
      startsOn: '2026-06-01',
      endsOn: '2026-06-30',
      carriesOut: provincial,
    });
    expect(userErrors).toEqual([]);
    expect(campaign).toMatchObject({
      region: { code: FIELD.county },
      carriesOut: { id: provincial, region: { code: FIELD.province } },
      households: 3,
      visited: 0,
      leadsOpened: 0,
    });
    own = campaign.id;
  });

  it('is found by its id, and by whoever it concerns: the province above it and the village in it, not the county beside it', async () => {
    const NODE = 'query ($id: ID!) { node(id: $id) { id ... on InspectionCampaign { year } } }';
    expect((await stage.query('village', NODE, { id: own })).node).toEqual({ id: own, year: 2026 });
    expect((await stage.query('otherCounty', NODE, { id: own })).node).toBeNull();
    expect((await stage.query('otherCounty', NODE, { id: provincial })).node).not.toBeNull();
    expect((await listOf('county', FIELD.county)).map(({ id }: { id: string }) => id)).toEqual([provincial, own]);
    expect((await listOf('province', FIELD.province)).map(({ id }: { id: string }) => id)).toEqual([provincial, own]);
    expect(await listOf('otherCounty', FIELD.county)).toEqual([expect.objectContaining({ id: provincial })]);
    expect(await listOf('county', FIELD.county, 2025)).toEqual([]);
  });

  it.each([
    [
      'ends before it starts',
      { region: FIELD.county, startsOn: '2026-06-02', endsOn: '2026-06-01' },
      'DATE_ORDER endsOn',
    ],
    ['is of a year that none of its days lies in', { region: FIELD.county, year: 2025 }, 'BAD_VALUE year'],
    ['is of a year before the policy', { region: FIELD.county, year: 2020 }, 'BAD_VALUE year'],
    ['is of another county', { region: FIELD.otherCounty }, 'NOT_FOUND region'],
    ['is of a region above the own', { region: FIELD.province }, 'NOT_FOUND region'],
    ['is of a region that there is not', { region: '430121999' }, 'BAD_VALUE region'],
    ['carries out what is no campaign', { region: FIELD.county, carriesOut: 'nonsense' }, 'NOT_FOUND carriesOut'],
  ])('is refused where it %s', async (_, input, expected) => {
    const all = { year: 2026, startsOn: '2026-05-01', endsOn: '2026-07-31', ...input };
    expect(await stage.refused('county', 'startInspectionCampaign', all)).toEqual([expected]);
  });

  it('does not carry out one whose days end a day sooner, nor one of its own region, nor one of another year', async () => {
    const township = { region: FIELD.township, year: 2026, startsOn: '2026-06-01', carriesOut: own };
    expect(await stage.refused('county', 'startInspectionCampaign', { ...township, endsOn: '2026-07-01' })).toEqual([
      'BAD_VALUE carriesOut',
    ]);
    const same = { ...township, region: FIELD.county, endsOn: '2026-06-29' };
    expect(await stage.refused('county', 'startInspectionCampaign', same)).toEqual(['BAD_VALUE carriesOut']);
    const { userErrors } = await start('county', { ...township, endsOn: '2026-06-30' });
    expect(userErrors).toEqual([]);
    // Without a last day it runs to the end of its year, past the days of the one above.
    expect(await stage.refused('county', 'startInspectionCampaign', township)).toEqual(['BAD_VALUE carriesOut']);
  });

  it('is entered once for the same days, and a key that is sent again answers the same', async () => {
    const again = { region: FIELD.county, year: 2026, startsOn: '2026-06-01', endsOn: '2026-06-30' };
    expect(await stage.refused('county', 'startInspectionCampaign', again)).toEqual(['DUPLICATE startsOn']);
    const keyed = {
      region: FIELD.county,
      startsOn: '2026-05-02',
      idempotencyKey: '0190a0a0-0000-7000-8000-000000000001',
    };
    const first = await start('county', keyed);
    expect((await start('county', keyed)).campaign.id).toBe(first.campaign.id);
  });

  it('is nothing that a township starts or an analyst reads', async () => {
    const { errors } = await stage.ask(
      'township',
      'mutation ($input: StartInspectionCampaignInput!) { startInspectionCampaign(input: $input) { userErrors { code } } }',
      {
        input: { region: FIELD.township, year: 2026, startsOn: '2026-06-01', endsOn: '2026-06-02' },
      },
    );
    expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await stage.ask('analyst', LIST, { region: FIELD.county, year: 2026 })).errors[0]?.extensions.code).toBe(
      'FORBIDDEN',
    );
  });
});

const HOUSEHOLD =
  'household { id version leads(first: 10) { nodes { channel status statement dueOn outcomeNote } totalCount } }';
const record = (office: 'village' | 'otherVillage' | 'county', more: Record<string, unknown> = {}) =>
  stage.mutate(office, 'recordVisit', visit(more), HOUSEHOLD);

describe('R25, R28: a visit', () => {
  it('counts for the campaigns of the county and of the province, though it names none', async () => {
    const { household, userErrors } = await record('village');
    expect(userErrors).toEqual([]);
    expect(household.leads.totalCount).toBe(0);
    const counts = (await listOf('province', FIELD.province)).map(({ visited }: { visited: number }) => visited);
    expect(new Set(counts)).toEqual(new Set([1]));
  });

  it('counts a household once however often it is met, and not where nobody was', async () => {
    await record('village', { mode: 'PHONE', campaignId: own });
    await record('village', { householdId: households[1], mode: 'ABSENT', policyExplained: false });
    await record('otherVillage', {
      householdId: households[2],
      mode: 'PROXY',
      proxy: '邻居李某',
      visitedOn: '2026-06-01',
    });
    const [county] = (await listOf('county', FIELD.county)).filter(({ id }: { id: string }) => id === own);
    expect(county).toMatchObject({
      households: 3,
      visited: 2,
      carriesOut: { id: provincial, households: 3, visited: 2 },
    });
    expect(await listOf('village', FIELD.village)).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: own, households: 2, visited: 1 })]),
    );
  });

  it('makes a lead of what gives concern, and the next concern joins it', async () => {
    const { household } = await record('village', { concern: '户主突发疾病,医疗费用高' });
    expect(household.leads.nodes).toEqual([
      {
        channel: 'CADRE_INSPECTION',
        status: 'OPEN',
        statement: '户主突发疾病,医疗费用高',
        dueOn: expect.any(String),
        outcomeNote: null,
      },
    ]);
    const again = await record('village', { concern: '住院费用仍在增加', visitedOn: '2026-06-12' });
    expect(again.household.leads.totalCount).toBe(2);
    expect(again.household.leads.nodes[0]).toMatchObject({ status: 'DUPLICATE', statement: '住院费用仍在增加' });
    const [county] = (await listOf('county', FIELD.county)).filter(({ id }: { id: string }) => id === own);
    expect(county.leadsOpened).toBe(1);
  });

  it.each([
    ['lies in the future', { visitedOn: '2026-06-16' }, ['DATE_IN_FUTURE visitedOn']],
    ['names nobody', { visitors: [] }, ['BAD_VALUE visitors']],
    ['names an empty name', { visitors: ['甲', ' '] }, ['BAD_VALUE visitors.1']],
    ['explained the policy to nobody', { mode: 'ABSENT' }, ['BAD_VALUE policyExplained']],
    ['tells who spoke for a household that was met itself', { proxy: '邻居' }, ['BAD_VALUE proxy']],
    ['gives an empty concern', { concern: ' ' }, ['BAD_VALUE concern']],
    ['names what is no campaign', { campaignId: 'nonsense' }, ['NOT_FOUND campaignId']],
    ['is of a household that there is not', { householdId: 'nonsense' }, ['NOT_FOUND householdId']],
  ])('is refused where it %s, and nothing is written', async (_, more, expected) => {
    const before = (
      await stage.query('village', 'query ($id: ID!) { household(id: $id) { version } }', { id: households[0] })
    ).household;
    expect(await stage.refused('village', 'recordVisit', visit(more))).toEqual(expected);
    const after = (
      await stage.query('village', 'query ($id: ID!) { household(id: $id) { version } }', { id: households[0] })
    ).household;
    expect(after).toEqual(before);
  });

  it('is refused for a campaign that does not run on the day, and for a household of another village', async () => {
    expect(await stage.refused('village', 'recordVisit', visit({ campaignId: own, visitedOn: '2026-05-31' }))).toEqual([
      'BAD_VALUE campaignId',
    ]);
    expect(await stage.refused('otherVillage', 'recordVisit', visit())).toEqual(['NOT_FOUND householdId']);
    const { campaign } = await start('otherCounty', { region: FIELD.otherCounty });
    expect(await stage.refused('village', 'recordVisit', visit({ campaignId: campaign.id }))).toEqual([
      'NOT_FOUND campaignId',
    ]);
  });

  it('stands in the audit trail of the household without the names of the visitors', async () => {
    const EVENTS = `query ($id: ID!) { auditEvents(subjectId: $id, first: 50) { nodes { action change } } verifyAuditChain(subjectId: $id) { intact } }`;
    const { auditEvents, verifyAuditChain } = await stage.query('auditor', EVENTS, { id: households[0] });
    const visits = auditEvents.nodes.filter(({ action }: { action: string }) => action === 'recordVisit');
    expect(visits).toHaveLength(4);
    expect(JSON.stringify(visits)).not.toContain('村干部');
    expect(verifyAuditChain.intact).toBe(true);
  });
});

describe('R07: how far a campaign is', () => {
  const COVERAGE = `query ($id: ID!, $level: RegionLevel!) { inspectionCoverage(campaignId: $id, level: $level) { code region { code } households visited } }`;
  const COMPLIANCE = `query ($region: RegionCode!, $year: Int!) { inspectionCompliance(region: $region, year: $year) {
    region { code } status requiredPercent households visited campaign { id } } }`;
  const TO_VISIT = `query ($id: ID!, $region: RegionCode, $first: Int, $after: String) {
    householdsToVisit(campaignId: $id, region: $region, first: $first, after: $after) { totalCount nodes { id number } pageInfo { hasNextPage endCursor } } }`;

  it('is told by village and by county', async () => {
    const byVillage = await stage.query('county', COVERAGE, { id: own, level: 'VILLAGE' });
    expect(byVillage.inspectionCoverage).toEqual([
      { code: FIELD.village, region: { code: FIELD.village }, households: 2, visited: 1 },
      { code: FIELD.otherVillage, region: { code: FIELD.otherVillage }, households: 1, visited: 1 },
    ]);
    const byCounty = await stage.query('province', COVERAGE, { id: provincial, level: 'COUNTY' });
    expect(byCounty.inspectionCoverage).toEqual([
      { code: FIELD.county, region: { code: FIELD.county }, households: 3, visited: 2 },
    ]);
    const { errors } = await stage.ask('province', COVERAGE, { id: provincial, level: 'CITY' });
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('lists to a village worker whom nobody has met, and nobody of another village', async () => {
    const { householdsToVisit } = await stage.query('village', TO_VISIT, { id: own });
    expect(householdsToVisit.nodes).toEqual([{ id: households[1], number: 'FIELD-2' }]);
    expect((await stage.query('otherVillage', TO_VISIT, { id: own })).householdsToVisit.totalCount).toBe(0);
    expect((await stage.query('county', TO_VISIT, { id: provincial })).householdsToVisit.totalCount).toBe(1);
    const nowhere = { id: own, region: FIELD.otherCounty };
    expect((await stage.query('county', TO_VISIT, nowhere)).householdsToVisit.totalCount).toBe(0);
    expect((await stage.query('county', TO_VISIT, { id: 'nonsense' })).householdsToVisit.totalCount).toBe(0);
  });

  it('names every county of the province: one whose campaign is under way, and those that have the province’s alone', async () => {
    const { inspectionCompliance: all } = await stage.query('province', COMPLIANCE, {
      region: FIELD.province,
      year: 2026,
    });
    expect(all.length).toBeGreaterThan(100);
    const of = (code: string) => all.find(({ region }: { region: { code: string } }) => region.code === code);
    expect(of(FIELD.county)).toMatchObject({ status: 'UNDER_WAY', requiredPercent: 100, households: 3, visited: 2 });
    const earlier = await stage.query('county', COMPLIANCE, { region: FIELD.county, year: 2025 });
    expect(earlier.inspectionCompliance).toMatchObject([
      { region: { code: FIELD.county }, status: 'NONE', campaign: null, households: 3, visited: 0 },
    ]);
    stage.product.today('2027-01-02');
    const later = await stage.query('county', COMPLIANCE, { region: FIELD.county, year: 2026 });
    expect(later.inspectionCompliance).toMatchObject([{ status: 'SHORT', households: 3, visited: 2 }]);
    stage.product.today('2026-06-15');
    const { errors } = await stage.ask('province', COMPLIANCE, { region: '000000', year: 2026 });
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('R25, R28: the visits of a day, sent at once', () => {
  // biome-ignore lint/suspicious/noExplicitAny: tests reach into answers of any shape
  type Payload = any;
  const KEY = '0190a0a0-1111-7000-8000-0000000000';
  const NEVER = toGlobalId('Household', FIELD.county, '01890000-0000-7000-8000-000000000000');
  const BATCH = `recorded households { id version leads(first: 10) { nodes { status statement } } }
    rowErrors { index code path message article }`;
  const send = (visits: readonly Record<string, unknown>[], more: Record<string, unknown> = {}): Promise<Payload> =>
    stage.mutate('village', 'recordVisits', { visits: visits.map(visit), ...more }, BATCH);
  const codes = ({ rowErrors }: Payload) =>
    rowErrors.map(({ index, code, path }: Payload) => `${index} ${code} ${path.join('.')}`);
  const versionOf = async (id: string) =>
    (await stage.query('village', 'query ($id: ID!) { household(id: $id) { version } }', { id })).household.version;
  let many: string[];

  beforeAll(async () => {
    const rows = Array.from({ length: 30 }, (_, at) => ({
      region: FIELD.village,
      number: `FIELD-MANY-${at}`,
      formerStatus: 'GENERAL',
      members: [{ name: `示例${at}`, relationship: 'HEAD', sex: 'MALE', birthDate: '1970-01-01', labour: 'ORDINARY' }],
    }));
    const { rowErrors } = await stage.mutate(
      'village',
      'importHouseholds',
      { households: rows },
      'rowErrors { message }',
    );
    expect(rowErrors).toEqual([]);
    const { householdsToVisit } = await stage.query(
      'village',
      'query ($id: ID!) { householdsToVisit(campaignId: $id, first: 100) { nodes { id number } } }',
      { id: own },
    );
    const found = householdsToVisit.nodes.filter(({ number }: Payload) => number.startsWith('FIELD-MANY-'));
    many = found.map(({ id }: Payload) => id);
    expect(many).toHaveLength(30);
  });

  it('are recorded in as many statements as two, count for every campaign that runs, and answer their households', async () => {
    const { product } = stage;
    const [concern, campaignId] = ['收入骤减', own];
    product.forget();
    await send(many.slice(0, 2).map((householdId) => ({ householdId, concern, campaignId })));
    const forTwo = product.statements.length;
    product.forget();
    const rest = many.slice(2, 28);
    const payload = await send(rest.map((householdId) => ({ householdId, concern, campaignId })));
    expect(product.statements.length).toBe(forTwo);
    expect(forTwo).toBeLessThanOrEqual(11);
    expect(payload).toMatchObject({ recorded: 26, rowErrors: [], userErrors: [] });
    expect(payload.households.map(({ id }: Payload) => id)).toEqual(rest);
    for (const { leads } of payload.households) expect(leads.nodes).toEqual([{ status: 'OPEN', statement: concern }]);
    const counted = await listOf('province', FIELD.province);
    expect(counted.find(({ id }: Payload) => id === own)).toMatchObject({
      visited: 30,
      carriesOut: { id: provincial, visited: 30 },
    });
  });

  it('stand or fall one by one, with every reason, and nothing is written of those that fall', async () => {
    const [first, second] = [many[28]!, many[29]!];
    const [before, after] = [await versionOf(first), await versionOf(second)];
    const payload = await send([
      { householdId: first, mode: 'ABSENT', policyExplained: false },
      { householdId: second, visitedOn: '2026-06-16', visitors: [] },
      { householdId: NEVER },
      { householdId: households[2], concern: '在别村' },
      { householdId: 'nonsense', mode: 'ABSENT' },
      { householdId: second, campaignId: own, visitedOn: '2026-05-31' },
      { householdId: second, campaignId: 'nonsense' },
      {
        householdId: second,
        campaignId: toGlobalId('InspectionCampaign', FIELD.county, '01890000-0000-7000-8000-000000000000'),
      },
      { householdId: first, concern: '住院' },
      { householdId: first, concern: '住院费用增加', visitedOn: '2026-06-08' },
    ]);
    expect(codes(payload)).toEqual([
      '1 DATE_IN_FUTURE input.visits.1.visitedOn',
      '1 BAD_VALUE input.visits.1.visitors',
      '2 NOT_FOUND input.visits.2.householdId',
      '3 NOT_FOUND input.visits.3.householdId',
      '4 BAD_VALUE input.visits.4.policyExplained',
      '4 NOT_FOUND input.visits.4.householdId',
      '5 BAD_VALUE input.visits.5.campaignId',
      '6 NOT_FOUND input.visits.6.campaignId',
      '7 NOT_FOUND input.visits.7.campaignId',
    ]);
    expect(payload.rowErrors[0]).toMatchObject({ article: '3.1', message: expect.stringContaining('2026-06-16') });
    expect(payload.recorded).toBe(3);
    expect(payload.households).toEqual([
      {
        id: first,
        version: before + 3,
        leads: {
          nodes: [
            { status: 'OPEN', statement: '住院' },
            { status: 'DUPLICATE', statement: '住院费用增加' },
          ],
        },
      },
    ]);
    expect(await versionOf(second)).toBe(after);
  });

  it('stand each in the trail of its household, as if sent alone, and without names', async () => {
    const EVENTS = `query ($id: ID!) { auditEvents(subjectId: $id, first: 50) { nodes { action change } } verifyAuditChain(subjectId: $id) { intact events } }`;
    const { auditEvents, verifyAuditChain } = await stage.query('auditor', EVENTS, { id: many[28] });
    const visits = auditEvents.nodes.filter(({ action }: Payload) => action === 'recordVisit');
    expect(visits.map(({ change }: Payload) => `${change.version} ${change.mode} ${change.lead?.status}`)).toEqual([
      '4 VISIT DUPLICATE',
      '3 VISIT OPEN',
      '2 ABSENT undefined',
    ]);
    expect(JSON.stringify(visits)).not.toContain('村干部');
    expect(verifyAuditChain).toEqual({ intact: true, events: 4 });
  });

  it('are recorded once for one key, go on where they were refused, and each by its own key', async () => {
    const [householdId] = many;
    const before = await versionOf(householdId!);
    const own = { householdId, idempotencyKey: `${KEY}02` };
    const visits = [{ householdId }, { householdId, visitedOn: '2026-06-16' }, own, own];
    const more = { idempotencyKey: `${KEY}01` };
    const answers = await Promise.all([1, 2].map(() => send(visits, more)));
    for (const answer of answers) {
      expect(codes(answer)).toEqual([
        '1 DATE_IN_FUTURE input.visits.1.visitedOn',
        '3 DUPLICATE input.visits.3.idempotencyKey',
      ]);
      expect(answer).toMatchObject({ recorded: 2, households: [{ id: householdId, version: before + 2 }] });
    }
    const alone = await stage.mutate('village', 'recordVisit', visit(own), 'household { version }');
    expect(alone).toEqual({ household: { version: before + 2 }, userErrors: [] });
    stage.product.today('2026-06-16');
    const resumed = await send(visits, more);
    expect(codes(resumed)).toEqual(['3 DUPLICATE input.visits.3.idempotencyKey']);
    expect(resumed).toMatchObject({ recorded: 3, households: [{ version: before + 3 }] });
    stage.product.today('2026-06-15');
    expect(await send(visits.slice(1), more)).toMatchObject({
      recorded: 0,
      households: [],
      rowErrors: [],
      userErrors: [{ code: 'IDEMPOTENCY_CONFLICT', path: ['input', 'idempotencyKey'] }],
    });
  });

  it('fall one by one where the province is not configured: what opens a lead, and what an open case would follow', async () => {
    const [followed, free] = [many[29]!, many[28]!];
    const opening = {
      householdId: followed,
      openedOn: '2026-06-15',
      channel: 'CADRE_INSPECTION',
    };
    const { case: opened, userErrors } = await stage.mutate('village', 'openCase', opening, 'case { id }');
    expect(userErrors).toEqual([]);
    const CASE = 'query ($id: ID!) { monitoringCase(id: $id) { version } }';
    const caseVersion = async () =>
      (await stage.query('village', CASE, { id: opened.id })).monitoringCase.version as number;
    const before = [await versionOf(followed), await versionOf(free), await caseVersion()];
    const gone = vi.spyOn(stage.product.app.ground.provinces, 'find').mockReturnValue(null);
    try {
      const visits = [
        { householdId: free },
        { householdId: free, concern: '收入骤减' },
        { householdId: followed },
        { householdId: followed, mode: 'ABSENT', policyExplained: false },
        { householdId: free, mode: 'PHONE' },
      ].map(visit);
      const payload = await stage.mutate(
        'village',
        'recordVisits',
        { visits },
        'recorded rowErrors { index code path article message }',
      );
      expect(codes(payload)).toEqual([
        '1 PROVINCE_CONFIG_INVALID input.visits.1.concern',
        '2 PROVINCE_CONFIG_INVALID input.visits.2.householdId',
      ]);
      expect(payload.rowErrors[0]).toMatchObject({ article: '5.1', message: expect.stringContaining('430000') });
      expect(payload).toMatchObject({ recorded: 3, userErrors: [] });
      const alone = visit({ householdId: free, concern: '收入骤减' });
      expect(await stage.refused('village', 'recordVisit', alone)).toEqual(['PROVINCE_CONFIG_INVALID concern']);
      expect(await stage.refused('village', 'recordVisit', visit({ householdId: followed }))).toEqual([
        'PROVINCE_CONFIG_INVALID householdId',
      ]);
    } finally {
      gone.mockRestore();
    }
    const after = [await versionOf(followed), await versionOf(free), await caseVersion()];
    expect(after).toEqual([before[0]! + 1, before[1]! + 2, before[2]!]);
    // What was refused can be sent again.
    const mended = await send([{ householdId: free, concern: '收入骤减' }, { householdId: followed }]);
    expect(mended).toMatchObject({ recorded: 2, rowErrors: [] });
  });

  it('are imported one by one where the province is not configured: what is held against its line falls, and no other', async () => {
    const { product } = stage;
    const token = await product.token([OFFICES.county], { subject: 'importer' });
    const [openOne, freeOne] = [many[29]!, many[27]!];
    const NUMBER = 'query ($id: ID!) { household(id: $id) { number address incomes { totalCount } } }';
    const read = async (id: string) => (await stage.query('village', NUMBER, { id })).household as Payload;
    const numbered = [(await read(openOne)).number, (await read(freeOne)).number];
    const member = { name: '示例新', relationship: 'HEAD', sex: 'MALE', birthDate: '1970-01-01', labour: 'ORDINARY' };
    const row = (more: object) => ({ region: FIELD.village, formerStatus: 'GENERAL', members: [member], ...more });
    const income = { from: '2025-01-01', to: '2025-12-31', wages: '9000.00' };
    const rows = [
      row({ number: numbered[0], address: '一组' }),
      row({ number: `${numbered[0]}X`, incomes: [income] }),
      row({ number: numbered[1], incomes: [income] }),
      row({ number: 'FIELD-NEW' }),
    ];
    const IMPORT = `mutation ($input: ImportHouseholdsInput!) { importHouseholds(input: $input) {
      imported updated failed rowErrors { index code path article message } userErrors { code } } }`;
    const importAll = async () =>
      (await product.ask(token, IMPORT, { input: { idempotencyKey: `${KEY}07`, households: rows } })).data
        .importHouseholds;
    const gone = vi.spyOn(product.app.ground.provinces, 'find').mockReturnValue(null);
    try {
      const report = await importAll();
      expect(codes(report)).toEqual([
        '1 PROVINCE_CONFIG_INVALID input.households.1.incomes',
        '2 PROVINCE_CONFIG_INVALID input.households.2.incomes',
      ]);
      expect(report).toMatchObject({ imported: 1, updated: 1, failed: 2, userErrors: [] });
      expect(report.rowErrors[0]).toMatchObject({ article: '5.1', message: expect.stringContaining('/health/ready') });
      const alone = { householdId: freeOne, income };
      expect(await stage.refused('village', 'recordIncome', alone)).toEqual(['PROVINCE_CONFIG_INVALID income']);
      const registering = row({ number: 'FIELD-ONE', incomes: [income] });
      expect(await stage.refused('village', 'registerHousehold', registering)).toEqual([
        'PROVINCE_CONFIG_INVALID incomes',
      ]);
    } finally {
      gone.mockRestore();
    }
    expect(await read(openOne)).toMatchObject({ address: '一组' });
    expect(await read(freeOne)).toMatchObject({ incomes: { totalCount: 0 } });
  });

  it('are told of the key of the batch where another county knows it with other visits', async () => {
    const { product } = stage;
    const token = await product.token([OFFICES.township, OFFICES.otherCounty], { subject: 'both' });
    const register = `mutation ($input: RegisterHouseholdInput!) { registerHousehold(input: $input) { household { id } userErrors { message } } }`;
    const member = { name: '示例远', relationship: 'HEAD', sex: 'MALE', birthDate: '1970-01-01', labour: 'ORDINARY' };
    const far = { region: '430626001001', number: 'FIELD-FAR', formerStatus: 'GENERAL', members: [member] };
    const { data } = await product.ask(token, register, { input: far });
    expect(data.registerHousehold.userErrors).toEqual([]);
    const [here, there] = [
      visit({ householdId: many[28] }),
      visit({ householdId: data.registerHousehold.household.id }),
    ];
    const RECORD = `mutation ($input: RecordVisitsInput!) { recordVisits(input: $input) {
      recorded rowErrors { index code path } userErrors { code path } } }`;
    const sent = async (key: string, visits: readonly object[]) =>
      (await product.ask(token, RECORD, { input: { idempotencyKey: `${KEY}${key}`, visits } })).data.recordVisits;
    const conflict = (index: number) => ({ index, code: 'IDEMPOTENCY_CONFLICT', path: ['input', 'idempotencyKey'] });
    expect(await sent('10', [visit({ householdId: NEVER }), there])).toMatchObject({ recorded: 1, userErrors: [] });
    expect(await sent('10', [here, there])).toEqual({ recorded: 1, rowErrors: [conflict(1)], userErrors: [] });
    // A visit without a key of its own has the batch's, at its place.
    expect(await sent('11', [there])).toEqual({ recorded: 1, rowErrors: [], userErrors: [] });
    expect(await sent('11', [here, there])).toMatchObject({ recorded: 0, rowErrors: [conflict(0), conflict(1)] });
    const own = { ...here, idempotencyKey: `${KEY}12` };
    expect(await sent('13', [own])).toMatchObject({ recorded: 1 });
    expect(await sent('14', [{ ...own, mode: 'PHONE' }])).toMatchObject({
      recorded: 0,
      rowErrors: [{ index: 0, code: 'IDEMPOTENCY_CONFLICT', path: ['input', 'visits', '0', 'idempotencyKey'] }],
    });
  });

  it('are refused whole where there are none or more than 500', async () => {
    for (const length of [0, 501]) {
      const payload = await send(Array.from({ length }, () => ({})));
      const message = `one call takes 1 to 500 of them; this one has ${length}`;
      const refusal = { code: 'BAD_VALUE', path: ['input', 'visits'], message, article: null };
      expect(payload).toEqual({ recorded: 0, households: [], rowErrors: [], userErrors: [refusal] });
    }
  });
});
