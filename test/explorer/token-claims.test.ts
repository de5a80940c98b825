import { describe, expect, it } from 'vitest';
import { cleanToken, readClaims } from '../../src/explorer/token-claims.js';

const token = (claims: unknown): string =>
  `${Buffer.from('{"alg":"EdDSA"}').toString('base64url')}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`;

describe('readClaims', () => {
  it('reads subject, grants and expiry of a token with a Chinese subject', () => {
    const grants = [
      { role: 'COUNTY_OFFICER', region: '430121' },
      { role: 'TOWNSHIP_OFFICER', region: '430121104' },
    ];
    expect(readClaims(token({ sub: '长沙县-王', grants, exp: 1_701_331_200 }))).toEqual({
      subject: '长沙县-王',
      grants: ['COUNTY_OFFICER 430121', 'TOWNSHIP_OFFICER 430121104'],
      expiresAt: 1_701_331_200,
    });
  });

  it('reads grants written as ROLE:REGION, and a token without claims as one without grants', () => {
    expect(readClaims(token({ grants: ['AUDITOR:43', 7, null] }))?.grants).toEqual(['AUDITOR 43']);
    expect(readClaims(token({}))).toEqual({ subject: '', grants: [], expiresAt: null });
  });

  it('is null for text that is no token', () => {
    for (const text of ['', 'abc', 'a.b', 'a.@@@.c', `a.${Buffer.from('{').toString('base64url')}.c`])
      expect(readClaims(text)).toBeNull();
  });
});

describe('cleanToken', () => {
  it('drops Bearer, blanks and line ends that come along with a paste', () => {
    expect(cleanToken('  Bearer abc.d\n ef.g \n')).toBe('abc.def.g');
    expect(cleanToken('bearerish')).toBe('bearerish');
  });
});
