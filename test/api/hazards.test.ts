import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { date } from '../../src/domain/kernel/calendar-date.js';
import { HazardScreening } from '../../src/features/hazard/index.js';
import { findHouseholdFacts } from '../../src/features/household/index.js';
import { Database } from '../../src/platform/database/database.js';
import { WHOLE_REGISTER } from '../../src/platform/database/scope.js';
import { fromGlobalId } from '../../src/platform/graphql/global-id.js';
import { FIELD, FieldStage, type Office } from './field-stage.js';

let stage: FieldStage;
const household: Record<string, string> = {};

const income = (amounts: Record<string, string>) => ({
  from: '2025-01-01',
  to: '2025-12-31',
  wages: '0.00',
  business: '0.00',
  property: '0.00',
  transfers: '0.00',
  businessExpenses: '0.00',
  ...amounts,
});

beforeAll(async () => {
  stage = await FieldStage.start('2026-06-15');
  household['farmer'] = await stage.register('village', 'HAZARD-1', {
    incomes: [income({ business: '50000.00', wages: '50000.00' })],
  });
  household['worker'] = await stage.register('village', 'HAZARD-2', { incomes: [income({ wages: '50000.00' })] });
  household['unknown'] = await stage.register('village', 'HAZARD-3');
  household['beside'] = await stage.register('otherVillage', 'HAZARD-4', {
    incomes: [income({ business: '50000.00' })],
  });
});
afterAll(() => stage?.product.stop());

const HAZARD = `hazard { id kind severity occurredOn description regions { code level } screenedAt leadsOpened
  screening { on households screened singledOut leadsOpened finishedAt } }`;
const told = (more: Record<string, unknown> = {}) => ({
  kind: 'PRICE_SLUMP',
  regions: [FIELD.village],
  occurredOn: '2026-06-10',
  severity: 'WARNING',
  description: '油茶籽收购价持续下跌',
  ...more,
});
const report = (office: Office, more: Record<string, unknown> = {}) =>
  stage.mutate(office, 'reportHazard', told(more), HAZARD);
const LEADS = `query ($id: ID!) { household(id: $id) { leads(first: 10) { totalCount nodes { channel status statement dueOn reportedOn
  screeningFindings { kind rule message evidence article foundOn } } } } }`;
const leadsOf = async (name: string) => (await stage.query('county', LEADS, { id: household[name] })).household.leads;

describe('R19: a hazard', () => {
  it('is reported by a township over two villages of its own, and by a department of the county', async () => {
    const { hazard, userErrors } = await report('township', {
      regions: [FIELD.village, FIELD.otherVillage],
      kind: 'FIRE',
    });
    expect(userErrors).toEqual([]);
    expect(hazard).toMatchObject({
      kind: 'FIRE',
      description: '油茶籽收购价持续下跌',
      regions: [{ code: FIELD.village }, { code: FIELD.otherVillage }],
      screenedAt: null,
      leadsOpened: 0,
      screening: null,
    });
    expect((await report('department', { regions: [FIELD.county], kind: 'UNEMPLOYMENT' })).userErrors).toEqual([]);
  });

  it('is read by whoever it touches, above and below it, and by nobody beside', async () => {
    const LIST = `query ($where: HazardEventFilter) { hazardEvents(where: $where, first: 10) { totalCount nodes { kind description } pageInfo { hasNextPage } } }`;
    const list = async (office: Office, where: unknown = null) =>
      (await stage.query(office, LIST, { where })).hazardEvents;
    expect((await list('village')).totalCount).toBe(2);
    expect((await list('province')).totalCount).toBe(2);
    expect((await list('otherCounty')).totalCount).toBe(0);
    expect((await list('village', { kind: ['FIRE'] })).nodes).toEqual([
      { kind: 'FIRE', description: '油茶籽收购价持续下跌' },
    ]);
    expect((await list('county', { region: FIELD.otherTownship })).totalCount).toBe(1);
    expect((await list('county', { occurredOn: { gt: '2026-06-10' } })).totalCount).toBe(0);
    expect((await stage.ask('analyst', LIST)).errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('is paged by a cursor that opens nothing else', async () => {
    const PAGE = `query ($after: String, $first: Int) { hazardEvents(first: $first, after: $after) { nodes { kind } pageInfo { hasNextPage endCursor } } }`;
    const first = (await stage.query('county', PAGE, { first: 1 })).hazardEvents;
    expect(first.pageInfo.hasNextPage).toBe(true);
    const second = (await stage.query('county', PAGE, { first: 1, after: first.pageInfo.endCursor })).hazardEvents;
    expect(new Set([...first.nodes, ...second.nodes].map(({ kind }: { kind: string }) => kind))).toEqual(
      new Set(['FIRE', 'UNEMPLOYMENT']),
    );
    const stolen = await stage.ask('village', PAGE, { after: first.pageInfo.endCursor });
    expect(stolen.errors[0]?.extensions.code).toBe('INVALID_CURSOR');
  });

  it.each([
    ['lies ahead', { occurredOn: '2026-06-16' }, ['DATE_IN_FUTURE occurredOn']],
    ['struck nothing', { regions: [] }, ['BAD_VALUE regions']],
    ['struck a township and a village in it', { regions: [FIELD.township, FIELD.village] }, ['BAD_VALUE regions.1']],
    ['struck another county', { regions: [FIELD.otherCounty] }, ['NOT_FOUND regions.0']],
    ['struck what is no region', { regions: ['430121999'] }, ['BAD_VALUE regions.0']],
    ['is told in no word', { description: ' ' }, ['BAD_VALUE description']],
  ])('is refused where it %s', async (_, more, expected) => {
    expect(await stage.refused('county', 'reportHazard', told(more))).toEqual(expected);
  });
});

const rowIdOf = (globalId: string) => fromGlobalId(globalId)!.id;
const screen = (office: Office, input: Record<string, unknown>) => stage.mutate(office, 'screenHazard', input, HAZARD);

describe('R19: screening a hazard', () => {
  let slump: string;

  it('opens a lead for the farmer of the village in a price slump, with the rule and what it rests on', async () => {
    slump = (await report('township')).hazard.id;
    const { hazard, userErrors } = await screen('township', { hazardId: slump, on: '2026-06-12' });
    expect(userErrors).toEqual([]);
    expect(hazard).toMatchObject({
      leadsOpened: 1,
      screening: { on: '2026-06-12', households: 3, screened: 3, singledOut: 1, leadsOpened: 1 },
    });
    expect(hazard.screenedAt).not.toBeNull();
    const leads = await leadsOf('farmer');
    expect(leads).toMatchObject({
      totalCount: 1,
      nodes: [{ channel: 'HAZARD_SCREENING', status: 'OPEN', reportedOn: '2026-06-12' }],
    });
    expect(leads.nodes[0].screeningFindings).toEqual([
      {
        kind: 'HAZARD',
        rule: 'lives-on-farming',
        message: expect.stringContaining('Half or more of the income from business'),
        evidence: {
          'lives-on-farming': expect.objectContaining({ business: '50000.00', takenIn: '100000.00', percent: 50 }),
        },
        article: '2.3',
        foundOn: '2026-06-12',
      },
    ]);
    expect(
      (await leadsOf('worker')).totalCount +
        (await leadsOf('unknown')).totalCount +
        (await leadsOf('beside')).totalCount,
    ).toBe(0);
  });

  it('singles a household out once, on the same day asked twice and on a later day', async () => {
    expect((await screen('township', { hazardId: slump, on: '2026-06-12' })).hazard.leadsOpened).toBe(1);
    expect((await screen('township', { hazardId: slump, on: '2026-06-15' })).hazard).toMatchObject({
      leadsOpened: 1,
      screening: { on: '2026-06-15', screened: 3, singledOut: 0 },
    });
    expect((await leadsOf('farmer')).totalCount).toBe(1);
  });

  it('joins the open lead of a household that another hazard singles out', async () => {
    const { hazard } = await report('county', { regions: [FIELD.county], kind: 'FLOOD_DROUGHT' });
    const screened = await screen('county', { hazardId: hazard.id, on: '2026-06-15' });
    expect(screened.hazard.screening).toMatchObject({ households: 4, screened: 4, singledOut: 2, leadsOpened: 1 });
    expect((await leadsOf('farmer')).nodes.map(({ status }: { status: string }) => status).sort()).toEqual([
      'DUPLICATE',
      'OPEN',
    ]);
    expect((await leadsOf('beside')).totalCount).toBe(1);
  });

  it('is refused before the hazard, in the future, for a level that it goes beyond, and for what is no hazard', async () => {
    expect(await stage.refused('township', 'screenHazard', { hazardId: slump, on: '2026-06-09' })).toEqual([
      'DATE_ORDER on',
    ]);
    expect(await stage.refused('township', 'screenHazard', { hazardId: slump, on: '2026-06-16' })).toEqual([
      'DATE_IN_FUTURE on',
    ]);
    expect(await stage.refused('township', 'screenHazard', { hazardId: 'nonsense', on: '2026-06-15' })).toEqual([
      'NOT_FOUND hazardId',
    ]);
    expect(await stage.refused('otherCounty', 'screenHazard', { hazardId: slump, on: '2026-06-15' })).toEqual([
      'NOT_FOUND hazardId',
    ]);
    const { hazard } = await report('county', { regions: [FIELD.county] });
    expect(await stage.refused('township', 'screenHazard', { hazardId: hazard.id, on: '2026-06-15' })).toEqual([
      'WRONG_LEVEL hazardId',
    ]);
  });

  it('counts once where two ask for the same day at the same moment', async () => {
    const { hazard } = await report('county', { regions: [FIELD.county], kind: 'UNEMPLOYMENT' });
    const asked = { hazardId: hazard.id, on: '2026-06-15' };
    const both = await Promise.all([screen('county', asked), screen('county', asked)]);
    for (const { userErrors } of both) expect(userErrors).toEqual([]);
    const ALL = `query { auditEvents(first: 100) { nodes { action change } } }`;
    const { auditEvents } = await stage.query('auditor', ALL);
    const events = auditEvents.nodes.filter(
      ({ action, change }: { action: string; change: { hazard: string } }) =>
        action === 'screenHazard' && change.hazard === rowIdOf(hazard.id),
    );
    expect(events).toHaveLength(1);
  });

  it('goes on with other counties and hazards where one fails, and leaves that one for a while', async () => {
    const { ground, engine } = stage.product.app;
    const database = new Database(engine);
    const left = () =>
      database.read(WHOLE_REGISTER, (tx) =>
        tx.rows<{ id: string }>(sql`SELECT id FROM screening_job WHERE finished_at IS NULL`),
      );
    const twice = await report('province', { regions: [FIELD.county, FIELD.otherCounty], kind: 'FLOOD_DROUGHT' });
    const once = await report('otherCounty', { regions: [FIELD.otherCounty], kind: 'FLOOD_DROUGHT' });
    await screen('province', { hazardId: twice.hazard.id, on: '2026-06-15' });
    await screen('otherCounty', { hazardId: once.hazard.id, on: '2026-06-15' });
    const ids = [twice, once].map(({ hazard }) => rowIdOf(hazard.id));
    await database.write(WHOLE_REGISTER, async (tx) => {
      const own = sql`ANY (${`{${ids.join(',')}}`}::uuid[])`;
      await tx.rows(sql`UPDATE screening_job SET finished_at = NULL WHERE hazard_id = ${own}`);
      for (const county of [FIELD.county, FIELD.otherCounty])
        await tx.rows(sql`UPDATE screening_part SET finished_at = NULL, last_household_id = NULL
          WHERE county_code = ${county} AND hazard_id = ${own}`);
    });
    let asked = 0;
    const factsOf = (): never => {
      asked += 1;
      throw new Error('no facts');
    };
    const failing = new HazardScreening({ ...ground, database, households: { factsOf } });
    const at = (seconds: number) => () => ({
      now: new Date(Date.UTC(2026, 5, 15, 4, 0, seconds)),
      today: date('2026-06-15'),
    });
    await expect(failing.goOn(at(0))).rejects.toBeInstanceOf(AggregateError);
    // The other county has no households, so that the hazard of it alone is through, though the one before it failed.
    expect(await left()).toHaveLength(1);
    expect(asked).toBe(1);
    await failing.goOn(at(9));
    expect(asked).toBe(1);
    await expect(failing.goOn(at(10))).rejects.toBeInstanceOf(AggregateError);
    expect(asked).toBe(2);
    await failing.goOn(at(29));
    expect(asked).toBe(2);
    const mended = new HazardScreening({ ...ground, database, households: { factsOf: findHouseholdFacts } });
    await mended.goOn(at(30));
    expect(await left()).toEqual([]);
  });

  it('leaves its events in the chains of the households and of the county, without a word of the description', async () => {
    const EVENTS = `query ($id: ID!) { auditEvents(subjectId: $id, first: 20) { nodes { action actor change } } verifyAuditChain(subjectId: $id) { intact } }`;
    const { auditEvents, verifyAuditChain } = await stage.query('auditor', EVENTS, { id: household['farmer'] });
    const screened = auditEvents.nodes.filter(({ action }: { action: string }) => action === 'screenHousehold');
    expect(screened.map(({ actor }: { actor: string }) => actor)).toEqual(
      expect.arrayContaining(['township', 'county']),
    );
    expect(verifyAuditChain.intact).toBe(true);
    const ALL = `query { auditEvents(first: 100) { nodes { action change } } }`;
    const { auditEvents: all } = await stage.query('auditor', ALL);
    const actions = all.nodes.map(({ action }: { action: string }) => action);
    expect(actions).toEqual(expect.arrayContaining(['reportHazard', 'screenHazard']));
    expect(JSON.stringify(all)).not.toContain('油茶');
  });
});
