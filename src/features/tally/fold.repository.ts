import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/database/database.js';
import { arrayLiteral } from '../../platform/database/filter-condition.js';
import { sumsOfAll, waitingUnits } from './tallied-units.repository.js';
import { ROW, type TallyRow } from './tally.repository.js';

/** 待折算的县 · The counties of which changes wait. */
export async function waitingCounties(tx: Transaction, counties: readonly string[]): Promise<string[]> {
  const rows = await tx.rows<{ county: string }>(sql`
    SELECT g.county_code AS county FROM tally_change g WHERE g.county_code = ANY (${arrayLiteral(counties)}::text[])
    GROUP BY g.county_code ORDER BY g.county_code`);
  return rows.map(({ county }) => county);
}

/** 取待折算变动 · Changes of a county that wait and that nobody else is folding, the oldest first, held until the transaction ends. */
export async function holdChanges(tx: Transaction, county: string, most: number): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    SELECT g.id FROM tally_change g WHERE g.county_code = ${county} ORDER BY g.id LIMIT ${most}::int FOR UPDATE SKIP LOCKED`);
  return rows.map(({ id }) => id);
}

/** 变动合计 · What held changes add up to, by rollup and keys. */
export function sumsOfChanges(tx: Transaction, county: string, ids: readonly string[]): Promise<TallyRow[]> {
  const own = sql`g.county_code = ${county} AND g.id = ANY (${arrayLiteral(ids)}::uuid[])`;
  return tx.rows<TallyRow>(sql`SELECT ${sql.raw(ROW)} FROM (${sumsOfAll((subject) => waitingUnits(subject, own))}) s`);
}

/** 去除变动 · Takes held changes away. */
export async function removeChanges(tx: Transaction, county: string, ids: readonly string[]): Promise<void> {
  await tx.rows(
    sql`DELETE FROM tally_change WHERE county_code = ${county} AND id = ANY (${arrayLiteral(ids)}::uuid[])`,
  );
}
