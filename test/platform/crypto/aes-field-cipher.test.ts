import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  createFieldCipher,
  isOutdatedSeal,
  type SealSuite,
  sealingKeyOf,
} from '../../../src/platform/crypto/aes-field-cipher.js';
import { type PiiKeys, readPiiKeys } from '../../../src/platform/crypto/pii-keys.js';

const [one, two] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')];
const cipherOf = (setting: string, suite?: SealSuite) => createFieldCipher(readPiiKeys(setting) as PiiKeys, suite);
const place = { table: 'member', column: 'name', rowId: '0190f5c2-7b3a-7c3e-9d3e-0123456789ab' };

describe('createFieldCipher', () => {
  const cipher = cipherOf(`k1:${one}`);

  it.each(['张三', '11010519491231002X', '', 'Ünï𠮷\u0000\n', '长'.repeat(20_000)])(
    'opens what it sealed: %.20j',
    (plain) => {
      expect(cipher.open(cipher.seal(plain, place), place)).toBe(plain);
    },
  );

  it('writes the key id, a dot and base64url of 12 + n + 16 bytes', () => {
    const sealed = cipher.seal('张三', place);
    expect(sealed).toMatch(/^k1\.[A-Za-z0-9_-]+$/);
    expect(Buffer.from(sealed.slice(3), 'base64url')).toHaveLength(12 + 6 + 16);
    expect(sealingKeyOf(sealed)).toBe('k1');
  });

  it('never seals one value to the same text twice, 2,000 times over', () => {
    expect(new Set(Array.from({ length: 2000 }, () => cipher.seal('张三', place))).size).toBe(2000);
  });

  it.each([
    ['another row', { ...place, rowId: '0190f5c2-7b3a-7c3e-9d3e-0123456789ac' }],
    ['another column', { ...place, column: 'phone' }],
    ['another table', { ...place, table: 'lead' }],
    ['the same letters divided otherwise', { table: 'membe', column: 'rname', rowId: place.rowId }],
  ])('does not open in %s', (_, other) => {
    expect(() => cipher.open(cipher.seal('张三', place), other)).toThrow(/does not open/);
  });

  it('does not open when any one byte is changed', () => {
    const bytes = Buffer.from(cipher.seal('张三', place).slice(3), 'base64url');
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => cipher.open(`k1.${changed.toString('base64url')}`, place)).toThrow(/does not open/);
    }
  });

  it('does not open what is cut short, padded, or no sealed text at all', () => {
    const sealed = cipher.seal('张三', place);
    for (const text of [sealed.slice(0, -2), `${sealed}=`, `${sealed} `, 'k1.', 'k1', '', '.', 'k1.AAAA', '张三'])
      expect(() => cipher.open(text, place)).toThrow(/does not open/);
  });

  it('says neither the value nor the row in its error', () => {
    const thrown = (() => {
      try {
        return cipher.open(`k9.${cipher.seal('张三', place).slice(3)}`, place);
      } catch (error) {
        return String(error);
      }
    })();
    expect(thrown).toBe('Error: a sealed value of member.name does not open: its key is not at hand');
  });
});

describe('createFieldCipher after a rotation', () => {
  const before = cipherOf(`k1:${one}`);
  const after = cipherOf(`k2:${two},k1:${one}`);

  it('opens what the old key sealed and seals with the new', () => {
    expect(after.open(before.seal('张三', place), place)).toBe('张三');
    expect(sealingKeyOf(after.seal('张三', place))).toBe('k2');
  });

  it('does not open with a lost key, nor under another key of the same id', () => {
    const sealed = before.seal('张三', place);
    expect(() => cipherOf(`k2:${two}`).open(sealed, place)).toThrow(/its key is not at hand/);
    expect(() => cipherOf(`k1:${two}`).open(sealed, place)).toThrow(/it was changed/);
  });
});

describe('createFieldCipher of two suites', () => {
  const aes = cipherOf(`k1:${one}`);
  const sm4 = cipherOf(`k1:${one}`, 'sm4');

  it('reads rows of both side by side, whichever seals now', () => {
    const [older, newer] = [aes.seal('张三', place), sm4.seal('张三', place)];
    expect(newer).toMatch(/^k1\.sm4\.[A-Za-z0-9_-]+$/);
    for (const cipher of [aes, sm4])
      expect([cipher.open(older, place), cipher.open(newer, place)]).toEqual(['张三', '张三']);
    expect(sealingKeyOf(newer)).toBe('k1');
  });

  it('binds the second suite to its place as the first, and to itself', () => {
    const sealed = sm4.seal('张三', place);
    expect(() => sm4.open(sealed, { ...place, column: 'phone' })).toThrow(/does not open/);
    expect(() => sm4.open(sealed.replace('sm4.', ''), place)).toThrow(/does not open/);
    expect(() => sm4.open(aes.seal('张三', place).replace('k1.', 'k1.sm4.'), place)).toThrow(/does not open/);
  });

  it('tells what waits to be sealed anew: another key, or another suite', () => {
    const next = cipherOf(`k2:${two},k1:${one}`);
    expect(isOutdatedSeal(aes, aes.seal('张三', place))).toBe(false);
    expect(isOutdatedSeal(sm4, sm4.seal('张三', place))).toBe(false);
    expect(isOutdatedSeal(aes, sm4.seal('张三', place))).toBe(true);
    expect(isOutdatedSeal(sm4, aes.seal('张三', place))).toBe(true);
    expect(isOutdatedSeal(next, aes.seal('张三', place))).toBe(true);
  });
});
