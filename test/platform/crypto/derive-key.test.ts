import { createSecretKey, hkdfSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { deriveKey } from '../../../src/platform/crypto/derive-key.js';

const root = createSecretKey(Buffer.from('0123456789abcdef0123456789ABCDEF'));

describe('deriveKey', () => {
  it('is HKDF-SHA-256 with the salt holdline; 32 bytes that must not change, since indexes hang on them', () => {
    const bytes = deriveKey(root, 'blind-index/member.id_number').export();
    expect(bytes).toEqual(Buffer.from(hkdfSync('sha256', root, 'holdline', 'blind-index/member.id_number', 32)));
    expect(bytes).toHaveLength(32);
  });

  it('gives two purposes two keys', () => {
    expect(deriveKey(root, 'a').equals(deriveKey(root, 'b'))).toBe(false);
    expect(deriveKey(root, 'a').equals(deriveKey(root, 'a'))).toBe(true);
  });
});
