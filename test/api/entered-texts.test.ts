import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { declare, PLACE } from '../support/story.js';
import { type StoryApp, startStoryApp } from '../support/story-app.js';

const NUL = '\u0000';

describe('texts that cannot be kept, and objections', () => {
  let app: StoryApp;
  const on = () => ({ caseId: app.story.case, expectedVersion: app.story.version });
  const objected = 'objection { id status receipt } userErrors { code message path }';
  let entryId = '';

  beforeAll(async () => {
    app = await startStoryApp();
    await declare(app.story, app.stage);
    await app.stage.today('2023-03-09');
  }, 120_000);
  afterAll(() => app?.product.stop());

  it('names each of a step, and writes nothing', async () => {
    const verification = {
      visitors: ['村干部', NUL],
      findings: `户主${NUL}`,
      needs: ['x'.repeat(2_001)],
      category: 'MARGINAL_AT_RISK',
      risks: [{ riskType: 'ILLNESS', primary: true }],
    };
    const evidence = [{ kind: 'photograph', title: `门前${NUL}`, sha256: 'a'.repeat(64) }];
    const texts = { note: NUL, enteredFor: `张${NUL}`, verification, evidence };
    const input = { ...app.story.stepInput('household-verification', '2023-03-07'), ...texts };
    const { userErrors } = await app.mutate('village', 'completeStep', input);
    const named = userErrors.map(
      ({ code, path }: { code: string; path: string[] }) => `${code} ${path.slice(1).join('.')}`,
    );
    expect(named).toEqual([
      'BAD_VALUE note',
      'BAD_VALUE enteredFor',
      'BAD_VALUE evidence.0.title',
      'BAD_VALUE verification.visitors.1',
      'BAD_VALUE verification.findings',
      'BAD_VALUE verification.needs.0',
    ]);
    const kept = await app.mutate('village', 'completeStep', {
      ...input,
      note: 'x'.repeat(2_000),
      enteredFor: '  ',
      evidence: [{ ...evidence[0], title: '门前' }],
      verification: { ...verification, visitors: ['村干部'], findings: '户主', needs: [] },
    });
    expect(kept.userErrors).toEqual([]);
    app.story.version = kept.case.version;
  });

  it('names the note of a verification of a lead', async () => {
    const lead = {
      channel: 'MEDIA',
      region: PLACE.village,
      reportedOn: '2023-03-08',
      statement: '媒体报道',
      contactName: '李',
    };
    const { lead: told } = await app.mutate(
      'village',
      'submitLead',
      lead,
      'lead { id } userErrors { code message path }',
    );
    const verified = { leadId: told.id, outcome: 'DISMISS', verifiedOn: '2023-03-08' };
    const fields = 'lead { status } userErrors { code path }';
    for (const note of [NUL, 'x'.repeat(2_001)])
      expect(await app.mutate('village', 'verifyLead', { ...verified, note }, fields)).toMatchObject({
        lead: null,
        userErrors: [{ code: 'BAD_VALUE', path: ['input', 'note'] }],
      });
    const kept = await app.mutate('village', 'verifyLead', { ...verified, note: 'x'.repeat(2_000) }, fields);
    expect(kept).toEqual({ lead: { status: 'DISMISSED' }, userErrors: [] });
  });

  it('names the place of a notice, and takes it with a place', async () => {
    const { story } = app;
    const signed = { commitment: { signedBy: '张德福', truthful: true, authorizesLookup: true } };
    await story.step('village', 'commitment-authorization', '2023-03-07', signed);
    const compared = { comparison: { departments: ['CIVIL_AFFAIRS'], discrepancies: [] } };
    const department = await app.product.token([{ role: 'DEPARTMENT_CLIENT', region: PLACE.county }]);
    const answered = await app.product.ask(
      department,
      'mutation($input: CompleteStepInput!) { completeStep(input: $input) { case { id number status } userErrors { code } } }',
      { input: story.stepInput('data-comparison', '2023-03-07', compared) },
    );
    // A department reads no case: what it brought in stands, and nothing of the case comes back.
    expect(answered).toMatchObject({ data: { completeStep: { case: null, userErrors: [] } }, errors: [] });
    story.version += 1;
    const review = { eligible: 40, attended: 30, inFavour: 26, against: 1, abstained: 3 };
    await story.step('village', 'democratic-review', '2023-03-07', { review });
    const notice = { ...on(), step: 'public-notice', opensOn: '2023-03-07', closesOn: '2023-03-14' };
    for (const place of ['', ' ', NUL, 'x'.repeat(201)])
      await story.refused('village', 'publishNotice', { ...notice, place }, 'BAD_VALUE');
    await story.act('village', 'publishNotice', { ...notice, place: '村务公开栏' });
    const { publicNotices } = await story.query(
      'nobody',
      'query($r: RegionCode!) { publicNotices(region: $r) { nodes { entries { id } } } }',
      { r: PLACE.village },
    );
    entryId = publicNotices.nodes[0].entries[0].id;
  });

  it('takes an objection from anyone within the bounds of a page, once for one key', async () => {
    const input = { entryId, filedOn: '2023-03-08', statement: '该户有商品房' };
    for (const set of [
      { statement: NUL },
      { statement: 'x'.repeat(2_001) },
      { contact: 'x'.repeat(121) },
      { statement: ' ' },
    ])
      expect((await app.mutate('nobody', 'fileObjection', { ...input, ...set }, objected)).userErrors).toMatchObject([
        { code: 'BAD_VALUE' },
      ]);
    const keyed = { ...input, idempotencyKey: '6f0f5a50-0000-4000-8000-000000000001' };
    const first = await app.mutate('nobody', 'fileObjection', keyed, objected);
    expect(first).toMatchObject({ objection: { status: 'OPEN' }, userErrors: [] });
    expect(await app.mutate('nobody', 'fileObjection', keyed, objected)).toEqual(first);
  });

  it('stands in the way of the notice, goes back to verification when upheld, and is nobody else’s to resolve', async () => {
    const { story, stage } = app;
    await stage.today('2023-03-16');
    await story.refused(
      'village',
      'completeStep',
      story.stepInput('public-notice', '2023-03-15'),
      'OBJECTION_OPEN',
      '3.2',
    );
    const { monitoringCase } = await story.query(
      'township',
      'query($id: ID!) { monitoringCase(id: $id) { procedures { steps { notice { entries { objections { id statement } } } } } } }',
      { id: story.case },
    );
    const [objection] = monitoringCase.procedures[0].steps.flatMap(
      (step: { notice: null | { entries: { objections: object[] }[] } }) => step.notice?.entries[0]?.objections ?? [],
    );
    expect(objection.statement).toBe('该户有商品房');
    const resolved = { objectionId: objection.id, outcome: 'UPHELD', resolvedOn: '2023-03-15', resolution: '情况属实' };
    const input = { ...resolved, expectedVersion: story.version };
    const { errors } = await app.ask(
      'village',
      'mutation($input: ResolveObjectionInput!) { resolveObjection(input: $input) { userErrors { code } } }',
      { input },
    );
    expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
    const payload =
      'objection { status } case { id version status currentSteps { definition { code } } } userErrors { code message path article }';
    await story.refused('township', 'resolveObjection', { ...input, resolution: NUL }, 'BAD_VALUE', null, payload);
    const back = await story.act('township', 'resolveObjection', input, payload);
    expect(back.case.currentSteps).toEqual([{ definition: { code: 'household-verification' } }]);
    await story.refused(
      'township',
      'resolveObjection',
      { ...resolved, expectedVersion: story.version },
      'INVALID_STATE',
      '3.2',
      payload,
    );
  });
});
