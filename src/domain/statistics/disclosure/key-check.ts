import { KEY_SPACE, type KeyedDraw } from './cell.js';

const DIGITS = 12;

/**
 * 密钥校验值 · Tells two keys apart by which figures are perturbed, and nothing of either: a draw for a purpose that nothing else is drawn for.
 *
 * @returns 12 hexadecimal digits
 * @article none — technical
 */
export function keyCheckOf(draw: KeyedDraw): string {
  return Math.floor(draw('key-check', 0) * KEY_SPACE)
    .toString(16)
    .padStart(DIGITS, '0');
}
