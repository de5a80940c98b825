import { uuidv7 } from 'uuidv7';
import type { Caller } from '../../platform/auth/caller.js';
import type { Transaction } from '../../platform/database/database.js';
import { claimIdentities, type IdentityHolder, insertIdentityReviews } from './identity.repository.js';

/**
 * 登记身份号码 · Enters identity numbers in the national directory. One that another household holds is no refusal, since that
 * would tell a stranger where somebody lives: the member is kept, and the county looks at it.
 *
 * The other county's own row of the review is another scope's to write; the one written here names it.
 *
 * @returns the write of the reviews under way
 * @article 5.3
 */
export async function enterIdentities(
  tx: Transaction,
  caller: Caller,
  regionCode: string,
  claims: readonly IdentityHolder[],
): Promise<void> {
  const holders = await claimIdentities(tx, claims);
  const reviews = claims.flatMap(({ idDigest, countyCode, memberId }) => {
    const holder = holders.get(idDigest);
    if (holder === undefined || holder.memberId === memberId) return [];
    const other = { otherCountyCode: holder.countyCode, otherMemberId: holder.memberId };
    return [{ countyCode, id: uuidv7(), regionCode, memberId, idDigest, ...other, raisedOn: caller.today }];
  });
  await insertIdentityReviews(tx, reviews);
}
