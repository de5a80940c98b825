import { createHmac, type KeyObject } from 'node:crypto';
import { deriveKey } from './derive-key.js';
import type { BlindIndex } from './field-cipher.js';
import type { PiiKeys } from './pii-keys.js';

/**
 * 盲索引 · HMAC-SHA-256, or HMAC-SM3 where the root was made for it, under a key derived for each purpose, as
 * base64url (43 characters).
 *
 * Digests show which values are equal, so: whole values only, never illness, disability or another column of few values.
 * The text is taken as it is; bring it to one form first.
 *
 * @param keys  purposes are names in code, e.g. `member.id_number`, so their keys are kept
 * @article none — technical
 */
export function createBlindIndex(keys: PiiKeys): BlindIndex {
  const byPurpose = new Map<string, KeyObject>();
  return {
    digest(purpose, value) {
      let key = byPurpose.get(purpose);
      if (key === undefined) {
        key = deriveKey(keys.index, `blind-index/${purpose}`, keys.indexHash);
        byPurpose.set(purpose, key);
      }
      return createHmac(keys.indexHash, key).update(value, 'utf8').digest('base64url');
    },
  };
}
