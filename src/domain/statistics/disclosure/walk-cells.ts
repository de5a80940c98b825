import type { BaseCell } from './base-cell.js';

/** Cells that are looked at between two pauses. */
export const BETWEEN_PAUSES = 200;

/** 分段 · Cells a few hundred at a time. @article none — technical */
export function* parts<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += BETWEEN_PAUSES) yield all.slice(from, from + BETWEEN_PAUSES);
}

/** 分组键 · One text for the values of some attributes. @article none — technical */
export const keyOf = (values: BaseCell['values'], names: readonly string[]): string =>
  JSON.stringify(names.map((name) => values[name] ?? null));
