import type { Transaction } from '../../platform/database/database.js';
import type { RegionRow } from './region-row.js';

/** What these statements are run upon: a transaction, or the owner's connection while the table is filled. */
export type RegionSession = Pick<Transaction, 'text'>;

const LIST = `SELECT code, name, level, parent_code AS "parentCode", successor_code AS "successorCode" FROM region ORDER BY code`;

/**
 * 读取区划表 · Every row of the region table, in the order of the codes.
 *
 * @article none — technical
 */
export function listRegions(session: RegionSession): Promise<RegionRow[]> {
  return session.text<RegionRow>(LIST, []);
}

/**
 * 写入区划表 · Inserts rows by code, or sets name, level and parent of those that are there; a successor is set where
 * the row names one, and never taken back.
 *
 * One statement with five parameters a row, and PostgreSQL takes 65,535: at most 13,000 rows. The application's role may not
 * write regions; run it as the database's owner.
 *
 * @article none — technical
 */
export async function upsertRegions(session: RegionSession, rows: readonly RegionRow[]): Promise<void> {
  if (rows.length === 0) return;
  const tuples = rows.map((_, at) => `($${5 * at + 1},$${5 * at + 2},$${5 * at + 3},$${5 * at + 4},$${5 * at + 5})`);
  await session.text(
    `INSERT INTO region (code, name, level, parent_code, successor_code) VALUES ${tuples.join(',')}
     ON CONFLICT (code) DO UPDATE SET name = excluded.name, level = excluded.level,
       parent_code = excluded.parent_code,
       successor_code = COALESCE(excluded.successor_code, region.successor_code)`,
    rows.flatMap((row) => [row.code, row.name, row.level, row.parentCode, row.successorCode]),
  );
}
