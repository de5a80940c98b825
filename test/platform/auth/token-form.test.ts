import { describe, expect, it } from 'vitest';
import { LONGEST_TOKEN, refuseForm } from '../../../src/platform/auth/token-form.js';

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const SIGNATURE = Buffer.alloc(64, 7).toString('base64url');
const PAYLOAD = encode({ sub: 'somebody' });
const withHeader = (header: unknown): string => `${encode(header)}.${PAYLOAD}.${SIGNATURE}`;
const HEADER = { alg: 'EdDSA', typ: 'at+jwt', kid: 'k' };

describe('refuseForm', () => {
  it.each(['EdDSA', 'ES256', 'RS256'])('takes %s', (alg) => {
    expect(refuseForm(withHeader({ ...HEADER, alg }))).toBeNull();
  });

  it.each(['none', 'None', 'HS256', 'HS512', 'PS256', 'ES384', 'eddsa', '', undefined, null, 5, ['EdDSA']])(
    'refuses the algorithm %j',
    (alg) => {
      expect(refuseForm(withHeader({ ...HEADER, alg }))).toBe('algorithm');
    },
  );

  it.each(['at+jwt', 'JWT', 'jwt', 'AT+JWT', 'application/at+jwt'])('takes the type %s', (typ) => {
    expect(refuseForm(withHeader({ ...HEADER, typ }))).toBeNull();
  });

  it.each(['JWE', 'dpop+jwt', 'logout+jwt', '', undefined, 1])('refuses the type %j', (typ) => {
    expect(refuseForm(withHeader({ ...HEADER, typ }))).toBe('type');
  });

  it.each(['jku', 'jwk', 'x5u', 'x5c', 'crit', 'b64', 'zip', 'enc'])('refuses a header with %s', (name) => {
    expect(refuseForm(withHeader({ ...HEADER, [name]: 'https://evil.example/jwks' }))).toBe('header');
  });

  it.each([{ ...HEADER, kid: 5 }, { ...HEADER, kid: 'k'.repeat(201) }, [HEADER], 'header-as-text', null])(
    'refuses the header %j',
    (header) => {
      expect(refuseForm(withHeader(header))).toMatch(/^(header|form)$/);
    },
  );

  it.each([
    ['empty', ''],
    ['two parts', `${encode(HEADER)}.${PAYLOAD}`],
    ['four parts', `${withHeader(HEADER)}.AAAA`],
    ['five parts, as an encrypted token has', Array(5).fill(SIGNATURE).join('.')],
    ['no signature', `${encode(HEADER)}.${PAYLOAD}.`],
    ['padding', `${withHeader(HEADER)}==`],
    ['plain base64', `${encode(HEADER)}.${PAYLOAD}.${'+/'.repeat(43)}`],
    ['a space in front', ` ${withHeader(HEADER)}`],
    ['a line break behind', `${withHeader(HEADER)}\n`],
    ['unused bits set at the end', `${encode(HEADER)}.${PAYLOAD}.${SIGNATURE.slice(0, -1)}x`],
    ['a header that is no JSON', `${Buffer.from('{"alg":"EdDSA"').toString('base64url')}.${PAYLOAD}.${SIGNATURE}`],
    [
      'a header that is no UTF-8',
      `${Buffer.from('{"alg":"\xff\xfe"}', 'latin1').toString('base64url')}.${PAYLOAD}.${SIGNATURE}`,
    ],
  ])('refuses %s', (_, token) => {
    expect(refuseForm(token)).toMatch(/^(form|header)$/);
  });

  it('takes 8,192 characters and refuses 8,193', () => {
    const sized = (length: number): string => {
      const rest = `${encode(HEADER)}..`.length;
      const signature = Buffer.alloc(1023, 7).toString('base64url');
      return `${encode(HEADER)}.${'A'.repeat(length - rest - signature.length)}.${signature}`;
    };
    expect(sized(LONGEST_TOKEN)).toHaveLength(8192);
    expect(refuseForm(sized(LONGEST_TOKEN))).toBeNull();
    expect(refuseForm(sized(LONGEST_TOKEN + 1))).toBe('form');
  });
});
