import { type SQL, sql } from 'drizzle-orm';
import type { DatabaseScope } from './scope.js';

/**
 * 范围条件 · The first wall: the scope as a condition of the statement itself, before row-level security repeats it.
 *
 * @param household  column on alias `t` that names the household; null where rows belong to none
 * @article 5.1
 */
export function inScope(scope: DatabaseScope, household: 'id' | 'household_id' | null): SQL {
  if (scope.prefixes.length === 0) return sql`false`;
  const regions = sql.join(
    scope.prefixes.map((prefix) => sql`t.region_code LIKE ${`${prefix}%`}`),
    sql` OR `,
  );
  if (scope.householdId === null) return sql`(${regions})`;
  if (household === null) return sql`false`;
  return sql`((${regions}) AND ${sql.raw(`t.${household}`)} = ${scope.householdId}::uuid)`;
}

/**
 * 未注销条件 · That a row of alias `t` belongs to no record that was closed, unless the scope shows those too; the policy behind it
 * says the same.
 *
 * @article 5.3
 */
export function isKept(scope: DatabaseScope, closed: 'closed_on' | 'record_closed_on' | null): SQL {
  return closed === null || scope.closed ? sql`true` : sql`${sql.raw(`t.${closed}`)} IS NULL`;
}
