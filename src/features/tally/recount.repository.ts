import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/database/database.js';
import { arrayLiteral } from '../../platform/database/filter-condition.js';
import { registerUnits, SUM_NAMES, sumsOfAll, waitingUnits } from './tallied-units.repository.js';
import { ROW, type TallyRow } from './tally.repository.js';

const less = SUM_NAMES.map((name) => `-t.${name}`).join(', ');
const totals = SUM_NAMES.map((name) => `sum(d.${name}) AS ${name}`).join(', ');
const differs = SUM_NAMES.map((name) => `sum(d.${name}) <> 0`).join(' OR ');

/**
 * 复核一县 · What a full count of a county's register has more than its tallies and the changes that wait, by rollup and keys, in
 * one statement and so of one state; nothing where they agree. A change that commits meanwhile moves both alike.
 *
 * @article 5.2
 */
export function driftOf(tx: Transaction, county: string): Promise<TallyRow[]> {
  const own = (alias: string) => sql`${sql.raw(`${alias}.county_code`)} = ${county}`;
  const minus = sql.raw(SUM_NAMES.map((name) => `-w.${name}`).join(', '));
  const waiting = sql.raw('w.county_code, w.rollup, w.keys');
  return tx.rows<TallyRow>(sql`
    SELECT ${sql.raw(ROW)} FROM (
      SELECT d.rollup, d.keys, ${sql.raw(totals)} FROM (
        ${sumsOfAll((subject) => registerUnits(subject, own))}
        UNION ALL SELECT ${waiting}, ${minus} FROM (${sumsOfAll((subject) => waitingUnits(subject, own('g')))}) w
        UNION ALL SELECT t.county_code, t.rollup, t.keys, ${sql.raw(less)} FROM tally t WHERE ${own('t')}
      ) d GROUP BY d.rollup, d.keys HAVING ${sql.raw(differs)}) s
    ORDER BY s.rollup, s.keys`);
}

/**
 * 复核一省 · What the tallies of a province's counties have more than its own, by rollup and keys, in one statement.
 *
 * @param counties  every county of the province
 * @article 5.2
 */
export function provinceDriftOf(tx: Transaction, province: string, counties: readonly string[]): Promise<TallyRow[]> {
  const own = SUM_NAMES.map((name) => `t.${name}`).join(', ');
  return tx.rows<TallyRow>(sql`
    SELECT ${sql.raw(ROW)} FROM (
      SELECT d.rollup, d.keys, ${sql.raw(totals)} FROM (
        SELECT t.rollup, t.keys, ${sql.raw(own)} FROM tally t WHERE t.county_code = ANY (${arrayLiteral(counties)}::text[])
        UNION ALL SELECT t.rollup, t.keys, ${sql.raw(less)} FROM province_tally t WHERE t.province_code = ${province}
      ) d GROUP BY d.rollup, d.keys HAVING ${sql.raw(differs)}) s
    ORDER BY s.rollup, s.keys`);
}
