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
