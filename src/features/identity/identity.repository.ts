import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/database/database.js';
import { arrayLiteral } from '../../platform/database/filter-condition.js';
import { identityReview, nationalId } from './identity.table.js';

/** 身份登记 · Which member holds an identity number, by its keyed digest. */
export interface IdentityHolder {
  readonly idDigest: string;
  readonly countyCode: string;
  readonly memberId: string;
}

/**
 * 登记身份号码 · Enters digests in the national directory where they are free, and tells who holds each of them then: the
 * newcomer, or whoever came before.
 *
 * @returns the holders, by digest
 */
export async function claimIdentities(
  tx: Transaction,
  wanted: readonly IdentityHolder[],
): Promise<Map<string, IdentityHolder>> {
  if (wanted.length === 0) return new Map();
  const rows = wanted.map(({ idDigest, countyCode, memberId }) => sql`(${idDigest}, ${countyCode}, ${memberId}::uuid)`);
  // Both by `rows`, which sends at once: drizzle's builders send a moment later, and the second must see the first.
  const [, holders] = await Promise.all([
    tx.rows(sql`INSERT INTO ${nationalId} (id_digest, county_code, member_id) VALUES ${sql.join(rows, sql`, `)}
      ON CONFLICT (id_digest) DO NOTHING`),
    tx.rows<IdentityHolder>(sql`
      SELECT id_digest AS "idDigest", county_code AS "countyCode", member_id AS "memberId" FROM ${nationalId}
      WHERE id_digest = ANY (${arrayLiteral(wanted.map(({ idDigest }) => idDigest))}::text[])`),
  ]);
  return new Map(holders.map((holder) => [holder.idDigest, holder]));
}

/** 注销身份号码 · Frees a number that a member holds no longer; a row of another member stays. */
export async function releaseIdentity(tx: Transaction, { idDigest, memberId }: IdentityHolder): Promise<void> {
  await tx.run(tx.orm.delete(nationalId).where(sql`id_digest = ${idDigest} AND member_id = ${memberId}::uuid`));
}

/** 提请身份复核 · Keeps numbers that were entered a second time for the counties to look at. */
export async function insertIdentityReviews(
  tx: Transaction,
  reviews: readonly (typeof identityReview.$inferInsert)[],
): Promise<void> {
  if (reviews.length > 0) await tx.run(tx.orm.insert(identityReview).values([...reviews]));
}

/**
 * 按身份号码查找 · Members under a digest: the holder in the directory first, then those of some counties whose number waits
 * for a review. A number entered twice is found by either county, so that nobody learns of the other.
 */
export async function membersOfIdentity(
  tx: Transaction,
  idDigest: string,
  counties: readonly string[],
): Promise<Pick<IdentityHolder, 'countyCode' | 'memberId'>[]> {
  const held = sql`SELECT county_code AS "countyCode", member_id AS "memberId" FROM national_id WHERE id_digest = ${idDigest}`;
  const waiting = sql`SELECT t.county_code AS "countyCode", t.member_id AS "memberId" FROM identity_review t
    WHERE t.county_code = ANY (${arrayLiteral(counties)}::text[]) AND t.id_digest = ${idDigest} ORDER BY t.id`;
  const [holders, reviews] = await Promise.all([
    tx.rows<IdentityHolder>(held),
    counties.length === 0 ? [] : tx.rows<IdentityHolder>(waiting),
  ]);
  return [...holders, ...reviews];
}

/**
 * 按身份号码批量查找 · Members under some digests, as `membersOfIdentity` has it: the holders in the directory, and those of some
 * counties whose number waits for a review.
 */
export async function membersOfIdentities(
  tx: Transaction,
  digests: readonly string[],
  counties: readonly string[],
): Promise<IdentityHolder[]> {
  if (digests.length === 0 || counties.length === 0) return [];
  const wanted = sql`ANY (${arrayLiteral(digests)}::text[])`;
  const [holders, reviews] = await Promise.all([
    tx.rows<IdentityHolder>(sql`
      SELECT id_digest AS "idDigest", county_code AS "countyCode", member_id AS "memberId" FROM ${nationalId} WHERE id_digest = ${wanted}`),
    tx.rows<IdentityHolder>(sql`
      SELECT t.id_digest AS "idDigest", t.county_code AS "countyCode", t.member_id AS "memberId" FROM ${identityReview} t
      WHERE t.county_code = ANY (${arrayLiteral(counties)}::text[]) AND t.id_digest = ${wanted} ORDER BY t.id`),
  ]);
  return [...holders, ...reviews];
}
