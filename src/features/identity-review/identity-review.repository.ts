import { type SQL, sql } from 'drizzle-orm';
import type { IdentityOutcome } from '../../domain/household/identity-outcome.js';
import { type RegionCode, subtreePrefix } from '../../domain/kernel/region-code.js';
import type { Transaction } from '../../platform/database/database.js';
import { allOf, anyOf } from '../../platform/database/filter-condition.js';
import type { OrderColumn } from '../../platform/database/page.js';
import type { ReadShape } from '../../platform/database/read-shape.js';
import { inScope } from '../../platform/database/scope-condition.js';
import { type Reach, RowsInReach } from '../access/index.js';
import type { HouseholdPlace } from '../household/index.js';
import { memberShape } from '../member/member-shape.repository.js';
import { identityReview } from '../identity/identity.table.js';
import { member } from '../member/member.table.js';

/** 身份复核的读取形状 · A county's own side of it; the other county's is never read. */
const identityReviewShape: ReadShape = {
  table: 'identity_review',
  always: {
    rowId: '@.id',
    countyCode: '@.county_code',
    regionCode: '@.region_code',
    raisedOn: '@.raised_on',
    settledOn: '@.settled_on',
    outcome: '@.outcome',
  },
  fields: { note: { noteSealed: '@.settlement_note_sealed' } },
  relations: { member: { kind: 'one', shape: () => memberShape, on: '@.id = ^.member_id' } },
};

/** 可及复核 · Reviews within a reach. */
export const reviewsInReach = new RowsInReach(identityReviewShape, null);

/** 复核筛选 · Which reviews; all that is given must hold. */
export interface IdentityReviewFilterValues {
  readonly region?: RegionCode | null;
  readonly settled?: boolean | null;
  readonly outcome?: readonly IdentityOutcome[] | null;
}

/** 筛选条件 · Compiles a filter on reviews, on alias `t`. */
export function reviewCondition({ region, settled, outcome }: IdentityReviewFilterValues): SQL {
  const known = settled !== null && settled !== undefined;
  return (
    allOf([
      region ? sql`t.region_code LIKE ${`${subtreePrefix(region)}%`}` : null,
      known ? sql`(t.settled_on IS NOT NULL) = ${settled}` : null,
      anyOf('t.outcome', outcome),
    ]) ?? sql`true`
  );
}

/** 复核次序 · The longest waiting first. */
export const REVIEW_ORDER: readonly OrderColumn[] = [
  { column: 't.raised_on', cast: 'date', direction: 'ASC', nullable: false },
  { column: 't.id', cast: 'uuid', direction: 'ASC', nullable: false },
];

/** 复核与成员 · A review with what the register says of its member. */
export interface ReviewedMember {
  readonly memberId: string;
  readonly householdId: string;
  readonly idDigest: string;
  readonly idNumberSealed: string | null;
  readonly present: boolean;
  readonly outcome: IdentityOutcome | null;
}

/** 查找复核 · A review of the reach with its member; null where there is none. */
export async function findReview(
  tx: Transaction,
  reach: Reach,
  { county, id }: HouseholdPlace,
): Promise<ReviewedMember | null> {
  const [found] = await tx.rows<ReviewedMember>(sql`
    SELECT m.id AS "memberId", m.household_id AS "householdId", t.id_digest AS "idDigest",
      m.id_number_sealed AS "idNumberSealed", m.removed_on IS NULL AS present, t.outcome
    FROM ${identityReview} t JOIN ${member} m ON m.county_code = t.county_code AND m.id = t.member_id
    WHERE t.county_code = ${county} AND m.county_code = ${county} AND t.id = ${id}::uuid AND ${inScope(reach.scope, null)}`);
  return found ?? null;
}

/** 了结复核 · Writes what was found. */
export async function settleReview(
  tx: Transaction,
  { county, id }: HouseholdPlace,
  set: Partial<typeof identityReview.$inferInsert>,
): Promise<void> {
  await tx.run(tx.orm.update(identityReview).set(set).where(sql`county_code = ${county} AND id = ${id}::uuid`));
}
