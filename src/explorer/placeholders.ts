import type { SeenObjects } from './seen-objects.js';

const DAY_MS = 86_400_000;
const TODAY = /^<today([+-]\d{1,3})?>$/;
const SEEN = /^<([A-Za-z]+\.[a-z]+)>$/;

/** 中国标准时间 · The calendar day in China Standard Time at an instant given in milliseconds, plus some days. */
export function chinaDay(atMs: number, plusDays = 0): string {
  return new Date(atMs + 8 * 3_600_000 + plusDays * DAY_MS).toISOString().slice(0, 10);
}

/**
 * 填充占位 · Fills `<today>`, `<today+10>` and `<Household.id>` in the variables of an example.
 *
 * A placeholder for something not seen yet stays as it is, for the reader to replace.
 *
 * @param variables  JSON text of the example
 * @param atMs       instant that counts as now, milliseconds since 1970
 * @returns JSON text, pretty-printed; empty in, empty out
 * @article none — technical
 */
export function fillPlaceholders(variables: string, seen: SeenObjects, atMs: number): string {
  if (variables === '') return '';
  const fill = (_key: string, value: unknown): unknown => {
    if (typeof value !== 'string') return value;
    const day = TODAY.exec(value);
    if (day) return chinaDay(atMs, Number(day[1] ?? 0));
    return seen.get(SEEN.exec(value)?.[1] ?? '') ?? value;
  };
  return JSON.stringify(JSON.parse(variables, fill), null, 2);
}
