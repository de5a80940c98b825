import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createCursorSeal, cursorKey } from '../../../src/platform/crypto/cursor-seal.js';
import { type PiiKeys, readPiiKeys } from '../../../src/platform/crypto/pii-keys.js';
import { ApiError } from '../../../src/platform/errors/api-error.js';

const keys = readPiiKeys(`k1:${randomBytes(32).toString('base64')}`) as PiiKeys;
const seal = createCursorSeal(cursorKey(keys));
const BOUND = 'officer-1\0cases\0{"region":"430121"}\0OPENED_ON_DESC';
const PAYLOAD = { after: ['2023-11-30', '0190f5c2-7b3a-7c3e-9d3e-0123456789ab'] };

function refusalOf(cursor: string, boundTo = BOUND): { code: string; message: string } {
  try {
    seal.open(cursor, boundTo);
  } catch (error) {
    if (error instanceof ApiError) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error('the cursor was taken');
}

describe('threat 27 · createCursorSeal', () => {
  it('gives the payload back to the same caller, field, filter and order, also after a restart', () => {
    const cursor = seal.seal(PAYLOAD, BOUND);
    expect(seal.open(cursor, BOUND)).toEqual(PAYLOAD);
    expect(createCursorSeal(cursorKey(keys)).open(cursor, BOUND)).toEqual(PAYLOAD);
  });

  it('shows nothing of the payload and is plain base64url', () => {
    const cursor = seal.seal(PAYLOAD, BOUND);
    expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(Buffer.from(cursor, 'base64url').toString('latin1')).not.toContain('2023-11-30');
  });

  it.each([
    ['another user', BOUND.replace('officer-1', 'officer-2')],
    ['another field', BOUND.replace('cases', 'leads')],
    ['another filter', BOUND.replace('430121', '430122')],
    ['another order', BOUND.replace('DESC', 'ASC')],
  ])('answers INVALID_CURSOR to %s', (_, boundTo) => {
    expect(refusalOf(seal.seal(PAYLOAD, BOUND), boundTo).code).toBe('INVALID_CURSOR');
  });

  it('answers the same to what was changed, cut, made up, encoded in clear, or is very long', () => {
    const cursor = seal.seal(PAYLOAD, BOUND);
    const clear = Buffer.from(JSON.stringify(PAYLOAD)).toString('base64url');
    const flipped = cursor.slice(0, 20) + (cursor[20] === 'A' ? 'B' : 'A') + cursor.slice(21);
    const expected = {
      code: 'INVALID_CURSOR',
      message: 'The cursor is not one of this list; leave it out to begin anew.',
    };
    for (const bad of [flipped, cursor.slice(0, -3), '', 'null', clear, `${cursor}=`, 'A'.repeat(5_000_000), '\u0000'])
      expect(refusalOf(bad)).toEqual(expected);
  });

  it('takes a binding longer than 1,024 bytes', () => {
    const bound = '村'.repeat(5000);
    expect(seal.open(seal.seal([1], bound), bound)).toEqual([1]);
  });

  it('ends with the key that made it', () => {
    const others = readPiiKeys(`k1:${randomBytes(32).toString('base64')}`) as PiiKeys;
    const cursor = createCursorSeal(cursorKey(others)).seal(PAYLOAD, BOUND);
    expect(refusalOf(cursor).code).toBe('INVALID_CURSOR');
  });
});
