import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSupportRoom, type SupportRoom } from './a-support-room.js';
import { auditOf, conclude, deliver, help, plan, runTo } from './support-acts.js';

let room: SupportRoom;

beforeAll(async () => {
  room = await openSupportRoom();
});

afterAll(() => room.register.close());

const ALLOWANCE = { instrument: 'subsistence-allowance', family: 'SAFETY_NET', nature: 'SAFETY_NET' } as const;

describe('a household without labour (R12)', () => {
  test('is tracked only from the first delivery of the subsistence allowance, with a visit within 12 months', async () => {
    const of = await room.aCase({ labour: 'LOST' });
    const measure = await room.aMeasure(of, ALLOWANCE);
    expect(await room.caseRow(of)).toMatchObject({ trackingOnly: false, nextReviewOn: null });
    const { case: now } = await deliver(room, measure, { on: '2023-06-20' });
    expect(now).toMatchObject({ trackingOnly: true, nextReviewOn: '2024-06-20' });
    const [event] = await auditOf(room, of);
    expect(event?.change).toMatchObject({ trackingOnly: true, nextReviewOn: '2024-06-20' });
  });

  test('is not, while the allowance is approved only, or something else is delivered', async () => {
    const of = await room.aCase({ labour: 'LOST' });
    await room.aMeasure(of, ALLOWANCE);
    const { case: now } = await deliver(room, await room.aMeasure(of));
    expect(now).toMatchObject({ trackingOnly: false, nextReviewOn: null });
  });

  test('keeps an earlier review that was set for weak stability', async () => {
    const of = await room.aCase({ labour: 'NONE', nextReviewOn: '2023-09-01' });
    const { case: now } = await deliver(room, await room.aMeasure(of, ALLOWANCE));
    expect(now).toMatchObject({ trackingOnly: true, nextReviewOn: '2023-09-01' });
  });

  test('is no longer, once the allowance is given up', async () => {
    const of = await room.aCase({ labour: 'LOST' });
    const measure = await room.aMeasure(of, ALLOWANCE);
    await deliver(room, measure);
    const { case: now } = await conclude(room, measure, { expectedVersion: 2, status: 'CANCELLED' });
    expect(now).toMatchObject({ trackingOnly: false, nextReviewOn: null });
  });

  test('is tracked only after urgent help where a member has the allowance already', async () => {
    const of = await room.aCase({ labour: 'NONE', safetyNet: 'EXTREME_POVERTY_SUPPORT' });
    expect((await help(room, of)).case).toMatchObject({ trackingOnly: true });
  });

  test('is tracked only when its support run passes, where a member has the allowance already', async () => {
    const of = await room.aCase({ labour: 'LOST' });
    const medical = {
      instrument: 'medical-assistance',
      addresses: ['ILLNESS'],
      timing: 'AFTER_THE_FACT',
      fundingSource: 'SECTOR_POLICY',
    };
    const allowance = { ...medical, instrument: 'subsistence-allowance', addresses: [] };
    const { userErrors } = await plan(room, of, { measures: [medical, allowance] });
    expect(userErrors).toEqual([]);
    await room.grantAllowance(of);
    const { case: passed } = await runTo(room, of, 'PASSED');
    expect(passed).toMatchObject({ trackingOnly: true, nextReviewOn: '2024-03-18' });
  });
});

test('a household with one weak labourer is not tracked only', async () => {
  const of = await room.aCase({ labour: 'WEAK' });
  expect((await deliver(room, await room.aMeasure(of, ALLOWANCE))).case).toMatchObject({ trackingOnly: false });
});
