import { createSecretKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { deriveKey } from '../../../src/platform/crypto/derive-key.js';
import { createKeyedDraw, drawKey } from '../../../src/platform/crypto/keyed-draw.js';
import { type PiiKeys, readPiiKeys } from '../../../src/platform/crypto/pii-keys.js';

const key = (fill: string): string => Buffer.alloc(32, fill).toString('base64');
const drawn = (setting: string): number => {
  const keys = readPiiKeys(setting) as PiiKeys;
  return createKeyedDraw(drawKey(keys))('count', 12_345);
};

describe('drawKey', () => {
  it('is of the entry `figures`, however the sealing keys and the root of the blind indexes change', () => {
    const before = drawn(`k1:${key('ab')},index:${key('cd')},figures:${key('ef')}`);
    expect(drawn(`k2:${key('gh')},k1:${key('ab')},index:${key('ij')},figures:${key('ef')}`)).toBe(before);
    expect(drawn(`k1:${key('ab')},index:${key('cd')},figures:${key('kl')}`)).not.toBe(before);
  });

  it('is derived from the key that seals where there is none, and stays the same where its bytes become the entry `figures`', () => {
    const before = drawn(`k1:${key('ab')},index:${key('cd')}`);
    const secret = deriveKey(createSecretKey(Buffer.alloc(32, 'ab')), 'published-figures');
    expect(before).toBe(createKeyedDraw(secret)('count', 12_345));
    expect(drawn(`k1:${key('ab')},index:${key('cd')},figures:${key('ab')}`)).toBe(before);
    expect(drawn(`k2:${key('gh')},k1:${key('ab')},index:${key('cd')},figures:${key('ab')}`)).toBe(before);
    expect(drawn(`k2:${key('gh')},k1:${key('ab')},index:${key('cd')}`)).not.toBe(before);
  });
});
