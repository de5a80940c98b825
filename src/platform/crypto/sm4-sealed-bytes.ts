import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  timingSafeEqual,
} from 'node:crypto';
import { NONCE_BYTES, writeNonce } from './nonce.js';

const ALGORITHM = 'sm4-ctr';
const DIGEST = 'sm3';
/** Twelve random bytes and a counter of four that begins at zero. */
const START_BYTES = 16;
const TAG_BYTES = 32;

interface KeyPair {
  readonly encryption: KeyObject;
  readonly authentication: KeyObject;
}

const pairs = new WeakMap<KeyObject, KeyPair>();

/**
 * 国密封存 · SM4-CTR, then HMAC-SM3 over context, nonce and ciphertext, as base64url of nonce, ciphertext, tag: the suite of
 * the state's cryptography rules (GB/T 32907, GB/T 32905) as far as the platform's OpenSSL has it, which knows no SM4-GCM.
 *
 * @param context  authenticated, not kept: it must be the same when the text is opened
 * @article none — technical
 */
export function sealTextSm4(key: KeyObject, plain: string, context: string): string {
  const { encryption, authentication } = pairOf(key);
  const text = Buffer.from(plain, 'utf8');
  const sealed = Buffer.alloc(NONCE_BYTES + text.length + TAG_BYTES);
  writeNonce(sealed);
  const cipher = createCipheriv(ALGORITHM, encryption, startOf(sealed));
  cipher.update(text).copy(sealed, NONCE_BYTES);
  tagOf(authentication, context, sealed.subarray(0, NONCE_BYTES + text.length)).copy(sealed, NONCE_BYTES + text.length);
  return sealed.toString('base64url');
}

/**
 * 国密启封 · Opens what `sealTextSm4` made under the same key and context; nothing is decrypted before the tag agrees.
 *
 * @throws Error when it is no such text, or was changed, or belongs to another key or context
 * @article none — technical
 */
export function openTextSm4(key: KeyObject, sealed: string, context: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  // Buffer.from skips what is no base64, and then there are fewer bytes than so many characters hold.
  if (sealed.length % 4 === 1 || bytes.length !== (sealed.length * 3) >> 2) throw new Error('not base64url');
  const end = bytes.length - TAG_BYTES;
  if (end < NONCE_BYTES) throw new Error('too short');
  const { encryption, authentication } = pairOf(key);
  const tag = tagOf(authentication, context, bytes.subarray(0, end));
  if (!timingSafeEqual(tag, bytes.subarray(end))) throw new Error('the tag does not agree');
  const decipher = createDecipheriv(ALGORITHM, encryption, startOf(bytes));
  return decipher.update(bytes.subarray(NONCE_BYTES, end)).toString('utf8');
}

/** One key of 32 bytes gives both, by HMAC-SM3: sixteen bytes that encrypt and thirty-two that authenticate. */
function pairOf(key: KeyObject): KeyPair {
  let pair = pairs.get(key);
  if (pair === undefined) {
    const derive = (purpose: string): Buffer => createHmac(DIGEST, key).update(`holdline/sm4/${purpose}`).digest();
    pair = {
      encryption: createSecretKey(derive('encryption').subarray(0, 16)),
      authentication: createSecretKey(derive('authentication')),
    };
    pairs.set(key, pair);
  }
  return pair;
}

function startOf(bytes: Buffer): Buffer {
  const start = Buffer.alloc(START_BYTES);
  bytes.copy(start, 0, 0, NONCE_BYTES);
  return start;
}

/** The context's length goes ahead of it, so that no two pairs of context and text are authenticated alike. */
function tagOf(key: KeyObject, context: string, sealed: Buffer): Buffer {
  const own = Buffer.from(context, 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(own.length);
  return createHmac(DIGEST, key).update(length).update(own).update(sealed).digest();
}
