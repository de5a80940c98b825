import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { declare, identify, support } from '../support/story.js';
import { type StoryApp, startStoryApp } from '../support/story-app.js';

const MEASURE = { timing: 'AFTER_THE_FACT', fundingSource: 'SECTOR_POLICY' };

describe('a case that is withdrawn while a run is under way', () => {
  let app: StoryApp;
  const on = () => ({ caseId: app.story.case, expectedVersion: app.story.version });
  const read = async (fields: string) =>
    (
      await app.story.query('county', `query($id: ID!) { monitoringCase(id: $id) { ${fields} } }`, {
        id: app.story.case,
      })
    ).monitoringCase;

  beforeAll(async () => {
    app = await startStoryApp();
    const { story, stage } = app;
    await declare(story, stage);
    await identify(story, stage);
    await support(story, stage);
    await story.act('township', 'planSupport', {
      ...on(),
      on: '2023-03-29',
      overrideReason: '病情加重,确需追加',
      measures: [
        { ...MEASURE, instrument: 'medical-assistance', addresses: ['ILLNESS'] },
        { ...MEASURE, instrument: 'public-welfare-job', addresses: [] },
      ],
    });
    await story.step('village', 'democratic-review', '2023-03-30', {
      review: { eligible: 40, attended: 32, inFavour: 32, against: 0 },
    });
    const notice = { step: 'public-notice', opensOn: '2023-03-30', closesOn: '2023-04-05', place: '村务公开栏' };
    await story.act('village', 'publishNotice', { ...on(), ...notice });
    await story.act('county', 'withdrawCase', { ...on(), reason: 'MOVED_AWAY', note: '全家迁出', on: '2023-03-30' });
    await stage.today('2023-04-20');
  }, 120_000);
  afterAll(() => app?.product.stop());

  it('has no step that waits, and its run ended on the day of the withdrawal with no outcome', async () => {
    const { status, currentSteps, procedures } = await read(
      'status currentSteps { definition { code } } procedures { kind endedOn outcome steps { status } }',
    );
    expect({ status, currentSteps }).toEqual({ status: 'WITHDRAWN', currentSteps: [] });
    const run = procedures.at(-1);
    expect(run).toMatchObject({ kind: 'SUPPORT', endedOn: '2023-03-30', outcome: null });
    expect(run.steps.map((step: { status: string }) => step.status)).toEqual(['DONE', 'WAITING', 'WAITING']);
  });

  it('takes neither the step that waited nor a longer notice', async () => {
    const step = await app.mutate('village', 'completeStep', app.story.stepInput('public-notice', '2023-04-06'));
    expect(step).toMatchObject({ case: null, userErrors: [{ code: 'INVALID_STATE', path: ['input', 'step'] }] });
    const longer = { step: 'public-notice', opensOn: '2023-03-30', closesOn: '2023-04-09', place: '村务公开栏' };
    const notice = await app.mutate('village', 'publishNotice', { ...on(), ...longer });
    expect(notice).toMatchObject({ case: null, userErrors: [{ code: 'INVALID_STATE' }] });
  });

  it('cancels what was only planned and leaves what was delivered', async () => {
    const { measures } = await read('measures { nodes { status } }');
    const statuses = measures.nodes.map((one: { status: string }) => one.status).sort();
    expect(statuses).toEqual(['CANCELLED', 'CANCELLED', 'IN_PROGRESS', 'IN_PROGRESS']);
  });

  it('names nobody responsible any more', async () => {
    const person = { name: '王干部', organization: '县农业农村局', from: '2023-04-10' };
    const named = await app.mutate('township', 'assignResponsiblePerson', { ...on(), ...person });
    expect(named).toMatchObject({ case: null, userErrors: [{ code: 'INVALID_STATE', article: '5.1' }] });
  });

  it('leaves the next episode no day before it was over', async () => {
    const opening = { householdId: app.story.household, channel: 'CADRE_INSPECTION' };
    const early = await app.mutate('village', 'openCase', { ...opening, openedOn: '2023-03-29' });
    expect(early).toMatchObject({ case: null, userErrors: [{ code: 'DATE_ORDER', path: ['input', 'openedOn'] }] });
    const next = await app.mutate('village', 'openCase', { ...opening, openedOn: '2023-03-30' });
    expect(next).toMatchObject({ case: { status: 'UNDER_IDENTIFICATION' }, userErrors: [] });
  });
});
