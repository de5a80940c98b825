import { BASELINE, PROVINCES } from '../../../provinces/index.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { type GenerationOrder, generateRegister } from '../../../src/features/demonstration/index.js';
import { noRows, type RegisterRows } from '../../../src/features/demonstration/register-rows.js';
import { chineseHolidayCalendar, loadProvinces, ProvinceService } from '../../../src/features/province/index.js';
import { readEditionRows } from '../../../src/features/region/division-edition.js';
import { DEMONSTRATION_COUNTIES, loadRegionTree } from '../../../src/features/region/index.js';

export const TODAY = date('2023-11-30');

/** The divisions of the edition, the provinces of the tree, the holidays: what a register is generated in. */
export const WORLD = {
  tree: loadRegionTree(readEditionRows()),
  provinces: new ProvinceService(loadProvinces({ national: BASELINE, modules: PROVINCES })),
  holidays: chineseHolidayCalendar(),
};

/** Orders of the demonstration, small unless said otherwise. */
export function anOrder(set: Partial<GenerationOrder> = {}): GenerationOrder {
  return { ...WORLD, today: TODAY, counties: DEMONSTRATION_COUNTIES, households: 60, seed: 7, firstNumber: 1, ...set };
}

/** All rows of a register at once. */
export function generated(set: Partial<GenerationOrder> = {}): RegisterRows {
  const all = noRows();
  for (const { rows } of generateRegister(anOrder(set)))
    for (const [key, some] of Object.entries(rows)) (all[key as keyof RegisterRows] as object[]).push(...some);
  return all;
}

/** Groups rows by a key. */
export function by<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
}

/** The share of rows for which something holds. */
export function share<T>(rows: readonly T[], holds: (row: T) => boolean): number {
  return rows.filter(holds).length / rows.length;
}

/** The middle value. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
