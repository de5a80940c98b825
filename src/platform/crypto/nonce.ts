import { randomFillSync } from 'node:crypto';

/** Bytes of an AES-GCM nonce. */
export const NONCE_BYTES = 12;
const POOLED = 512;

const pool = Buffer.allocUnsafeSlow(NONCE_BYTES * POOLED);
let used = pool.length;

/**
 * 随机数 · Copies a fresh random nonce to the start of `target`. Drawn 512 at a time: one call of the generator costs
 * as much as a third of a seal.
 *
 * @article none — technical
 */
export function writeNonce(target: Buffer): void {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  pool.copy(target, 0, used, used + NONCE_BYTES);
  used += NONCE_BYTES;
}
