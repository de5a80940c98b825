import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GRANTS } from '../support/cast.js';
import { declare, identify, PLACE, support } from '../support/story.js';
import { type StoryApp, startStoryApp } from '../support/story-app.js';

const WORKLIST = `query($overdueOnly: Boolean) { worklist(first: 50, overdueOnly: $overdueOnly) { totalCount nodes { kind title dueOn overdue priority case { id } } } }`;

interface Item {
  readonly kind: string;
  readonly title: string;
  readonly dueOn: string | null;
  readonly overdue: boolean;
  readonly case: { readonly id: string } | null;
}

describe('the worklist of the people of the story', () => {
  let app: StoryApp;
  const seenBy = async (person: 'village' | 'township' | 'county', overdueOnly = false): Promise<Item[]> => {
    const { data, errors } = await app.ask(person, WORKLIST, { overdueOnly });
    expect(errors).toEqual([]);
    expect(data.worklist.totalCount).toBe(data.worklist.nodes.length);
    return data.worklist.nodes;
  };
  const kindsSeenBy = async (person: 'village' | 'township' | 'county') =>
    (await seenBy(person)).map(({ kind }) => kind);

  beforeAll(async () => {
    app = await startStoryApp();
    const { story, stage } = app;
    await declare(story, stage);
    await identify(story, stage);
    await support(story, stage);
  }, 120_000);
  afterAll(() => app?.product.stop());

  it('asks the township and the county for a person responsible, and not the village', async () => {
    const [township, county, village] = await Promise.all(
      (['township', 'county', 'village'] as const).map((person) => kindsSeenBy(person)),
    );
    expect([township, county, village]).toEqual([['MISSING_PERSON'], ['MISSING_PERSON'], []]);
  });

  it('asks no more once somebody serves, and again from the day after a term ends', async () => {
    const { story, stage } = app;
    const assign = { caseId: story.case, name: '王干部', organization: '县农业农村局' };
    await story.act('township', 'assignResponsiblePerson', {
      ...assign,
      expectedVersion: story.version,
      from: '2023-03-30',
    });
    expect(await kindsSeenBy('township')).toEqual([]);
    await stage.today('2023-04-10');
    await story.act('township', 'assignResponsiblePerson', {
      ...assign,
      expectedVersion: story.version,
      from: '2023-04-10',
    });
    expect(await kindsSeenBy('township')).toEqual([]);
  });

  it('shows a review from a week before its day, to whoever may ask for elimination, and overdue the day after', async () => {
    const { story, stage } = app;
    const weak = { caseId: story.case, expectedVersion: story.version, reason: '收入不稳', reviewBy: '2023-05-20' };
    await story.act('township', 'continueSupport', weak);
    await stage.today('2023-05-12');
    expect(await seenBy('village')).toEqual([]);
    await stage.today('2023-05-13');
    expect(await seenBy('village')).toMatchObject([{ kind: 'CASE_REVIEW', dueOn: '2023-05-20', overdue: false }]);
    await stage.today('2023-05-20');
    expect(await seenBy('village', true)).toEqual([]);
    await stage.today('2023-05-21');
    expect(await seenBy('village', true)).toMatchObject([{ kind: 'CASE_REVIEW', overdue: true }]);
  });

  it('shows an emergency from the day after the limit of its run, to township and county, until it is decided', async () => {
    const { story, stage } = app;
    await stage.today('2023-06-01');
    const gone = {
      caseId: story.case,
      expectedVersion: story.version,
      reason: 'ENTERED_IN_ERROR',
      note: '试',
      on: '2023-06-01',
    };
    await story.act('county', 'withdrawCase', gone);
    const opening = {
      householdId: story.household,
      channel: 'CADRE_INSPECTION',
      emergency: true,
      openedOn: '2023-06-01',
    };
    const fields = 'case { id version procedures { kind dueOn overdue } } userErrors { code message }';
    const opened = await story.act('village', 'openCase', opening, fields);
    const [{ dueOn }] = opened.case.procedures;
    expect(dueOn).toBe('2023-06-16');
    await stage.today('2023-06-16');
    const emergencies = async (person: 'village' | 'township' | 'county') =>
      (await seenBy(person, true)).filter(({ kind }) => kind === 'EMERGENCY_OVERDUE');
    expect(await emergencies('township')).toEqual([]);
    await stage.today('2023-06-17');
    expect(await emergencies('township')).toMatchObject([
      { case: { id: story.case }, dueOn: '2023-06-16', overdue: true, title: expect.stringMatching(/^Emergency/) },
    ]);
    expect(await emergencies('county')).toHaveLength(1);
    expect(await emergencies('village')).toEqual([]);
    const refused = { commitment: { signedBy: '户主', truthful: false, authorizesLookup: false }, outcome: 'REJECTED' };
    const verified = {
      visitors: ['队员'],
      findings: '突发变故',
      category: 'SUDDEN_SEVERE_DIFFICULTY',
      risks: [{ riskType: 'ACCIDENT' }],
    };
    await story.step('village', 'household-verification', '2023-06-17', { verification: verified });
    await story.step('village', 'commitment-authorization', '2023-06-17', refused);
    expect(await emergencies('township')).toEqual([]);
  });

  it('is another township’s no work', async () => {
    const token = await app.product.token([{ ...GRANTS.township, region: `${PLACE.county}002` }]);
    const { data } = await app.product.ask(token, WORKLIST, {});
    expect(data.worklist.nodes).toEqual([]);
  });
});
