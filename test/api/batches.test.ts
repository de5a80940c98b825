import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toGlobalId } from '../../src/platform/graphql/global-id.js';
import { openVillage, VERIFICATION, type Village } from './a-village.js';

const SIZE = 24;
const KEY = '5b7c1d8e-1111-4222-8333-0000000000';
const NEVER = toGlobalId('MonitoringCase', '430121', '01890000-0000-7000-8000-000000000000');
const MINUTES = [{ kind: 'minutes', title: '村民代表会议记录', sha256: 'b'.repeat(64) }];
const REVIEW = { review: { eligible: 40, attended: 30, inFavour: 26, against: 1, abstained: 3 } };
// biome-ignore lint/suspicious/noExplicitAny: as above
type Payload = any;

describe('a village meeting with many cases', () => {
  let village: Village;
  const chain = async (id: string) =>
    (
      await village.app.story.query(
        'auditor',
        'query($id: ID!) { verifyAuditChain(subjectId: $id) { intact events } }',
        { id },
      )
    ).verifyAuditChain;
  const codes = (payload: Payload) =>
    payload.rowErrors.map(({ index, code, path }: Payload) => `${index} ${code} ${path.join('.')}`);
  const steps = (payload: Payload) => [
    ...new Set(
      payload.cases.map((one: Payload) => one.currentSteps.map((step: Payload) => step.definition.code).join()),
    ),
  ];

  beforeAll(async () => {
    village = await openVillage(SIZE);
  }, 180_000);
  afterAll(() => village?.app.product.stop());

  it('completes a step of each case, in as many statements as one takes and not as many as there are cases', async () => {
    const { statements, forget } = { statements: village.app.product.statements, forget: village.app.product.forget };
    const few = village.cases.slice(0, 2);
    forget();
    const two = await village.send('village', 'completeSteps', {
      items: village.items('household-verification', '2023-03-02', { verification: VERIFICATION }, few),
    });
    const forTwo = statements.length;
    expect(two).toMatchObject({ rowErrors: [], userErrors: [] });
    forget();
    const rest = village.cases.slice(2);
    const many = await village.send('village', 'completeSteps', {
      items: village.items('household-verification', '2023-03-02', { verification: VERIFICATION }, rest),
    });
    expect(many).toMatchObject({ rowErrors: [], userErrors: [] });
    expect(many.cases).toHaveLength(SIZE - 2);
    expect(many.cases.map(({ id }: Payload) => id)).toEqual(rest.map(({ id }) => id));
    expect(statements.length).toBe(forTwo);
    expect(statements.length).toBeLessThanOrEqual(8);
  });

  it('lets each item stand or fall by itself, with every reason, and writes nothing of those that fall', async () => {
    const signed = { commitment: { signedBy: '示例', truthful: true, authorizesLookup: true } };
    const items = village.items('commitment-authorization', '2023-03-02', signed);
    const faults: Record<number, Record<string, unknown>> = {
      1: { expectedVersion: 7 },
      3: { step: 'county-decision' },
      5: { occurredOn: '2023-03-09' },
      7: { caseId: NEVER },
      9: { caseId: toGlobalId('MonitoringCase', '430122', '01890000-0000-7000-8000-000000000000') },
      11: { caseId: 'nonsense' },
      13: {
        commitment: { signedBy: ' ', truthful: true, authorizesLookup: false },
        evidence: [{ kind: 'letter', title: 'x' }],
      },
      15: { outcome: 'REJECTED', commitment: { signedBy: '示例', truthful: true, authorizesLookup: false } },
    };
    const payload = await village.send('village', 'completeSteps', {
      items: items.map((item, index) => ({ ...item, ...faults[index] })),
    });
    expect(codes(payload)).toEqual([
      '1 CONFLICT input.items.1.expectedVersion',
      '3 WRONG_LEVEL input.items.3.step',
      '3 STEP_NOT_CURRENT input.items.3.step',
      '3 RULE_VIOLATION input.items.3.step',
      '3 SAME_PERSON input.items.3.step',
      '3 SECTION_MISMATCH input.items.3.decision',
      '3 SECTION_MISMATCH input.items.3.commitment',
      '5 DATE_IN_FUTURE input.items.5.occurredOn',
      '7 NOT_FOUND input.items.7.caseId',
      '9 NOT_FOUND input.items.9.caseId',
      '11 NOT_FOUND input.items.11.caseId',
      '13 BAD_VALUE input.items.13.commitment.signedBy',
      '13 RULE_VIOLATION input.items.13.commitment.authorizesLookup',
      '13 EVIDENCE_REQUIRED input.items.13.evidence.0.sha256',
    ]);
    expect(payload.userErrors).toEqual([]);
    expect(payload.rowErrors.map(({ currentVersion }: Payload) => currentVersion).slice(0, 2)).toEqual([2, null]);
    // The household of the sixteenth refused: its run ended, and its case with it.
    expect(payload.cases).toHaveLength(SIZE - 7);
    expect(payload.cases.filter(({ status }: Payload) => status === 'NOT_IDENTIFIED')).toHaveLength(1);
    expect(await chain(village.cases[3]!.id)).toEqual({ intact: true, events: 2 });
    expect(await chain(village.cases[0]!.id)).toEqual({ intact: true, events: 3 });
    const again = [1, 3, 5, 7, 9, 11, 13].map((index) => village.cases[index]!);
    village.cases.splice(15, 1);
    const mended = await village.send('village', 'completeSteps', {
      items: village.items('commitment-authorization', '2023-03-02', signed, again),
    });
    expect(mended).toMatchObject({ rowErrors: [], userErrors: [] });
  });

  it('takes the second step of a case upon its first', async () => {
    const compared = { comparison: { departments: ['CIVIL_AFFAIRS'], discrepancies: [] } };
    const both = village.cases.flatMap((one) => [
      ...village.items('data-comparison', '2023-03-03', compared, [one]),
      ...village.items('democratic-review', '2023-03-04', REVIEW, [{ ...one, version: one.version + 1 }]),
    ]);
    // The first case keeps its review for the next test; a stale version falls, and the other item on the case stands.
    const items = both
      .filter((_, index) => index !== 1)
      .map((item, index) => (index === 2 ? { ...item, expectedVersion: 1 } : item));
    const payload = await village.send('county', 'completeSteps', { items });
    expect(codes(payload)).toEqual(['2 CONFLICT input.items.2.expectedVersion']);
    expect(payload.cases).toHaveLength(SIZE - 1);
    expect(steps(payload)).toEqual(['democratic-review', 'public-notice']);
  });

  it('gives its minutes to each item as evidence, holds the items to its day, and is known in the trail', async () => {
    const left = village.cases.slice(0, 2);
    const meeting = { heldOn: '2023-03-04', place: '村委会会议室', minutes: MINUTES, idempotencyKey: `${KEY}01` };
    const items = village.items('democratic-review', '2023-03-04', { ...REVIEW, evidence: [] }, left);
    const other = await village.send('village', 'completeSteps', {
      ...meeting,
      items: items.map((item, index) => (index === 1 ? { ...item, occurredOn: '2023-03-05' } : item)),
    });
    expect(codes(other)).toEqual(['1 DATE_ORDER input.items.1.occurredOn']);
    const { auditEvents } = await village.app.story.query(
      'auditor',
      'query($id: ID!) { auditEvents(subjectId: $id, first: 1) { nodes { action change } } }',
      { id: left[0]!.id },
    );
    expect(auditEvents.nodes[0]).toMatchObject({
      action: 'completeStep',
      change: {
        evidence: [{ kind: 'minutes', sha256: 'b'.repeat(64) }],
        meeting: { id: `${KEY}01`, heldOn: '2023-03-04', place: '村委会会议室' },
      },
    });
    await village.send('village', 'completeSteps', {
      items: village.items('democratic-review', '2023-03-04', REVIEW, [left[1]!]),
    });
  });

  it('is refused whole for what is wrong with the meeting or the size of the batch', async () => {
    const items = village.items('democratic-review', '2023-03-04', REVIEW).slice(0, 1);
    const tooMany = Array.from({ length: 501 }, () => items[0]);
    for (const [set, code, path] of [
      [{ items: [] }, 'BAD_VALUE', 'items'],
      [{ items: tooMany }, 'BAD_VALUE', 'items'],
      [{ items, heldOn: '2023-03-09' }, 'DATE_IN_FUTURE', 'heldOn'],
      [{ items, minutes: [{ kind: 'minutes', title: 'x' }] }, 'EVIDENCE_REQUIRED', 'minutes.0.sha256'],
      [{ items, place: 'x'.repeat(201) }, 'BAD_VALUE', 'place'],
    ] as const) {
      const payload = await village.send('village', 'completeSteps', set);
      expect(payload).toMatchObject({
        cases: [],
        rowErrors: [],
        userErrors: [{ code, path: ['input', ...path.split('.')] }],
      });
    }
  });

  it('puts up one notice for all, answers its key again, and leaves out who is not at that step', async () => {
    const caseIds = village.cases.map(({ id }) => id);
    const notice = {
      caseIds,
      opensOn: '2023-03-04',
      closesOn: '2023-03-09',
      place: '村务公开栏',
      idempotencyKey: `${KEY}02`,
    };
    const short = await village.send('village', 'publishJointNotice', { ...notice, closesOn: '2023-03-08' });
    expect(new Set(codes(short).map((one: string) => one.split(' ')[1]))).toEqual(new Set(['NOTICE_TOO_SHORT']));
    const { statements, forget } = { statements: village.app.product.statements, forget: village.app.product.forget };
    forget();
    const payload = await village.send('village', 'publishJointNotice', { ...notice, caseIds: [...caseIds, NEVER] });
    // Two of them for the trace that the one which is not found leaves.
    expect(statements.length).toBeLessThanOrEqual(15);
    expect(codes(payload)).toEqual([`${caseIds.length} NOT_FOUND input.caseIds.${caseIds.length}`]);
    expect(payload.cases).toHaveLength(caseIds.length);
    const again = await village.send('village', 'publishJointNotice', { ...notice, caseIds: [...caseIds, NEVER] });
    expect(again).toEqual(payload);
    const other = await village.send('village', 'publishJointNotice', notice);
    expect(other).toMatchObject({ cases: [], rowErrors: [], userErrors: [{ code: 'IDEMPOTENCY_CONFLICT' }] });
    const { publicNotices } = await village.app.story.query(
      'nobody',
      'query($r: RegionCode!) { publicNotices(region: $r) { nodes { opensOn closesOn entries { id householdName } } } }',
      { r: '430121001001' },
    );
    expect(publicNotices.nodes).toHaveLength(1);
    expect(publicNotices.nodes[0].entries).toHaveLength(caseIds.length);
    expect(await chain(caseIds[4]!)).toEqual({ intact: true, events: village.cases[4]!.version });
  });

  it('extends the notice for one household and nobody else, and for all together', async () => {
    const { app } = village;
    const days = async (id: string) => {
      const { monitoringCase } = await app.story.query(
        'township',
        'query($id: ID!) { monitoringCase(id: $id) { currentSteps { notice { id closesOn entries { id } } } } }',
        { id },
      );
      return monitoringCase.currentSteps[0].notice;
    };
    const [one, two] = village.cases as [Village['cases'][0], Village['cases'][0]];
    const before = await days(one.id);
    const longer = { opensOn: '2023-03-04', place: '村务公开栏', step: 'public-notice' };
    const extended = await app.mutate('village', 'publishNotice', {
      ...longer,
      caseId: one.id,
      expectedVersion: one.version,
      closesOn: '2023-03-12',
    });
    expect(extended.userErrors).toEqual([]);
    one.version = extended.case.version;
    const after = await days(one.id);
    expect(after).toMatchObject({ closesOn: '2023-03-12', entries: [expect.anything()] });
    expect(before.entries).toContainEqual(after.entries[0]);
    expect(await days(two.id)).toMatchObject({ id: before.id, closesOn: '2023-03-09' });
    const { step: _, ...joint } = longer;
    const shorter = await village.send('village', 'publishJointNotice', {
      ...joint,
      caseIds: village.cases.map(({ id }) => id),
      closesOn: '2023-03-11',
    });
    expect(codes(shorter)).toEqual(['0 NOTICE_SHORTENED input.closesOn']);
    expect(await days(two.id)).toMatchObject({ id: before.id, closesOn: '2023-03-11' });
  });

  it('takes an objection to one household, and opens none of the others', async () => {
    const { app } = village;
    await app.stage.today('2023-03-13');
    const { publicNotices } = await app.story.query(
      'village',
      'query($r: RegionCode!) { publicNotices(region: $r, on: "2023-03-11") { nodes { entries { id } } } }',
      { r: '430121001001' },
    );
    const forStrangers = await app.story.query(
      'nobody',
      'query($r: RegionCode!) { publicNotices(region: $r, on: "2023-03-11") { totalCount nodes { id } } }',
      { r: '430121001001' },
    );
    expect(forStrangers.publicNotices).toEqual({ totalCount: 0, nodes: [] });
    const notice = publicNotices.nodes.find(({ entries }: Payload) => entries.length > 1);
    const filed = await app.mutate(
      'nobody',
      'fileObjection',
      { entryId: notice.entries[2].id, filedOn: '2023-03-11', statement: '该户有商品房' },
      'objection { id status receipt } userErrors { code }',
    );
    expect(filed.userErrors).toEqual([]);
    const done = await village.send('village', 'completeSteps', {
      items: village.items('public-notice', '2023-03-13'),
    });
    expect(codes(done).map((error: string) => error.slice(error.indexOf(' ') + 1))).toEqual([
      expect.stringMatching(/^OBJECTION_OPEN input\.items\.\d+\.step$/),
    ]);
    expect(done.cases).toHaveLength(village.cases.length - 1);
    expect(steps(done)).toEqual(['township-review']);
    const progress = async () =>
      (
        await app.story.query('nobody', 'query($r: String!) { progress(receipt: $r) { status nextStep } }', {
          r: filed.objection.receipt,
        })
      ).progress;
    expect(await progress()).toEqual({
      status: 'Objection received',
      nextStep: 'The township looks into it and answers.',
    });
    const held = village.cases[done.rowErrors[0].index]!;
    const resolved = await app.mutate(
      'township',
      'resolveObjection',
      {
        objectionId: filed.objection.id,
        expectedVersion: held.version,
        outcome: 'UPHELD',
        resolvedOn: '2023-03-13',
        resolution: '情况属实',
      },
      'case { version currentSteps { definition { code } } } userErrors { code }',
    );
    expect(resolved).toMatchObject({
      userErrors: [],
      case: { currentSteps: [{ definition: { code: 'household-verification' } }] },
    });
    expect(await progress()).toEqual({ status: 'Objection upheld', nextStep: 'The household is verified anew.' });
  });

  it('is done once for one key, sent again or twice at once, and an item by its own key', async () => {
    const left = village.cases.slice(-2);
    const versions = left.map(({ version }) => version);
    const decided = { decision: { decidedBy: '星沙街道办事处' } };
    const [first, second] = village.items('township-review', '2023-03-13', decided, left);
    const input = {
      idempotencyKey: `${KEY}10`,
      items: [first, { ...second, idempotencyKey: `${KEY}11` }, { ...second, idempotencyKey: `${KEY}11` }],
    };
    const answers = await Promise.all([1, 2, 3].map(() => village.send('township', 'completeSteps', input)));
    for (const answer of answers) {
      expect(answer.userErrors).toEqual([]);
      expect(codes(answer)).toEqual(['2 DUPLICATE input.items.2.idempotencyKey']);
      expect(answer.cases.map(({ version }: Payload) => version)).toEqual(versions.map((version) => version + 1));
    }
    const alone = await village.app.mutate('township', 'completeStep', { ...second, idempotencyKey: `${KEY}11` });
    expect(alone).toMatchObject({ userErrors: [], case: { version: versions[1]! + 1 } });
    const other = await village.send('township', 'completeSteps', { ...input, items: [first] });
    expect(other).toMatchObject({ cases: [], rowErrors: [], userErrors: [{ code: 'IDEMPOTENCY_CONFLICT' }] });
    const stranger = await village.send('county', 'completeSteps', { ...input, items: [first] });
    expect(codes(stranger)).toEqual(['0 CONFLICT input.items.0.expectedVersion']);
    expect(await chain(left[0]!.id)).toEqual({ intact: true, events: versions[0]! + 1 });
  });

  it('goes on with the same key where it was refused, and does nothing twice', async () => {
    const left = village.cases.slice(-4, -2);
    const decided = { decision: { decidedBy: '星沙街道办事处' } };
    const items = village.items('township-review', '2023-03-14', decided, left);
    const input = {
      idempotencyKey: `${KEY}20`,
      items: [{ ...items[0], occurredOn: '2023-03-13' }, items[1]],
    };
    const early = await village.send('township', 'completeSteps', input);
    expect(codes(early)).toEqual(['1 DATE_IN_FUTURE input.items.1.occurredOn']);
    await village.app.stage.today('2023-03-14');
    const resumed = await village.send('township', 'completeSteps', input);
    expect(resumed).toMatchObject({ rowErrors: [], userErrors: [] });
    expect(resumed.cases.map(({ version }: Payload) => version)).toEqual(items.map((item) => item.expectedVersion + 1));
    expect(await village.send('township', 'completeSteps', input)).toEqual(resumed);
  });
});
