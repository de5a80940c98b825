import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/database/database.js';
import { type Row, readById } from '../../platform/database/read-rows.js';
import type { Selection } from '../../platform/database/selection.js';
import { correction } from './correction.table.js';
import { correctionShape } from './correction-shape.repository.js';

/** 更正所涉 · Household and case of a correction. */
export async function placesOf(
  tx: Transaction,
  county: string,
  id: string,
): Promise<{ readonly household: string; readonly case: string | null }> {
  const [row] = await tx.rows<{ household: string; case: string | null }>(sql`
    SELECT household_id AS household, case_id AS "case" FROM ${correction}
    WHERE county_code = ${county} AND id = ${id}::uuid`);
  return row!;
}

/** 查找更正 · Corrections of a county by id, with what was asked for. */
export function findCorrections(
  tx: Transaction,
  selection: Selection,
  county: string,
  ids: readonly string[],
): Promise<Row[]> {
  return readById(tx, correctionShape, selection, county, ids);
}
