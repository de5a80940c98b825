import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toGlobalId } from '../../src/platform/graphql/global-id.js';
import { declare, PLACE } from '../support/story.js';
import { type StoryApp, startStoryApp } from '../support/story-app.js';

const VERIFIED = {
  verification: {
    visitors: ['village-worker'],
    findings: '户主慢性病',
    category: 'MARGINAL_AT_RISK',
    risks: [{ riskType: 'ILLNESS', primary: true }],
  },
};
const codes = (payloads: readonly { userErrors: readonly { code: string }[] }[]) =>
  payloads.map(({ userErrors }) => userErrors[0]?.code ?? 'done').sort();

describe('threat 31 · two requests at once', () => {
  let app: StoryApp;
  let numbers = 0;
  const family = async (): Promise<string> => {
    const member = { name: '示例', relationship: 'HEAD', sex: 'MALE', birthDate: '1970-01-01', labour: 'ORDINARY' };
    numbers += 1;
    const input = { region: PLACE.village, number: `TWO-${numbers}`, formerStatus: 'GENERAL', members: [member] };
    const { household } = await app.mutate(
      'village',
      'registerHousehold',
      input,
      'household { id } userErrors { code }',
    );
    return household.id;
  };
  const twice = <T>(make: (index: number) => Promise<T>, times = 2) =>
    Promise.all(Array.from({ length: times }, (_, n) => make(n)));
  const chain = async (id: string) =>
    (await app.story.query('auditor', 'query($id: ID!) { verifyAuditChain(subjectId: $id) { intact events } }', { id }))
      .verifyAuditChain;

  beforeAll(async () => {
    app = await startStoryApp();
    await declare(app.story, app.stage);
    await app.stage.today('2023-03-08');
  }, 120_000);
  afterAll(() => app?.product.stop());

  it('open one case between them', async () => {
    const input = { householdId: await family(), channel: 'CADRE_INSPECTION', openedOn: '2023-03-08' };
    const answers = await twice(() => app.mutate('village', 'openCase', input), 4);
    expect(codes(answers)).toEqual(['CASE_ALREADY_OPEN', 'CASE_ALREADY_OPEN', 'CASE_ALREADY_OPEN', 'done']);
  });

  it('with one key open one case, and both are answered with it', async () => {
    const input = { householdId: await family(), channel: 'CADRE_INSPECTION', openedOn: '2023-03-08' };
    const keyed = { ...input, idempotencyKey: '5b7c1d8e-1111-4222-8333-444455556666' };
    const answers = await twice(() => app.mutate('village', 'openCase', keyed), 4);
    expect(codes(answers)).toEqual(['done', 'done', 'done', 'done']);
    const ids = new Set(answers.map((answer) => answer.case.id));
    expect(ids.size).toBe(1);
    expect(await chain(String([...ids][0]))).toEqual({ intact: true, events: 1 });
    const other = await app.mutate('village', 'openCase', { ...keyed, openedOn: '2023-03-07' });
    expect(other).toMatchObject({ case: null, userErrors: [{ code: 'IDEMPOTENCY_CONFLICT' }] });
    const elsewhere = await app.mutate('county', 'openCase', keyed);
    expect(elsewhere).toMatchObject({ case: null, userErrors: [{ code: 'CASE_ALREADY_OPEN' }] });
  });

  it('complete a step once (threat 30): the second is told that the case has changed', async () => {
    const input = app.story.stepInput('household-verification', '2023-03-07', VERIFIED);
    const answers = await twice((n) => app.mutate(n === 0 ? 'village' : 'township', 'completeStep', input));
    expect(codes(answers)).toEqual(['CONFLICT', 'done']);
    app.story.version += 1;
    // The other acts upon the version that it is told, and is told what stands in the way now.
    const told = answers.flatMap(({ userErrors }) =>
      userErrors.map(({ currentVersion }: { currentVersion: number }) => currentVersion),
    );
    expect(told).toEqual([app.story.version]);
    const again = await app.mutate('village', 'completeStep', { ...input, expectedVersion: told[0] });
    expect(codes([again])).toEqual(['STEP_NOT_CURRENT']);
    expect(await chain(app.story.case)).toEqual({ intact: true, events: app.story.version });
  });

  it('register a number of the national register once', async () => {
    const member = { name: '示例', relationship: 'HEAD', sex: 'MALE', birthDate: '1970-01-01', labour: 'ORDINARY' };
    const input = { region: PLACE.village, number: 'TWO-ONCE', formerStatus: 'GENERAL', members: [member] };
    const answers = await twice(() =>
      app.mutate('village', 'registerHousehold', input, 'household { id } userErrors { code }'),
    );
    expect(codes(answers)).toEqual(['DUPLICATE', 'done']);
  });

  it('record a window of income once, and every other change of a moment one behind the other', async () => {
    const householdId = await family();
    const income = { from: '2022-03-01', to: '2023-02-28', wages: '9000.00' };
    const fields = 'household { version } userErrors { code }';
    const same = await twice(() => app.mutate('village', 'recordIncome', { householdId, income }, fields));
    expect(codes(same)).toEqual(['DUPLICATE', 'done']);
    const others = await twice((n) => {
      const window = { ...income, from: `2022-0${n + 1}-01`, to: `2022-0${n + 4}-28` };
      return app.mutate('village', 'recordIncome', { householdId, income: window }, fields);
    }, 4);
    expect(codes(others)).toEqual(['done', 'done', 'done', 'done']);
    expect(others.map(({ household }) => household.version).sort()).toContain(6);
    expect(await chain(householdId)).toEqual({ intact: true, events: 6 });
  });

  it('name one person responsible, though neither knew of the other', async () => {
    const householdId = await family();
    const opening = { householdId, channel: 'CADRE_INSPECTION', openedOn: '2023-03-08' };
    const { case: opened } = await app.mutate('village', 'openCase', opening);
    const person = { caseId: opened.id, expectedVersion: 1, organization: '村委会', from: '2023-03-08' };
    const answers = await twice((n) =>
      app.mutate('township', 'assignResponsiblePerson', { ...person, name: `王${n}` }),
    );
    expect(codes(answers)).toEqual(['CONFLICT', 'done']);
  });

  it('answer a key that was used on an object out of reach like any other', async () => {
    const caseId = toGlobalId('MonitoringCase', '430122', '01890000-0000-7000-8000-000000000000');
    const input = { caseId, expectedVersion: 1, reason: 'MOVED_AWAY', note: 'x', on: '2023-03-08' };
    const keyed = { ...input, idempotencyKey: '5b7c1d8e-1111-4222-8333-444455557777' };
    const answers = await twice(() => app.mutate('county', 'withdrawCase', keyed));
    expect(codes(answers)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
  });
});
