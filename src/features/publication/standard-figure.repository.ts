import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/database/database.js';
import { arrayLiteral } from '../../platform/database/filter-condition.js';
import { standardFigure } from './publication.table.js';

/** 标准统计数据 · A row of a standard table. */
export type StandardFigure = typeof standardFigure.$inferInsert;

/** Rows of one statement. */
const MOST_AT_ONCE = 2_000;

/** 写入标准统计数据 · Keeps rows of a standard table. */
export async function insertStandardFigures(tx: Transaction, rows: readonly StandardFigure[]): Promise<void> {
  for (let from = 0; from < rows.length; from += MOST_AT_ONCE)
    await tx.insert(standardFigure, rows.slice(from, from + MOST_AT_ONCE));
}

/** 清除标准统计数据 · Forgets the standard tables of every publication but some. */
export async function forgetStandardFigures(tx: Transaction, kept: readonly string[]): Promise<void> {
  await tx.rows(sql`DELETE FROM ${standardFigure} WHERE publication_id <> ALL (${arrayLiteral(kept)}::uuid[])`);
}
