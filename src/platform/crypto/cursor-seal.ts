import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { ApiError } from '../errors/api-error.js';
import { deriveKey } from './derive-key.js';
import type { PiiKeys } from './pii-keys.js';
import { openText, sealText } from './sealed-bytes.js';

/**
 * 游标封印 · Makes cursors that show nothing and serve nobody else.
 *
 * @article none — technical
 */
export interface CursorSeal {
  /**
   * @param payload  JSON: where the page ends
   * @param boundTo  principal, field, filter and order in one text, or its digest; the same when the cursor comes back
   */
  seal(payload: unknown, boundTo: string): string;
  /** @throws ApiError INVALID_CURSOR, one message whether it was changed, made up, or given to another */
  open(cursor: string, boundTo: string): unknown;
}

const LONGEST_CURSOR = 4096;
const KEPT_KEYS = 500;

/**
 * 游标封印 · AES-256-GCM under a key derived for each `boundTo`: a page pays for it once, and no key ever seals so
 * much that its random nonces repeat.
 *
 * @param root  see `cursorKey`
 * @article none — technical
 */
export function createCursorSeal(root: KeyObject): CursorSeal {
  const keys = new LRUCache<string, KeyObject>({ max: KEPT_KEYS });
  const keyFor = (boundTo: string): KeyObject => {
    let key = keys.get(boundTo);
    if (key === undefined) {
      key = createSecretKey(createHmac('sha256', root).update(boundTo, 'utf8').digest());
      keys.set(boundTo, key);
    }
    return key;
  };
  return {
    seal: (payload, boundTo) => sealText(keyFor(boundTo), JSON.stringify(payload), boundTo),
    open(cursor, boundTo) {
      try {
        if (cursor.length <= LONGEST_CURSOR) return JSON.parse(openText(keyFor(boundTo), cursor, boundTo));
      } catch {
        // falls through to the one answer
      }
      throw new ApiError('INVALID_CURSOR', 'The cursor is not one of this list; leave it out to begin anew.');
    },
  };
}

/** 游标密钥 · The root for `createCursorSeal`; cursors end with the key that was current when they were made. */
export function cursorKey(keys: PiiKeys): KeyObject {
  return deriveKey(keys.current.key, 'cursor-seal');
}
