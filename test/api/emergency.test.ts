import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { declare, PLACE } from '../support/story.js';
import { type StoryApp, startStoryApp } from '../support/story-app.js';

const VERIFICATION = {
  visitors: ['village-worker'],
  findings: '突发火灾,房屋烧毁',
  category: 'SUDDEN_SEVERE_DIFFICULTY',
  risks: [{ riskType: 'ACCIDENT', primary: true }],
};

describe('an emergency: help first, the procedure after it', () => {
  let app: StoryApp;
  const on = () => ({ caseId: app.story.case, expectedVersion: app.story.version });
  const read = async (fields: string) =>
    (
      await app.story.query('county', `query($id: ID!) { monitoringCase(id: $id) { ${fields} } }`, {
        id: app.story.case,
      })
    ).monitoringCase;
  const overdueCases = async () =>
    (
      await app.story.query(
        'county',
        'query($r: RegionCode!) { monitoringCases(where: { region: $r, overdue: true }) { nodes { id } } }',
        { r: PLACE.county },
      )
    ).monitoringCases.nodes.map(({ id }: { id: string }) => id);

  beforeAll(async () => {
    app = await startStoryApp();
    await declare(app.story, app.stage);
    await app.story.act('county', 'withdrawCase', {
      ...on(),
      reason: 'ENTERED_IN_ERROR',
      note: '另案紧急办理',
      on: '2023-03-06',
    });
    await app.story.act('village', 'openCase', {
      householdId: app.story.household,
      channel: 'CADRE_INSPECTION',
      emergency: true,
      openedOn: '2023-03-06',
    });
  }, 120_000);
  afterAll(() => app?.product.stop());

  it('is helped on the day the case is opened, on a township officer’s word, before any step is done', async () => {
    const help = { caseId: app.story.case, on: '2023-03-06', instrument: 'temporary-assistance', note: '先行救助' };
    const { errors } = await app.ask(
      'village',
      'mutation($input: GiveUrgentHelpInput!) { giveUrgentHelp(input: $input) { userErrors { code } } }',
      { input: { ...help, amount: '2000.00' } },
    );
    expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
    const { case: helped } = await app.story.act('township', 'giveUrgentHelp', { ...help, amount: '2000.00' });
    expect(helped.status).toBe('UNDER_IDENTIFICATION');
    expect(await read('procedures { kind startedOn } measures { nodes { status delivered } }')).toEqual({
      procedures: [{ kind: 'EMERGENCY_IDENTIFICATION', startedOn: '2023-03-06' }],
      measures: { nodes: [{ status: 'IN_PROGRESS', delivered: '2000.00' }] },
    });
  });

  it('is in time on the last day of the limit, 21 March, and overdue on the day after', async () => {
    await app.stage.today('2023-03-21');
    expect(await overdueCases()).toEqual([]);
    await app.stage.today('2023-03-22');
    expect(await overdueCases()).toEqual([app.story.case]);
  });

  it('lets an overdue step be done, and keeps the mark of the run', async () => {
    const verified = await app.story.step('village', 'household-verification', '2023-03-22', {
      verification: VERIFICATION,
    });
    expect(verified.case.status).toBe('UNDER_IDENTIFICATION');
    expect(await overdueCases()).toEqual([app.story.case]);
    const { procedures } = await read('procedures { dueOn overdue steps { definition { code } status completedOn } }');
    expect(procedures[0]).toMatchObject({ dueOn: '2023-03-21', overdue: true });
    expect(procedures[0].steps[0]).toMatchObject({ status: 'DONE', completedOn: '2023-03-22' });
  });

  it('ends when the household refuses the commitment; the help that was given stands', async () => {
    const refused = await app.story.act(
      'village',
      'completeStep',
      app.story.stepInput('commitment-authorization', '2023-03-22', {
        outcome: 'REJECTED',
        commitment: { signedBy: '张德福', truthful: true, authorizesLookup: false },
      }),
    );
    expect(refused.case).toMatchObject({ status: 'NOT_IDENTIFIED', currentSteps: [] });
    expect(await read('procedures { outcome endedOn overdue } measures { nodes { status delivered } }')).toEqual({
      procedures: [{ outcome: 'REJECTED', endedOn: '2023-03-22', overdue: true }],
      measures: { nodes: [{ status: 'IN_PROGRESS', delivered: '2000.00' }] },
    });
    expect(await overdueCases()).toEqual([]);
  });
});
