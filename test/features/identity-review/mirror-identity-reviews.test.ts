import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mirrorIdentityReviews } from '../../../src/features/identity-review/index.js';
import { regionScope, WHOLE_REGISTER } from '../../../src/platform/database/scope.js';
import { HEAD, idNumber, registered } from '../household/a-household.js';
import {
  county,
  type HouseholdRoom,
  openHouseholdRoom,
  VILLAGE_A,
  VILLAGE_B,
  VILLAGE_D,
} from '../household/a-household-room.js';

let room: HouseholdRoom;
const NUMBER = idNumber('1968-03-15', '111');
beforeAll(async () => {
  room = await openHouseholdRoom();
});
afterAll(() => room.register.close());

interface Review {
  readonly county: string;
  readonly region: string;
  readonly member: string;
  readonly other: string;
  readonly otherMember: string;
}
const reviewsIn = (scope = WHOLE_REGISTER): Promise<Review[]> =>
  room.database.read(scope, (tx) =>
    tx.rows<Review>(sql`SELECT county_code AS county, region_code AS region, member_id AS member, other_county_code AS other,
      other_member_id AS "otherMember" FROM identity_review ORDER BY county_code`),
  );

describe('threat 25 · an identity number that another county holds', () => {
  it('is answered as a success, word for word, and the member is kept without its directory row', async () => {
    const member = { ...HEAD, idNumber: NUMBER };
    const REGISTER = `mutation ($input: RegisterHouseholdInput!) { registerHousehold(input: $input) { household { version members { idNumber } } userErrors { code } } }`;
    const enter = (region: string, caller: string) =>
      room.ask(county(caller), REGISTER, { input: { region, formerStatus: 'GENERAL', members: [member] } });
    const first = await enter(VILLAGE_A, '430121');
    const second = await enter(VILLAGE_D, '430124');
    expect(first.errors).toEqual([]);
    expect(second).toEqual(first);
    const holders = await room.database.read(WHOLE_REGISTER, (tx) => tx.rows(sql`SELECT county_code FROM national_id`));
    expect(holders).toEqual([{ county_code: '430121' }]);
  });

  it('waits for a review in the caller’s county at once, and in the other within a round, each with its own member', async () => {
    expect(await reviewsIn()).toMatchObject([{ county: '430124', other: '430121' }]);
    expect(await mirrorIdentityReviews(room)).toBe(1);
    const [there, here] = await reviewsIn();
    expect(there).toEqual({
      county: '430121',
      region: VILLAGE_A,
      member: here!.otherMember,
      other: '430124',
      otherMember: here!.member,
    });
    expect(await reviewsIn(regionScope([VILLAGE_A]))).toEqual([there]);
    expect(await reviewsIn(regionScope([VILLAGE_D]))).toEqual([here]);
    expect(await reviewsIn(regionScope([VILLAGE_B]))).toEqual([]);
  });

  it('is told once, also where the round was cut off before it was noted', async () => {
    expect(await mirrorIdentityReviews(room)).toBe(0);
    await room.database.write(WHOLE_REGISTER, (tx) =>
      tx.rows(sql`UPDATE identity_review SET mirrored = false WHERE county_code = '430124'`),
    );
    expect(await mirrorIdentityReviews(room)).toBe(1);
    expect(await reviewsIn()).toHaveLength(2);
  });

  it('is told although the review before it cannot be', async () => {
    const point = (other: string, mirrored: boolean) =>
      room.database.write(WHOLE_REGISTER, (tx) =>
        tx.rows(
          sql`UPDATE identity_review SET mirrored = ${mirrored}::boolean, other_county_code = ${other} WHERE county_code = '430121'`,
        ),
      );
    await room.database.write(WHOLE_REGISTER, (tx) =>
      tx.rows(sql`UPDATE identity_review SET mirrored = false WHERE county_code = '430124'`),
    );
    await point('none', false);
    await expect(mirrorIdentityReviews(room)).rejects.toBeInstanceOf(AggregateError);
    const untold = await room.database.read(WHOLE_REGISTER, (tx) =>
      tx.rows<{ other: string }>(sql`SELECT other_county_code AS other FROM identity_review WHERE NOT mirrored`),
    );
    expect(untold).toEqual([{ other: 'none' }]);
    await point('430124', true);
  });

  it('has one review where both entries are in one county', async () => {
    await registered(room, { number: 'N-again', region: VILLAGE_B, members: [{ ...HEAD, idNumber: NUMBER }] });
    await mirrorIdentityReviews(room);
    expect((await reviewsIn()).filter(({ county: own, other }) => own === other)).toHaveLength(1);
  });
});
