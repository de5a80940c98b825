import { sql } from 'drizzle-orm';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Transaction } from '../../platform/database/database.js';
import { qualityScan } from './quality.table.js';

/** 检查进度 · Where a county stands: up to where it was looked through, and how far the run under way is. */
export interface ScanState {
  /** Instant up to which the last finished run saw every change, its day, and its rules; null before the first. */
  readonly scannedTo: string | null;
  readonly scannedOn: CalendarDate | null;
  readonly rules: string | null;
  /** Of the run under way; null where none is. */
  readonly beganAt: string | null;
  readonly runOn: CalendarDate | null;
  readonly runRules: string | null;
  readonly lastHouseholdId: string | null;
}

const STATE =
  sql.raw(`t.scanned_to::text AS "scannedTo", t.scanned_on AS "scannedOn", t.rules, t.run_began_at::text AS "beganAt", t.run_on AS "runOn",
  t.run_rules AS "runRules", t.last_household_id AS "lastHouseholdId"`);

/** 锁定进度 · The state of a county, made where it is not there, locked until the transaction ends. */
export async function lockScan(tx: Transaction, county: string, id: string): Promise<ScanState> {
  const [, [state]] = await Promise.all([
    tx.rows(sql`
      INSERT INTO ${qualityScan} (county_code, id, region_code) VALUES (${county}, ${id}::uuid, ${county})
      ON CONFLICT (county_code, region_code) DO NOTHING`),
    tx.rows<ScanState>(sql`
      SELECT ${STATE} FROM ${qualityScan} t WHERE t.county_code = ${county} AND t.region_code = ${county} FOR UPDATE`),
  ]);
  if (state === undefined) throw new Error(`no state of ${county}`);
  return state;
}

/** 开始检查 · Begins a run of a locked county at its first household. */
export async function beginRun(
  tx: Transaction,
  county: string,
  { at, on, rules }: { readonly at: string; readonly on: CalendarDate; readonly rules: string },
): Promise<string> {
  const [row] = await tx.rows<{ beganAt: string }>(sql`
    UPDATE ${qualityScan} SET run_began_at = ${at}::timestamptz, run_on = ${on}::date, run_rules = ${rules}, last_household_id = NULL
    WHERE county_code = ${county} AND region_code = ${county} RETURNING run_began_at::text AS "beganAt"`);
  return row!.beganAt;
}

/** 推进检查 · Notes the last household that the run under way has looked at. */
export async function moveRun(tx: Transaction, county: string, lastHouseholdId: string): Promise<void> {
  await tx.rows(sql`
    UPDATE ${qualityScan} SET last_household_id = ${lastHouseholdId}::uuid WHERE county_code = ${county} AND region_code = ${county}`);
}

/** 完成检查 · The run under way is through: what changes from its beginning on is looked at next time. */
export async function finishRun(tx: Transaction, county: string): Promise<void> {
  await tx.rows(sql`
    UPDATE ${qualityScan} SET scanned_to = run_began_at, scanned_on = run_on, rules = run_rules,
      run_began_at = NULL, run_on = NULL, run_rules = NULL, last_household_id = NULL
    WHERE county_code = ${county} AND region_code = ${county}`);
}
