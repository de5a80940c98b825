import { createHash, createHmac, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createBlindIndex } from '../../../src/platform/crypto/keyed-blind-index.js';
import { type PiiKeys, readPiiKeys } from '../../../src/platform/crypto/pii-keys.js';

const NUMBER = '11010519491231002X';
const [one, two] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')];
const indexOf = (setting: string) => createBlindIndex(readPiiKeys(setting) as PiiKeys);

describe('createBlindIndex', () => {
  const index = indexOf(`k1:${one}`);

  it('gives equal values of one purpose the same 43 characters', () => {
    expect(index.digest('member.id_number', NUMBER)).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(index.digest('member.id_number', NUMBER)).toBe(indexOf(`k1:${one}`).digest('member.id_number', NUMBER));
  });

  it('gives another value, another purpose and another key another digest', () => {
    const digest = index.digest('member.id_number', NUMBER);
    expect(index.digest('member.id_number', '110105194912310038')).not.toBe(digest);
    expect(index.digest('member.phone', NUMBER)).not.toBe(digest);
    expect(indexOf(`k1:${two}`).digest('member.id_number', NUMBER)).not.toBe(digest);
  });

  it('is no plain hash and no HMAC with the key that seals', () => {
    const digest = index.digest('p', NUMBER);
    expect(digest).not.toBe(createHash('sha256').update(NUMBER).digest('base64url'));
    expect(digest).not.toBe(createHmac('sha256', Buffer.from(one, 'base64')).update(NUMBER).digest('base64url'));
  });

  it('still finds after a new key is put in front, and after the old one is dropped but kept as index', () => {
    const digest = index.digest('member.id_number', NUMBER);
    expect(indexOf(`k2:${two},k1:${one}`).digest('member.id_number', NUMBER)).toBe(digest);
    expect(indexOf(`k2:${two},index:${one}`).digest('member.id_number', NUMBER)).toBe(digest);
  });

  it('digests by SM3 where the root was made for it, for good', () => {
    const sm3 = indexOf(`k1:${one},index-sm3:${two}`);
    const digest = sm3.digest('member.id_number', NUMBER);
    expect(digest).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(digest).not.toBe(indexOf(`k1:${one},index:${two}`).digest('member.id_number', NUMBER));
    expect(indexOf(`index-sm3:${two},k2:${one}`).digest('member.id_number', NUMBER)).toBe(digest);
    expect(readPiiKeys(`k1:${one},index:${one},index-sm3:${two}`)).toEqual({ fault: expect.stringContaining('both') });
  });
});
