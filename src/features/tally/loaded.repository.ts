import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/database/database.js';
import { arrayLiteral } from '../../platform/database/filter-condition.js';
import { registerUnits, sumsOfAll } from './tallied-units.repository.js';
import { addToTallies, ROW, type TallyRow } from './tally.repository.js';

/** 记批量写入 · Puts households of a county, that were written in bulk with their cases, into the tallies at once. @article 5.2 */
export async function tallyLoaded(tx: Transaction, county: string, households: readonly string[]): Promise<void> {
  const ids = sql`ANY (${arrayLiteral(households)}::uuid[])`;
  const own = (alias: string) =>
    sql`${sql.raw(`${alias}.county_code`)} = ${county} AND ${sql.raw(alias === 'h' ? 'h.id' : `${alias}.household_id`)} = ${ids}`;
  const rows = await tx.rows<TallyRow>(sql`
    SELECT ${sql.raw(ROW)} FROM (${sumsOfAll((subject) => registerUnits(subject, own))}) s`);
  await addToTallies(tx, county, rows);
}
