import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Database, Transaction } from '../../platform/database/database.js';
import { WHOLE_REGISTER } from '../../platform/database/scope.js';
import { appendToOwnChain } from '../audit/index.js';
import { driftOf, provinceDriftOf } from './recount.repository.js';
import { addToCounty, addToProvince, type TallyRow } from './tally.repository.js';
import { holdStart } from './tally-start.repository.js';

/** 汇总偏差 · By how much a tally was off: what the count of the register has more. */
export interface TallyDrift extends TallyRow {
  /** The county, or the province whose tally is not the sum of its counties'. */
  readonly code: string;
}

/** 复核要求 · Which counties, and whether what is off is put right. */
export interface ReconcileOrder {
  readonly counties: readonly string[];
  /** Provinces to hold against their counties, each with all that it has. */
  readonly provinces: readonly { readonly province: string; readonly all: readonly string[] }[];
  readonly repair: boolean;
  readonly today: CalendarDate;
  readonly now: () => Date;
  readonly onProgress?: (done: number, of: number) => void;
}

/** Rows of a drift that are told in the trail. */
const MOST_TOLD = 50;

/**
 * 复核汇总 · Counts counties wholly, holds what comes out against their tallies, and then the tallies of their provinces against the
 * sum of the counties'. What is off is put right in a transaction with an audit event in the chain of the county or province.
 *
 * @returns every tally that was off
 * @throws Error while another process counts
 * @article 5.2
 */
export async function reconcileTallies(
  database: Database,
  { counties, provinces, repair, today, now, onProgress }: ReconcileOrder,
  stopping?: AbortSignal,
): Promise<TallyDrift[]> {
  const drifts: TallyDrift[] = [];
  const check = async (code: string, find: FindDrift, add: AddDrift): Promise<void> => {
    const rows = await database.write(WHOLE_REGISTER, async (tx) => {
      if ((await holdStart(tx)) === null) throw new Error('Another process counts the register at the moment.');
      const found = await find(tx, code);
      if (repair && found.length > 0) await Promise.all([add(tx, code, found), tell(tx, code, found, now(), today)]);
      return found;
    });
    drifts.push(...rows.map((row) => ({ ...row, code })));
  };
  for (const [at, county] of counties.entries()) {
    if (stopping?.aborted) return drifts;
    await check(county, driftOf, addToCounty);
    onProgress?.(at + 1, counties.length);
  }
  for (const { province, all } of provinces)
    await check(province, (tx, code) => provinceDriftOf(tx, code, all), addToProvince);
  return drifts;
}

type FindDrift = (tx: Transaction, code: string) => Promise<TallyRow[]>;
type AddDrift = (tx: Transaction, code: string, rows: readonly TallyRow[]) => Promise<void>;

async function tell(
  tx: Transaction,
  code: string,
  rows: readonly TallyRow[],
  now: Date,
  today: CalendarDate,
): Promise<void> {
  const change = { rows: rows.length, drift: rows.slice(0, MOST_TOLD) };
  const record = { action: 'repairTallies', occurredOn: today, change, role: null, actor: 'system' };
  const system = { principal: null, requestId: 'reconcile', now, today };
  await appendToOwnChain(tx, system, { kind: 'Configuration', code, regionCode: code, record });
}

/** 偏差文字 · One drift as a line: where, which cell, and by how much each sum was off. */
export function tellDrift({ code, rollup, keys, ...sums }: TallyDrift): string {
  const off = Object.entries(sums).flatMap(([name, value]) =>
    value === 0 ? [] : [`${name} ${signed(Number(value))}`],
  );
  return `${code} ${rollup} [${keys.map((key) => key ?? 'null').join(', ')}]: the register has ${off.join(', ')} more`;
}

const signed = (value: number): string => (value > 0 ? `+${value}` : String(value));
