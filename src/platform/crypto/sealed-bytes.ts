import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto';
import { NONCE_BYTES, writeNonce } from './nonce.js';

const ALGORITHM = 'aes-256-gcm';
const TAG_BYTES = 16;
const OPTIONS = { authTagLength: TAG_BYTES };
const LEAST_BYTES = NONCE_BYTES + TAG_BYTES;

/**
 * 封 · AES-256-GCM under a random 96-bit nonce, as base64url of nonce, ciphertext, tag.
 *
 * @param context  authenticated, not kept: it must be the same when the text is opened
 * @article none — technical
 */
export function sealText(key: KeyObject, plain: string, context: string): string {
  const text = Buffer.from(plain, 'utf8');
  const sealed = Buffer.allocUnsafe(LEAST_BYTES + text.length);
  writeNonce(sealed);
  const cipher = createCipheriv(ALGORITHM, key, sealed.subarray(0, NONCE_BYTES), OPTIONS);
  cipher.setAAD(Buffer.from(context, 'utf8'));
  cipher.update(text).copy(sealed, NONCE_BYTES);
  cipher.final();
  cipher.getAuthTag().copy(sealed, NONCE_BYTES + text.length);
  return sealed.toString('base64url');
}

/**
 * 启 · Opens what `sealText` made under the same key and context.
 *
 * @throws Error when it is no such text, or was changed, or belongs to another key or context
 * @article none — technical
 */
export function openText(key: KeyObject, sealed: string, context: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  // Buffer.from skips what is no base64, and then there are fewer bytes than so many characters hold.
  if (sealed.length % 4 === 1 || bytes.length !== (sealed.length * 3) >> 2) throw new Error('not base64url');
  const end = bytes.length - TAG_BYTES;
  if (end < NONCE_BYTES) throw new Error('too short');
  const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, NONCE_BYTES), OPTIONS);
  decipher.setAAD(Buffer.from(context, 'utf8'));
  decipher.setAuthTag(bytes.subarray(end));
  const plain = decipher.update(bytes.subarray(NONCE_BYTES, end));
  decipher.final();
  return plain.toString('utf8');
}
