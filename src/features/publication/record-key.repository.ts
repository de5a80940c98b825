import { type SQL, sql } from 'drizzle-orm';
import { KEY_SPACE } from '../../domain/statistics/disclosure/cell.js';

/**
 * 记录键 · Of a household alone, by the SQL of its id: the same in every publication and of whatever is counted of it, and no way back to the
 * id. What is nobody's is its own.
 *
 * @article none — technical
 */
export function recordKeyOf(id: string): SQL {
  return sql.raw(`('x' || substr(md5(${id}::text), 1, 12))::bit(48)::bigint`);
}

/** 户键 · How many different owners there are and what their keys add up to, of some rows only where a condition is given. @article none — technical */
export function ownersOf(key: SQL, where?: SQL): { readonly count: SQL; readonly key: SQL } {
  const rows = where === undefined ? sql`` : sql` FILTER (WHERE ${where})`;
  return {
    count: sql`(count(DISTINCT ${key})${rows})::int`,
    key: sql`(coalesce(sum(DISTINCT ${key})${rows}, 0) % ${sql.raw(String(KEY_SPACE))})::bigint`,
  };
}

/** 单元键 · What record keys, or the keys of cells, add up to; of some rows only where a condition is given. @article none — technical */
export function keySumOf(key: SQL, where?: SQL): SQL {
  const rows = where === undefined ? sql`` : sql` FILTER (WHERE ${where})`;
  return sql`(coalesce(sum(${key})${rows}, 0) % ${sql.raw(String(KEY_SPACE))})::bigint`;
}
