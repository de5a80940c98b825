import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';

const SALT = 'holdline';

/**
 * 派生密钥 · A key for one purpose, by HKDF; two purposes have nothing in common that shows.
 *
 * @article none — technical
 */
export function deriveKey(root: KeyObject, purpose: string, hash: 'sha256' | 'sm3' = 'sha256'): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync(hash, root, SALT, purpose, 32)));
}
