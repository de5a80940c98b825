/**
 * 分 · Exact money: an integer count of fen (0.01 yuan), between ±9,007,199,254,740,991.
 *
 * @article none — technical
 */
export type Fen = number & { readonly __unit: 'fen' };

/** 零元 · No money. */
export const ZERO_FEN = 0 as Fen;

/**
 * 金额 · Takes an integer count of fen.
 *
 * @throws RangeError when it is no safe integer
 * @article none — technical
 */
export function fen(value: number): Fen {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number of fen: ${value}`);
  return value as Fen;
}

const YUAN = /^(-?)(\d{1,13})(?:\.(\d{1,2}))?$/;

/**
 * 元转分 · Reads an amount in yuan, exactly; null where it is none, has three decimals or is out of range.
 *
 * @article none — technical
 * @example parseYuan('7500.00') // 750000
 * @example parseYuan('7500.005') // null
 */
export function parseYuan(text: string): Fen | null {
  const match = YUAN.exec(text);
  if (match === null) return null;
  const [, sign, whole, cents = ''] = match;
  const value = Number(whole) * 100 + Number(cents.padEnd(2, '0'));
  if (!Number.isSafeInteger(value)) return null;
  return (sign === '-' && value !== 0 ? -value : value) as Fen;
}

/**
 * 分转元 · Writes fen as yuan with two decimals.
 *
 * @article none — technical
 * @example formatYuan(fen(750000)) // '7500.00'
 */
export function formatYuan(value: Fen): string {
  const absolute = Math.abs(value);
  const cents = String(absolute % 100).padStart(2, '0');
  return `${value < 0 ? '-' : ''}${Math.trunc(absolute / 100)}.${cents}`;
}

/** 元 · Takes an amount in yuan written in code, e.g. `yuan('6000.00')`. @throws RangeError when it is none @article none — technical */
export function yuan(text: string): Fen {
  const value = parseYuan(text);
  if (value === null) throw new RangeError(`not an amount in yuan with at most two decimals: ${text}`);
  return value;
}

/** 合计 · Adds amounts. @article none — technical */
export function sumFen(...amounts: readonly Fen[]): Fen {
  return fen(amounts.reduce<number>((sum, amount) => sum + amount, 0));
}

/**
 * 人均 · Divides among heads, to the fen, halves away from zero.
 *
 * @param heads  at least 1
 * @article none — technical
 * @example perHead(fen(1000), 3) // 333
 */
export function perHead(amount: Fen, heads: number): Fen {
  if (!Number.isInteger(heads) || heads < 1) throw new RangeError(`not a number of heads: ${heads}`);
  const absolute = Math.abs(amount);
  const rounded = Math.floor((absolute * 2 + heads) / (heads * 2));
  return (amount < 0 && rounded !== 0 ? -rounded : rounded) as Fen;
}
