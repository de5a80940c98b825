import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';

const SALT = 'holdline';

/**
 * 派生密钥 · A key for one purpose, by HKDF-SHA-256; two purposes have nothing in common that shows.
 *
 * @article none — technical
 */
export function deriveKey(root: KeyObject, purpose: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', root, SALT, purpose, 32)));
}
