import { uuidv7 } from 'uuidv7';
import type { Caller } from '../../platform/auth/caller.js';
import type { Transaction } from '../../platform/database/database.js';
import { claimIdentities, type IdentityHolder, insertIdentityReviews } from './identity.repository.js';

/** 身份登记请求 · A member that brings an identity number, and the region that would look into it. */
export interface IdentityClaim extends IdentityHolder {
  readonly regionCode: string;
}

/**
 * 登记身份号码 · Enters identity numbers in the national directory. One that another household holds is no refusal, since that
 * would tell a stranger where somebody lives: the member is kept, and the county looks at it.
 *
 * The other county's own row of the review is another scope's to write (see `mirrorIdentityReviews`); the one written here names it.
 *
 * @article 5.3
 */
export async function enterIdentities(
  tx: Transaction,
  caller: Caller,
  claims: readonly IdentityClaim[],
): Promise<void> {
  const wanted = claims.map(({ idDigest, countyCode, memberId }) => ({ idDigest, countyCode, memberId }));
  const holders = await claimIdentities(tx, wanted);
  const reviews = claims.flatMap(({ idDigest, countyCode, memberId, regionCode }) => {
    const holder = holders.get(idDigest);
    if (holder === undefined || holder.memberId === memberId) return [];
    const other = { otherCountyCode: holder.countyCode, otherMemberId: holder.memberId };
    return [{ countyCode, id: uuidv7(), regionCode, memberId, idDigest, ...other, raisedOn: caller.today }];
  });
  await insertIdentityReviews(tx, reviews);
}
