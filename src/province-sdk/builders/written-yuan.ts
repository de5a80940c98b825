import { type Fen, parseYuan } from '../../domain/kernel/money.js';

/**
 * 金额 · Reads an amount in yuan as a module writes it; what is no amount stays as written, for the check to name.
 *
 * @article none — technical
 * @example writtenYuan('7500.00') // 750000 fen
 */
export function writtenYuan(text: string): Fen {
  return parseYuan(text) ?? (text as unknown as Fen);
}
