import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromGlobalId } from '../../src/platform/graphql/global-id.js';
import { declare, eliminate, identify, type Person, PLACE, Story, support } from '../support/story.js';
import { type StoryApp, startStoryApp } from '../support/story-app.js';

const VERIFY = 'query($id: ID!) { verifyAuditChain(subjectId: $id) { intact differences } }';
const MEASURE = { timing: 'AFTER_THE_FACT', fundingSource: 'SECTOR_POLICY' };

describe('the record of a case against its events, after every act', () => {
  let app: StoryApp;
  let story: Story;
  let looked = 0;

  const agrees = async (id: string) => {
    const { data } = await app.ask('auditor', VERIFY, { id });
    expect(data.verifyAuditChain).toEqual({ intact: true, differences: [] });
    looked += 1;
  };
  const on = () => ({ caseId: story.case, expectedVersion: story.version });

  beforeAll(async () => {
    app = await startStoryApp();
    const stage = {
      ...app.stage,
      async ask(person: Person, query: string, values?: Record<string, unknown>) {
        const answer = await app.stage.ask(person, query, values);
        const changed = query.startsWith('mutation') && Object.values(answer.data ?? {})[0];
        const id = (changed as { case?: { id: string } | null } | undefined)?.case?.id;
        if (id !== undefined) await agrees(id);
        return answer;
      },
    };
    story = new Story(stage);
    await declare(story, stage);
    await identify(story, stage);
    await support(story, stage);
  }, 120_000);
  afterAll(() => app?.product.stop());

  it('agrees through identification, a plan and its deliveries', () => {
    expect(looked).toBeGreaterThan(12);
  });

  it('agrees through a second plan that is sent back and then rejected, terms of two people, and continued support', async () => {
    await app.stage.today('2023-04-20');
    const measures = [
      { ...MEASURE, instrument: 'medical-assistance', addresses: ['ILLNESS'], provider: '县医疗保障局' },
      { ...MEASURE, instrument: 'public-welfare-job', addresses: [] },
    ];
    await story.act('township', 'planSupport', { ...on(), on: '2023-04-01', overrideReason: '病情加重', measures });
    const review = { review: { eligible: 40, attended: 32, inFavour: 32, against: 0 } };
    const notice = { step: 'public-notice', place: '村务公开栏' };
    await story.step('village', 'democratic-review', '2023-04-02', review);
    await story.act('village', 'publishNotice', { ...on(), ...notice, opensOn: '2023-04-02', closesOn: '2023-04-07' });
    await story.act('village', 'publishNotice', { ...on(), ...notice, opensOn: '2023-04-02', closesOn: '2023-04-08' });
    await story.step('village', 'public-notice', '2023-04-09');
    const decision = { decision: { decidedBy: '街道办' }, note: '材料不全' };
    const back = { ...decision, outcome: 'RETURNED', returnTo: 'democratic-review' };
    await story.step('township', 'township-review', '2023-04-10', back);
    await story.step('village', 'democratic-review', '2023-04-11', review);
    await story.act('village', 'publishNotice', { ...on(), ...notice, opensOn: '2023-04-11', closesOn: '2023-04-16' });
    await story.step('village', 'public-notice', '2023-04-17');
    await story.step('township', 'township-review', '2023-04-18', { ...decision, outcome: 'REJECTED' });
    const person = { name: '王干部', organization: '县农业农村局' };
    await story.act('township', 'assignResponsiblePerson', { ...on(), ...person, from: '2023-04-01' });
    await story.act('township', 'assignResponsiblePerson', { ...on(), ...person, from: '2023-04-15' });
    await story.act('township', 'giveUrgentHelp', {
      caseId: story.case,
      on: '2023-04-19',
      instrument: 'temporary-assistance',
      amount: '300.00',
      note: '急需',
    });
    await story.act('township', 'recordRisk', { ...on(), riskType: 'DISABILITY', identifiedOn: '2023-04-18' });
    const { monitoringCase } = await story.query(
      'county',
      'query($id: ID!) { monitoringCase(id: $id) { risks { id riskType { code } } measures(first: 50) { nodes { id status } } } }',
      { id: story.case },
    );
    const disability = monitoringCase.risks.find(
      (risk: { riskType: { code: string } }) => risk.riskType.code === 'DISABILITY',
    );
    const correction = { expectedVersion: story.version, reason: '类型填错' };
    await story.act('county', 'correctRecord', {
      ...correction,
      subjectId: disability.id,
      set: { riskType: 'ACCIDENT' },
    });
    await story.act('township', 'resolveRisk', {
      ...on(),
      riskId: disability.id,
      resolvedOn: '2023-04-20',
      note: '已恢复',
    });
    await story.act('county', 'correctRecord', {
      expectedVersion: story.version,
      reason: '渠道填错',
      subjectId: story.case,
      set: { channel: 'PETITION' },
    });
    await story.act('township', 'continueSupport', { ...on(), reason: '收入不稳', reviewBy: '2023-05-20' });
    const urgent = monitoringCase.measures.nodes.find(({ status }: { status: string }) => status === 'IN_PROGRESS');
    await story.act('township', 'concludeMeasure', {
      measureId: urgent.id,
      expectedVersion: story.version,
      on: '2023-04-20',
      status: 'CANCELLED',
      note: '不再需要',
    });
    const { county, id } = fromGlobalId(story.case)!;
    const provided = (provider: string, was: string | null) =>
      app.product.app.ground.database.write({ prefixes: [''], householdId: null }, (tx) =>
        tx.rows<{ provider: string }>(sql`UPDATE support_measure m SET provider = ${provider} FROM support_measure old
          WHERE m.county_code = ${county} AND old.county_code = ${county} AND old.id = m.id AND m.case_id = ${id}::uuid
            AND m.provider IS NOT NULL AND (${was}::text IS NULL OR m.provider = ${was}) RETURNING old.provider`),
      );
    const [kept] = await provided('别的单位', null);
    expect((await app.ask('auditor', VERIFY, { id: story.case })).data.verifyAuditChain.differences).toEqual([
      'measures',
    ]);
    await provided(kept!.provider, '别的单位');
    await agrees(story.case);
  });

  it('agrees through a withdrawal, and an emergency of the same household whose notice is objected to', async () => {
    await story.act('county', 'withdrawCase', { ...on(), reason: 'MOVED_AWAY', note: '误报', on: '2023-04-20' });
    const opened = {
      householdId: story.household,
      channel: 'CADRE_INSPECTION',
      emergency: true,
      openedOn: '2023-04-20',
    };
    await story.act('village', 'openCase', opened);
    for (let turn = 0, day = 20; turn < 12; turn += 1) {
      await app.stage.today(`2023-04-${day}`);
      const { monitoringCase } = await story.query(
        'county',
        'query($id: ID!) { monitoringCase(id: $id) { status availableActions { action allowed step section input } } }',
        { id: story.case },
      );
      const offers = monitoringCase.availableActions as {
        action: string;
        allowed: boolean;
        step: string;
        section: string | null;
        input: Record<string, unknown>;
      }[];
      const notice = offers.find(({ action, allowed }) => action === 'publishNotice' && allowed);
      const passing = offers.find(
        ({ action, allowed, input }) => action === 'completeStep' && allowed && input['outcome'] === 'PASSED',
      );
      if (passing !== undefined) {
        const section = passing.section === null ? {} : { [passing.section]: SECTIONS[passing.section] };
        await story.step('county', passing.step, `2023-04-${day}`, section);
      } else if (notice !== undefined) {
        await story.act('village', 'publishNotice', {
          ...on(),
          step: notice.step,
          opensOn: `2023-04-${day}`,
          closesOn: '2023-04-28',
          place: '公开栏',
        });
        break;
      } else day += 1;
    }
    const notices = 'query($r: RegionCode!) { publicNotices(region: $r) { nodes { entries { id } } } }';
    const { publicNotices } = await story.query('nobody', notices, { r: PLACE.village });
    const filed = { entryId: publicNotices.nodes[0].entries[0].id, filedOn: '2023-04-21', statement: '不属实' };
    await app.stage.today('2023-04-21');
    await story.act('resident', 'fileObjection', filed, 'objection { id } userErrors { code message path }');
    await agrees(story.case);
    const { availableActions } = (
      await story.query('county', 'query($id: ID!) { monitoringCase(id: $id) { availableActions { action input } } }', {
        id: story.case,
      })
    ).monitoringCase;
    const upheld = availableActions.find(({ action }: { action: string }) => action === 'resolveObjection').input;
    await story.act(
      'county',
      'resolveObjection',
      { ...upheld, resolvedOn: '2023-04-21', resolution: '重新核实' },
      'case { id version currentSteps { definition { code } } } userErrors { code message path }',
    );
  });

  it('names what somebody changed in the rows past the events', async () => {
    const { county, id } = fromGlobalId(story.case)!;
    const scope = { prefixes: [''], householdId: null };
    const write = (statement: ReturnType<typeof sql>) =>
      app.product.app.ground.database.write(scope, (tx) => tx.rows(statement));
    await write(
      sql`UPDATE monitoring_case SET tracking_only = true WHERE county_code = ${county} AND id = ${id}::uuid`,
    );
    await write(
      sql`UPDATE procedure_step SET completed_on = completed_on - 1 WHERE county_code = ${county} AND case_id = ${id}::uuid AND code = 'household-verification' AND attempt = 1 AND status = 'DONE'`,
    );
    const { data } = await app.ask('auditor', VERIFY, { id: story.case });
    expect(data.verifyAuditChain).toEqual({ intact: true, differences: ['trackingOnly', 'runs'] });
  });

  it('has nothing to compare for a household', async () => {
    const { data } = await app.ask('auditor', VERIFY, { id: story.household });
    expect(data.verifyAuditChain).toEqual({ intact: true, differences: [] });
  });
});

describe('an elimination that is taken back', () => {
  let app: StoryApp;
  beforeAll(async () => {
    app = await startStoryApp();
    const { story, stage } = app;
    for (const chapter of [declare, identify, support, eliminate]) await chapter(story, stage);
  }, 120_000);
  afterAll(() => app?.product.stop());

  it('is told by its events, before and after', async () => {
    const differences = async () =>
      (await app.ask('auditor', VERIFY, { id: app.story.case })).data.verifyAuditChain.differences;
    expect(await differences()).toEqual([]);
    await app.stage.today('2023-11-10');
    const input = { caseId: app.story.case, expectedVersion: app.story.version, reason: '误标', on: '2023-11-10' };
    await app.story.act('county', 'rollBackElimination', input);
    expect(await differences()).toEqual([]);
  });
});

const SECTIONS: Readonly<Record<string, object>> = {
  verification: {
    visitors: ['队员'],
    findings: '突发变故',
    category: 'SUDDEN_SEVERE_DIFFICULTY',
    risks: [{ riskType: 'ACCIDENT' }],
  },
  commitment: { signedBy: '户主', truthful: true, authorizesLookup: true },
  comparison: { departments: ['CIVIL_AFFAIRS'], discrepancies: [] },
  review: { eligible: 40, attended: 30, inFavour: 30, against: 0 },
  decision: { decidedBy: '办公室' },
};
