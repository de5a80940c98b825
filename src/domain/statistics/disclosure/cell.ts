/** Record keys and cell keys are numbers below it, so that two of them add up exactly. */
export const KEY_SPACE = 2 ** 48;

/**
 * 定值抽取 · A number from 0 (inclusive) to 1 that depends on a purpose and a key and on the secret of the deployment, and on
 * nothing else: the same today and tomorrow, whoever asks.
 *
 * @article none — technical
 */
export type KeyedDraw = (purpose: string, key: number) => number;

/** 单元 · How many units a cell has, and the sum of their record keys: the same units have the same key. @article 5.3 */
export interface Cell {
  readonly count: number;
  readonly key: number;
  /** The different owners of the units: several units may be one household's. Without it each unit is its own. */
  readonly owners?: Cell;
}

/** 空单元 · A cell without units. @article none — technical */
export const NO_CELL: Cell = { count: 0, key: 0 };

/** 合并单元 · The units of both; no unit may be in both, and no owner. @article none — technical */
export function joined(one: Cell, other: Cell): Cell {
  const units = { count: one.count + other.count, key: (one.key + other.key) % KEY_SPACE };
  if (one.owners === undefined && other.owners === undefined) return units;
  return { ...units, owners: joined(ownersOf(one), ownersOf(other)) };
}

const ownersOf = ({ owners, count, key }: Cell): Cell => owners ?? { count, key };

/** 其余 · What a cell leaves of one that holds it. @article none — technical */
export function without(whole: Cell, part: Cell): Cell {
  return { count: whole.count - part.count, key: (whole.key - part.key + KEY_SPACE) % KEY_SPACE };
}
