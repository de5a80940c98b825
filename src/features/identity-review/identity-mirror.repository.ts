import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/database/database.js';
import { arrayLiteral } from '../../platform/database/filter-condition.js';
import { identityReview } from '../identity/identity.table.js';
import { member } from '../member/member.table.js';

/** 待转告的复核 · A review of which the other county has no row yet. */
export interface UntoldReview {
  readonly id: string;
  readonly countyCode: string;
  readonly memberId: string;
  readonly idDigest: string;
  readonly otherCountyCode: string;
  readonly otherMemberId: string;
  readonly raisedOn: string;
}

/** 待转告的复核 · Reviews of some counties of which the other county has no row yet, county by county. */
export function untoldReviews(tx: Transaction, counties: readonly string[], limit: number): Promise<UntoldReview[]> {
  return tx.rows<UntoldReview>(sql`
    SELECT id, county_code AS "countyCode", member_id AS "memberId", id_digest AS "idDigest",
      other_county_code AS "otherCountyCode", other_member_id AS "otherMemberId", raised_on AS "raisedOn"
    FROM ${identityReview} WHERE county_code = ANY (${arrayLiteral(counties)}::text[]) AND NOT mirrored ORDER BY county_code, id LIMIT ${limit}`);
}

/** 写入另一县的复核 · Gives the other county its row, under the same id; nothing where its member is no more, or it has it already. */
export async function insertMirror(tx: Transaction, review: UntoldReview): Promise<void> {
  const [other] = await tx.rows<{ regionCode: string }>(sql`
    SELECT region_code AS "regionCode" FROM ${member}
    WHERE county_code = ${review.otherCountyCode} AND id = ${review.otherMemberId}::uuid`);
  if (other === undefined) return;
  const mirror = {
    countyCode: review.otherCountyCode,
    id: review.id,
    regionCode: other.regionCode,
    memberId: review.otherMemberId,
    idDigest: review.idDigest,
    otherCountyCode: review.countyCode,
    otherMemberId: review.memberId,
    raisedOn: review.raisedOn,
    mirrored: true,
  };
  await tx.run(tx.orm.insert(identityReview).values(mirror).onConflictDoNothing());
}

/** 记已转告 · Notes that the other county has its row. */
export async function markMirrored(tx: Transaction, { countyCode, id }: UntoldReview): Promise<void> {
  await tx.rows(
    sql`UPDATE ${identityReview} SET mirrored = true WHERE county_code = ${countyCode} AND id = ${id}::uuid`,
  );
}
