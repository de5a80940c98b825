import { type RowRefusal, rowRefusals } from '../../domain/kernel/row-refusal.js';
import { type Refusal, refuse } from '../../domain/kernel/verdict.js';
import type { HouseholdPlace } from '../household/index.js';
import { faultsOfNumber, type HouseholdEntry, type ReadHousehold } from '../registration/index.js';

/** 读一行 · What one row of an import says, or every reason why it cannot be read; paths lead into the row. */
export type RowReader = (
  row: unknown,
) => { readonly entry: HouseholdEntry } | { readonly refusals: readonly Refusal[] };

/** 导入行 · A row that was read: to enter anew, or to bring a registered household up to date. */
export interface ImportRow {
  readonly index: number;
  readonly read: ReadHousehold;
  /** The household that has the row's number already; null for a new one. */
  readonly known: HouseholdPlace | null;
}

/** 导入计划 · What an import does, county by county, and what it leaves out. */
export interface ImportPlan {
  readonly byCounty: ReadonlyMap<string, readonly ImportRow[]>;
  readonly errors: readonly RowRefusal[];
}

/** 户编号查找结果 · Which of the numbers are registered, and which of those households lie in the reach. */
export interface KnownNumbers {
  readonly places: ReadonlyMap<string, HouseholdPlace>;
  /** Ids of the households in the reach. */
  readonly reachable: ReadonlySet<string>;
}

/** 行内路径 · Reasons against a row, each with its path in the whole input. */
export function rowErrors(index: number, refusals: readonly Refusal[]): RowRefusal[] {
  return rowRefusals(index, refusals, (path) => ['households', String(index), ...path]);
}

/**
 * 编制导入计划 · Decides row by row: a number that is registered in the row's county and reach is brought up to date, a row
 * without one or with a free one is entered, anything else is left out with its reasons.
 *
 * @param rows  read rows by their place in the input, each with its county
 */
export function planImport(
  rows: readonly { readonly index: number; readonly county: string; readonly read: ReadHousehold }[],
  numbers: KnownNumbers,
): ImportPlan {
  const byCounty = new Map<string, ImportRow[]>();
  const errors: RowRefusal[] = [];
  const taken = new Set<string>();
  for (const { index, county, read } of rows) {
    const number = read.entry.number ?? null;
    const known = number === null ? null : (numbers.places.get(number) ?? null);
    const refusals = [...read.refusals, ...faultsOfRowNumber(number, known, county, numbers, taken)];
    if (number !== null) taken.add(number);
    errors.push(...rowErrors(index, refusals));
    if (refusals.length === 0) byCounty.set(county, [...(byCounty.get(county) ?? []), { index, read, known }]);
  }
  return { byCounty, errors };
}

function faultsOfRowNumber(
  number: string | null,
  known: HouseholdPlace | null,
  county: string,
  { reachable }: KnownNumbers,
  taken: ReadonlySet<string>,
): readonly Refusal[] {
  if (number === null) return [];
  if (taken.has(number)) return [refuse('DUPLICATE', 'this number stands in an earlier row too', ['number'])];
  if (known === null) return faultsOfNumber(number);
  if (known.county === county && reachable.has(known.id)) return [];
  return [refuse('DUPLICATE', 'this number cannot be given to a household here', ['number'])];
}
