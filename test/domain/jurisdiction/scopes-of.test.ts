import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEVEL_ROLES } from '../../../src/domain/jurisdiction/level-roles.js';
import { mayAct } from '../../../src/domain/jurisdiction/may-act.js';
import { type Grant, ROLES } from '../../../src/domain/jurisdiction/role.js';
import { isInScope, scopesOf } from '../../../src/domain/jurisdiction/scopes-of.js';
import { REGION_LEVELS, type RegionCode } from '../../../src/domain/kernel/region-code.js';

const CODES = [
  '000000',
  '430000',
  '430100',
  '430121',
  '430121101',
  '430121101201',
  '510000',
  '511700',
  '431200',
  '4301',
  'x',
];
const grant = (role: Grant['role'], region: string): Grant => ({ role, region });

describe('scopesOf', () => {
  it('is the county of a county officer and nothing for another role', () => {
    const grants = [grant('COUNTY_OFFICER', '430121')];
    expect(scopesOf(grants, ['COUNTY_OFFICER'])).toEqual(['430121']);
    expect(scopesOf(grants, ['AUDITOR'])).toEqual([]);
  });

  it('adds grants up and drops the village that lies in the county', () => {
    const grants = [
      grant('VILLAGE_WORKER', '430121101201'),
      grant('COUNTY_OFFICER', '430121'),
      grant('VILLAGE_WORKER', '430122101201'),
    ];
    expect(scopesOf(grants, ['VILLAGE_WORKER', 'COUNTY_OFFICER'])).toEqual(['430121', '430122101201']);
  });

  it('takes in under 510000 what begins with 51, and 430000 nothing of it', () => {
    const sichuan = scopesOf([grant('PROVINCE_OFFICER', '510000')], ['PROVINCE_OFFICER']);
    expect(isInScope(sichuan, '511723102' as RegionCode)).toBe(true);
    expect(isInScope(sichuan, '430121101' as RegionCode)).toBe(false);
  });

  it('is the empty prefix for the nation and nothing for a code that is none', () => {
    expect(scopesOf([grant('NATIONAL_OFFICER', '000000')], ['NATIONAL_OFFICER'])).toEqual(['']);
    expect(scopesOf([grant('NATIONAL_OFFICER', '')], ['NATIONAL_OFFICER'])).toEqual([]);
  });

  it('agrees with mayAct for any grants, level and region', () => {
    const grants = fc.array(fc.record({ role: fc.constantFrom(...ROLES), region: fc.constantFrom(...CODES) }), {
      maxLength: 4,
    });
    const places = CODES.filter((code) => code.length >= 6 && code !== '000000') as RegionCode[];
    fc.assert(
      fc.property(grants, fc.constantFrom(...REGION_LEVELS), fc.constantFrom(...places), (held, level, regionCode) => {
        const inScope = isInScope(scopesOf(held, LEVEL_ROLES[level]), regionCode);
        expect(mayAct({ grants: held, level, regionCode })).toBe(inScope);
      }),
    );
  });
});
