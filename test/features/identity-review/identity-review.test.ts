import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyRegister } from '../../../src/features/audit/index.js';
import { mirrorIdentityReviews } from '../../../src/features/identity-review/index.js';
import { WHOLE_REGISTER } from '../../../src/platform/database/scope.js';
import { toGlobalId } from '../../../src/platform/graphql/global-id.js';
import { change, HEAD, idNumber, registered } from '../household/a-household.js';
import {
  type CallerOptions,
  county,
  found,
  type HouseholdRoom,
  openHouseholdRoom,
  VILLAGE_A,
  VILLAGE_B,
  VILLAGE_D,
  worker,
} from '../household/a-household-room.js';

const NUMBER = idNumber('1968-03-15', '111');
const OTHER = idNumber('1968-03-15', '113');
const PROVINCE: CallerOptions = { grants: [['PROVINCE_OFFICER', '430000']] };

let room: HouseholdRoom;
let [here, there] = ['', ''];
interface Review {
  readonly id: string;
  readonly member: { readonly id: string; readonly name: string; readonly idNumber: string } | null;
  readonly settledOn: string | null;
  readonly outcome: string | null;
  readonly note: string | null;
}
const list = async (caller: CallerOptions, args = ''): Promise<{ totalCount: number; nodes: Review[] }> => {
  const answer = await room.ask(
    caller,
    `{ identityReviews${args} { totalCount nodes { id raisedOn settledOn outcome note member { id name idNumber } } pageInfo { hasNextPage endCursor } } }`,
  );
  expect(answer.errors).toEqual([]);
  return found(answer, 'identityReviews');
};
const settle = async (caller: CallerOptions, input: Record<string, unknown>) => {
  const answer = await room.ask(
    caller,
    'mutation ($input: SettleIdentityReviewInput!) { settleIdentityReview(input: $input) { review { outcome settledOn } userErrors { code message path article } } }',
    { input: { note: '已核对身份证原件', ...input } },
  );
  return { ...(answer.data?.['settleIdentityReview'] as object), errors: answer.errors };
};

beforeAll(async () => {
  room = await openHouseholdRoom();
  const enter = (region: string, caller: string, name: string) =>
    registered(room, { region, members: [{ ...HEAD, name, idNumber: NUMBER }] }, worker(caller));
  there = (await enter(VILLAGE_A, '430121', '先登记')).members[0]!.id;
  here = (await enter(VILLAGE_D, '430124', '后登记')).members[0]!.id;
  await mirrorIdentityReviews(room);
});
afterAll(() => room.register.close());

describe('identityReviews', () => {
  it('shows each county its own member and nothing of the other, names and numbers masked', async () => {
    for (const [code, member, name] of [
      ['430121', there, '先**'],
      ['430124', here, '后**'],
    ] as const) {
      const { totalCount, nodes } = await list(county(code));
      expect(totalCount).toBe(1);
      expect(nodes).toMatchObject([{ member: { id: member, name, idNumber: '430121************' }, outcome: null }]);
    }
    expect((await list(county('510104'))).nodes).toEqual([]);
  });

  it('shows both sides to the province that holds both', async () => {
    expect((await list(PROVINCE)).nodes.map(({ member }) => member?.id).sort()).toEqual([here, there].sort());
  });

  it('is not for villages and townships', async () => {
    for (const caller of [worker(VILLAGE_A), { grants: [['TOWNSHIP_OFFICER', '430121104']] } as CallerOptions]) {
      const { errors } = await room.ask(caller, '{ identityReviews { totalCount } }');
      expect(errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    }
  });

  it('goes page by page, the longest waiting first', async () => {
    const first = await list(PROVINCE, '(first: 1)');
    const { endCursor } = (first as unknown as { pageInfo: { endCursor: string } }).pageInfo;
    const second = await list(PROVINCE, `(first: 1, after: "${endCursor}")`);
    expect(first.nodes[0]?.id).not.toBe(second.nodes[0]?.id);
    expect(second).toMatchObject({ pageInfo: { hasNextPage: false } });
  });
});

describe('threat 25 · settleIdentityReview', () => {
  const mine = async (code: string) => (await list(county(code), '(where: { settled: false })')).nodes[0]!.id;

  it('answers a review of another county as one that never was', async () => {
    const reviewId = await mine('430121');
    const never = toGlobalId('IdentityReview', '430121', '01890000-0000-7000-8000-000000000000');
    const [real, none] = [
      await settle(county('430124'), { reviewId, outcome: 'CONFIRMED_HERE' }),
      await settle(county('430124'), { reviewId: never, outcome: 'CONFIRMED_HERE' }),
    ];
    expect(real).toEqual(none);
    expect(real).toMatchObject({ review: null, userErrors: [{ code: 'NOT_FOUND', path: ['input', 'reviewId'] }] });
  });

  it('is held to what the register says: no number is mended that still stands', async () => {
    const reviewId = await mine('430124');
    expect(await settle(county('430124'), { reviewId, outcome: 'NUMBER_CORRECTED' })).toMatchObject({
      review: null,
      userErrors: [{ code: 'INVALID_STATE', path: ['input', 'outcome'], article: '5.3' }],
    });
    expect(await settle(county('430124'), { reviewId, outcome: 'CONFIRMED_HERE', note: '' })).toMatchObject({
      userErrors: [{ code: 'BAD_VALUE', path: ['input', 'note'] }],
    });
  });

  it('says nothing of the other side: both counties confirm with the same answer, and the province sees both', async () => {
    const answers = [];
    for (const code of ['430124', '430121'])
      answers.push(await settle(county(code), { reviewId: await mine(code), outcome: 'CONFIRMED_HERE' }));
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({ review: { outcome: 'CONFIRMED_HERE' }, userErrors: [], errors: [] });
    expect((await list(PROVINCE, '(where: { outcome: [CONFIRMED_HERE] })')).totalCount).toBe(2);
    const [holder] = await room.database.read(WHOLE_REGISTER, (tx) =>
      tx.rows(sql`SELECT county_code FROM national_id`),
    );
    expect(holder).toEqual({ county_code: '430121' });
  });

  it('ends once one county has mended its entry, and the number is then the other’s by its confirmation', async () => {
    const [there121] = (await list(county('430121'))).nodes;
    await change(room, county('430121'), 'updateMember', {
      memberId: there,
      expectedVersion: 2,
      member: { idNumber: OTHER },
    });
    const mended = await settle(county('430121'), { reviewId: there121!.id, outcome: 'NUMBER_CORRECTED' });
    expect(mended).toMatchObject({ review: { outcome: 'NUMBER_CORRECTED' }, userErrors: [] });
    const again = await settle(county('430121'), { reviewId: there121!.id, outcome: 'CONFIRMED_HERE' });
    expect(again).toMatchObject({ userErrors: [{ code: 'INVALID_STATE', path: ['input', 'reviewId'] }] });
    const [own] = (await list(county('430124'))).nodes;
    await settle(county('430124'), { reviewId: own!.id, outcome: 'CONFIRMED_HERE' });
    const holders = await room.database.read(WHOLE_REGISTER, (tx) =>
      tx.rows(sql`SELECT county_code FROM national_id ORDER BY county_code`),
    );
    expect(holders).toEqual([{ county_code: '430121' }, { county_code: '430124' }]);
  });

  it('keeps the note for the county and the province, and from the nation', async () => {
    expect((await list(county('430124'))).nodes[0]?.note).toBe('已核对身份证原件');
    const nation: CallerOptions = { grants: [['NATIONAL_OFFICER', '000000']] };
    expect((await list(nation)).nodes.map(({ note }) => note)).toEqual([null, null]);
  });

  it('leaves an event of each settlement in the household’s chain, without the words, and every chain whole', async () => {
    const events = await room.database.read(WHOLE_REGISTER, (tx) =>
      tx.rows<{ change: unknown }>(sql`SELECT change FROM audit_event WHERE action = 'settleIdentityReview'`),
    );
    expect(events).toHaveLength(4);
    expect(JSON.stringify(events)).not.toContain('身份证');
    expect((await verifyRegister({ engine: room.register.engine })).broken).toEqual([]);
  });

  it('settles both reviews of a pair within one county by itself alone', async () => {
    const again = await registered(room, { region: VILLAGE_B, members: [{ ...HEAD, name: '同县', idNumber: OTHER }] });
    const [waiting] = (await list(county('430121'), '(where: { settled: false })')).nodes;
    expect(waiting?.member?.id).toBe(again.members[0]!.id);
    expect(await settle(county('430121'), { reviewId: waiting!.id, outcome: 'MEMBER_LEFT' })).toMatchObject({
      userErrors: [{ code: 'INVALID_STATE' }],
    });
  });
});
