import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grant } from '../../src/domain/jurisdiction/role.js';
import { toGlobalId } from '../../src/platform/graphql/global-id.js';
import { declare, HOUSEHOLD_NUMBER, identify, PLACE, support } from '../support/story.js';
import { type StoryApp, startStoryApp } from '../support/story-app.js';

const NATION: Grant = { role: 'NATIONAL_OFFICER', region: '000000' };
const AUDITOR: Grant = { role: 'AUDITOR', region: '430000' };
const PROVINCE: Grant = { role: 'PROVINCE_OFFICER', region: '430000' };
const SIBLING: Grant = { role: 'VILLAGE_WORKER', region: '430121001002' };
const NEIGHBOUR: Grant = { role: 'COUNTY_OFFICER', region: '430122' };
const RESIDENT: Grant = { role: 'RESIDENT', region: PLACE.village };
const NEVER = '01890000-0000-7000-8000-000000000000';
const WORDS = `leads { statement outcomeNote }
  procedures { steps { note } }
  measures { nodes { deliveries { note } } }
  responsiblePersons { name phone }
  household { address head { name(purpose: "入户核查") idNumber(purpose: "入户核查") phone(purpose: "入户核查") } }`;

describe('threat 18 · who sees what of a case', () => {
  let app: StoryApp;
  const as = async (grant: Grant, query: string, variables = {}, household?: string) =>
    app.product.ask(
      await app.product.token([grant], { subject: grant.role, ...(household === undefined ? {} : { household }) }),
      query,
      variables,
    );
  const caseAs = async (grant: Grant, household?: string) =>
    (await as(grant, `query($id: ID!) { monitoringCase(id: $id) { ${WORDS} } }`, { id: app.story.case }, household))
      .data.monitoringCase;

  beforeAll(async () => {
    app = await startStoryApp();
    const { story, stage } = app;
    await declare(story, stage);
    await identify(story, stage);
    await support(story, stage);
    const on = { caseId: story.case, expectedVersion: story.version };
    const person = { name: '王建国', organization: '县农业农村局', phone: '19900000009', from: '2023-03-30' };
    await story.act('township', 'assignResponsiblePerson', { ...on, ...person });
    const help = { on: '2023-03-30', instrument: 'medical-assistance', amount: '100.00', note: '张德福突发心梗' };
    await story.act('township', 'giveUrgentHelp', { caseId: story.case, ...help });
    await story.act('township', 'planSupport', {
      caseId: story.case,
      expectedVersion: story.version,
      on: '2023-03-30',
      overrideReason: '病情加重',
      measures: ['medical-assistance', 'public-welfare-job'].map((instrument, index) => ({
        instrument,
        addresses: index === 0 ? ['ILLNESS'] : [],
        timing: 'AFTER_THE_FACT',
        fundingSource: 'SECTOR_POLICY',
      })),
    });
    await story.act(
      'village',
      'completeStep',
      story.stepInput('democratic-review', '2023-03-30', {
        note: '张德福家情况属实',
        review: { eligible: 40, attended: 32, inFavour: 32, against: 0 },
      }),
    );
  }, 120_000);
  afterAll(() => app?.product.stop());

  it('shows the words to the county, the province and the household, and names only to those who deal with it', async () => {
    const words = {
      leads: [{ statement: '长期患病,医药费负担重', outcomeNote: '情况属实' }],
      responsiblePersons: [{ name: '王建国', phone: '19900000009' }],
    };
    const open = { name: '张德福', idNumber: '430121196503120018', phone: '19900000001' };
    const own = await caseAs(RESIDENT, HOUSEHOLD_NUMBER);
    const county = await caseAs({ role: 'COUNTY_OFFICER', region: PLACE.county });
    for (const seen of [own, county])
      expect(seen).toMatchObject({ ...words, household: { address: '开元路12号', head: open } });
    const masked = { name: '张**', idNumber: '430121************', phone: '199****0001' };
    const province = await caseAs(PROVINCE);
    expect(province).toMatchObject({ ...words, household: { address: '开元路12号', head: masked } });
    for (const seen of [own, county, province]) {
      expect(JSON.stringify(seen)).toContain('张德福家情况属实');
      expect(JSON.stringify(seen)).toContain('张德福突发心梗');
    }
  });

  it.each([NATION, AUDITOR])('shows no word, no name, no number and no address to $role', async (grant) => {
    const seen = await caseAs(grant);
    expect(seen).toMatchObject({
      leads: [{ statement: '***', outcomeNote: '***' }],
      responsiblePersons: [{ name: '王**', phone: '199****0009' }],
      household: { address: null, head: { name: '张**', idNumber: '430121************', phone: '199****0001' } },
    });
    expect(JSON.stringify(seen)).not.toMatch(/张德福|心梗|王建国|0018|开元路/);
  });

  it('answers a village beside, a county beside and another household as if nothing of it had ever been', async () => {
    const reads = `query($case: ID!, $household: ID!) { monitoringCase(id: $case) { id } household(id: $household) { id }
      byCase: node(id: $case) { id } byHousehold: node(id: $household) { id } nodes(ids: [$case, $household]) { id } }`;
    const there = { case: app.story.case, household: app.story.household };
    const never = {
      case: toGlobalId('MonitoringCase', PLACE.county, NEVER),
      household: toGlobalId('Household', PLACE.county, NEVER),
    };
    const nothing = { monitoringCase: null, household: null, byCase: null, byHousehold: null, nodes: [null, null] };
    for (const [grant, number] of [[SIBLING], [NEIGHBOUR], [RESIDENT, '4301210010019999'], [RESIDENT]] as const) {
      const refused = await as(grant, reads, there, number);
      expect(refused).toMatchObject({ status: 200, data: nothing, errors: [] });
      expect(await as(grant, reads, never, number)).toEqual(refused);
    }
  });

  it('refuses a change from beside with the words for an id that never was', async () => {
    const withdraw = `mutation($id: ID!) { withdrawCase(input: { caseId: $id, expectedVersion: 1, reason: MOVED_AWAY, note: "x", on: "2023-03-30" })
      { case { id } userErrors { code message path article } } }`;
    const never = toGlobalId('MonitoringCase', PLACE.county, NEVER);
    const refused = await as(NEIGHBOUR, withdraw, { id: app.story.case });
    expect(refused.data.withdrawCase).toMatchObject({ case: null, userErrors: [{ code: 'NOT_FOUND' }] });
    expect(await as(NEIGHBOUR, withdraw, { id: never })).toEqual(refused);
    expect((await as({ ...NEIGHBOUR, region: PLACE.county }, withdraw, { id: never })).data).toEqual(refused.data);
  });

  it.each(['ANALYST', 'DEPARTMENT_CLIENT', 'PROVINCE_IT'] as const)(
    'gives %s no row, whatever door is tried',
    async (role) => {
      const { story } = app;
      const doors = [
        `{ households { totalCount } }`,
        `{ monitoringCases { totalCount } }`,
        `{ leads { totalCount } }`,
        `{ worklist { totalCount } }`,
        `{ region(code: "430121") { households { totalCount } } }`,
        `{ region(code: "430121") { monitoringCases { totalCount } } }`,
        `{ node(id: "${story.case}") { id } }`,
        `{ nodes(ids: ["${story.household}"]) { id } }`,
        `{ household(id: "${story.household}") { id } }`,
        `{ householdByNumber(number: "${HOUSEHOLD_NUMBER}") { id } }`,
        `{ assess(householdId: "${story.household}") { withinRange } }`,
        `{ auditEvents { totalCount } }`,
      ];
      for (const door of doors) {
        const { errors } = await as({ role, region: '430000' }, door);
        expect(
          errors.map(({ extensions }) => extensions.code),
          door,
        ).toEqual(['FORBIDDEN']);
      }
    },
  );
});
