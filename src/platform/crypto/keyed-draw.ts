import { createHmac, type KeyObject } from 'node:crypto';
import { deriveKey } from './derive-key.js';
import type { PiiKeys } from './pii-keys.js';

const BYTES = 6;
const SPACE = 2 ** (8 * BYTES);

/**
 * 定值抽取密钥 · The secret of the deployment's published figures: of the entry `figures`, which outlives rotations, or of the key that seals
 * where there is none. With another secret the same figures are perturbed anew.
 *
 * @article none — technical
 */
export function drawKey({ figures, current }: Pick<PiiKeys, 'figures' | 'current'>): KeyObject {
  return deriveKey(figures ?? current.key, 'published-figures');
}

/**
 * 定值抽取 · A number from 0 (inclusive) to 1 out of a purpose and a key, by HMAC-SHA-256: the same for the same, and without the
 * secret no way to tell it beforehand.
 *
 * @article none — technical
 */
export function createKeyedDraw(secret: KeyObject): (purpose: string, key: number) => number {
  return (purpose, key) =>
    createHmac('sha256', secret).update(`${purpose}|${key}`, 'utf8').digest().readUIntBE(0, BYTES) / SPACE;
}
