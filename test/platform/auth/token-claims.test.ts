import { describe, expect, it } from 'vitest';
import { readClaims } from '../../../src/platform/auth/token-claims.js';

const IAT = 1_700_000_000;
const CLAIMS = {
  iss: 'x',
  sub: 'officer-1',
  iat: IAT,
  exp: IAT + 3600,
  grants: [
    { role: 'COUNTY_OFFICER', region: '430121' },
    { role: 'AUDITOR', region: '430000' },
  ],
  department: 'CIVIL_AFFAIRS',
  household: '430121-0001',
  jti: 't-1',
};

describe('readClaims', () => {
  it('reads subject, grants, department, household and token id, and freezes them', () => {
    const read = readClaims(CLAIMS);
    expect(read).toEqual({
      issuedAt: IAT,
      expiresAt: IAT + 3600,
      principal: {
        subject: 'officer-1',
        grants: CLAIMS.grants,
        department: 'CIVIL_AFFAIRS',
        household: '430121-0001',
        tokenId: 't-1',
      },
    });
    if (typeof read === 'string') throw new Error(read);
    expect([read.principal, read.principal.grants, read.principal.grants[0]].every(Object.isFrozen)).toBe(true);
  });

  it('takes a token without department, household and id, and one with no grant', () => {
    const { sub, iat, exp } = CLAIMS;
    expect(readClaims({ sub, iat, exp, grants: [], department: null })).toMatchObject({
      principal: { grants: [], department: null, household: null, tokenId: null },
    });
  });

  it('keeps of a grant its role and region alone', () => {
    const read = readClaims({ ...CLAIMS, grants: [{ role: 'AUDITOR', region: '430000', admin: true }] });
    expect(read).toMatchObject({ principal: { grants: [{ role: 'AUDITOR', region: '430000' }] } });
    expect(JSON.stringify(read)).not.toContain('admin');
  });

  it.each([
    ['an unknown role', { grants: [...CLAIMS.grants, { role: 'ADMIN', region: '430121' }] }],
    ['a role in small letters', { grants: [{ role: 'county_officer', region: '430121' }] }],
    ['a region of 4 digits', { grants: [{ role: 'COUNTY_OFFICER', region: '4301' }] }],
    ['a region that is a number', { grants: [{ role: 'COUNTY_OFFICER', region: 430121 }] }],
    ['a pattern for a region', { grants: [{ role: 'COUNTY_OFFICER', region: '43%' }] }],
    ['a grant without a region', { grants: [{ role: 'COUNTY_OFFICER' }] }],
    ['grants as text', { grants: 'COUNTY_OFFICER:430121' }],
    ['grants as an object', { grants: { 0: CLAIMS.grants[0] } }],
    ['no grants', { grants: undefined }],
    ['101 grants', { grants: Array(101).fill(CLAIMS.grants[0]) }],
    ['an unknown department', { department: 'SECRETS' }],
    ['a household that is a number', { household: 1 }],
    ['an empty household', { household: '' }],
    ['an empty subject', { sub: '' }],
    ['a subject with a line break', { sub: 'a\nb' }],
    ['a subject of 201 characters', { sub: 'a'.repeat(201) }],
    ['an id that is an object', { jti: {} }],
    ['exp 1e400, which JSON reads as infinite', { exp: Number.POSITIVE_INFINITY }],
    ['exp with a fraction', { exp: IAT + 0.5 }],
    ['exp as text', { exp: String(IAT + 60) }],
    ['exp beyond the safe integers', { exp: 2 ** 53 }],
    ['a negative iat', { iat: -1 }],
    ['no iat', { iat: undefined }],
  ])('refuses %s', (_, change) => {
    expect(readClaims({ ...CLAIMS, ...change })).toBe('claims');
  });

  it('takes 100 grants', () => {
    expect(readClaims({ ...CLAIMS, grants: Array(100).fill(CLAIMS.grants[0]) })).toMatchObject({
      issuedAt: IAT,
      expiresAt: IAT + 3600,
    });
  });

  it('takes a life of 86,400 s, refuses 86,401 s and none', () => {
    expect(readClaims({ ...CLAIMS, exp: IAT + 86_400 })).toMatchObject({ expiresAt: IAT + 86_400 });
    expect(readClaims({ ...CLAIMS, exp: IAT + 86_401 })).toBe('lifetime');
    expect(readClaims({ ...CLAIMS, exp: IAT + 1 })).toMatchObject({ expiresAt: IAT + 1 });
    expect(readClaims({ ...CLAIMS, exp: IAT })).toBe('lifetime');
  });

  it.each([null, 'text', 5, []])('refuses the payload %j', (payload) => {
    expect(readClaims(payload)).toBe('claims');
  });
});
