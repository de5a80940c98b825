import { NATION, type RegionCode, subtreePrefix } from '../../domain/kernel/region-code.js';

/**
 * 范围 · What one transaction may see: regions by prefix, and, for a resident, one household.
 *
 * @article 5.1
 */
export interface DatabaseScope {
  /** Digits that every visible region starts with; `''` is the nation; no entry sees nothing. */
  readonly prefixes: readonly string[];
  /** Id of the only household that is visible; null for officers. */
  readonly householdId: string | null;
  /** Whether records that were closed are seen too: for closing itself, the audit trail, erasure and figures of past days. */
  readonly closed?: true;
}

/** 全国范围 · For jobs, loaders and start-up, never for a caller. */
export const WHOLE_REGISTER: DatabaseScope = { prefixes: [subtreePrefix(NATION)], householdId: null };

/** 全部档案 · The whole register with the records that were closed: for audit, export and erasure. @article 5.3 */
export const EVERY_RECORD: DatabaseScope = { ...WHOLE_REGISTER, closed: true };

/** 地区范围 · The subtrees of some regions. @article 5.1 */
export function regionScope(regions: readonly RegionCode[], householdId: string | null = null): DatabaseScope {
  return { prefixes: regions.map(subtreePrefix), householdId };
}

const SAFE = /^[0-9%,]*$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * 设置范围 · The `SET LOCAL` statements of a scope. SET takes no parameters, so everything is checked against a pattern.
 *
 * @throws Error when a prefix is no digits or the household no uuid
 * @article none — technical
 */
export function scopeStatements(scope: DatabaseScope): string[] {
  const value = scope.prefixes.map((prefix) => `${prefix}%`).join(',');
  if (!SAFE.test(value)) throw new Error('a scope has digits only');
  const statements = [`SET LOCAL app.scope = '${value}'`];
  if (scope.householdId !== null) {
    if (!UUID.test(scope.householdId)) throw new Error('a household scope is a uuid');
    statements.push(`SET LOCAL app.household = '${scope.householdId}'`);
  }
  if (scope.closed) statements.push("SET LOCAL app.closed = 'shown'");
  return statements;
}
