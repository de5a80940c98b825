import { describe, expect, it } from 'vitest';
import { canCompleteStep } from '../../../src/domain/jurisdiction/can-complete-step.js';
import type { Grant, Role } from '../../../src/domain/jurisdiction/role.js';
import type { RegionCode, RegionLevel } from '../../../src/domain/kernel/region-code.js';
import type { StepKind } from '../../../src/domain/procedure/procedure-definition.js';

const VILLAGE = '430121101201' as RegionCode;
const code = (role: Role, region: string, level: RegionLevel, kind: StepKind = 'CUSTOM') =>
  canCompleteStep({ grants: [{ role, region }], step: { code: 'a-step', kind, level }, regionCode: VILLAGE })?.code ??
  null;

describe('canCompleteStep', () => {
  it('refuses the county decision to the village and the township, and gives it to the county', () => {
    expect(code('VILLAGE_WORKER', VILLAGE, 'COUNTY')).toBe('WRONG_LEVEL');
    expect(code('TOWNSHIP_OFFICER', '430121101', 'COUNTY')).toBe('WRONG_LEVEL');
    expect(code('COUNTY_OFFICER', '430121', 'COUNTY')).toBeNull();
  });

  it('gives a village step to the village, its township and its county, not to the city', () => {
    expect(code('VILLAGE_WORKER', VILLAGE, 'VILLAGE')).toBeNull();
    expect(code('TOWNSHIP_OFFICER', '430121101', 'VILLAGE')).toBeNull();
    expect(code('COUNTY_OFFICER', '430121', 'VILLAGE')).toBeNull();
    expect(code('CITY_OFFICER', '430100', 'VILLAGE')).toBe('WRONG_LEVEL');
  });

  it('gives a city step to the city only', () => {
    expect(code('CITY_OFFICER', '430100', 'CITY')).toBeNull();
    expect(code('PROVINCE_OFFICER', '430000', 'CITY')).toBe('WRONG_LEVEL');
  });

  it('refuses the county next door and the village next door', () => {
    expect(code('COUNTY_OFFICER', '430122', 'COUNTY')).toBe('WRONG_LEVEL');
    expect(code('VILLAGE_WORKER', '430121101202', 'VILLAGE')).toBe('WRONG_LEVEL');
  });

  it('lets a department bring in a comparison and nothing else', () => {
    expect(code('DEPARTMENT_CLIENT', '430121', 'COUNTY', 'DATA_COMPARISON')).toBeNull();
    expect(code('DEPARTMENT_CLIENT', '430122', 'COUNTY', 'DATA_COMPARISON')).toBe('WRONG_LEVEL');
    expect(code('DEPARTMENT_CLIENT', '430121', 'COUNTY', 'COUNTY_DECISION')).toBe('WRONG_LEVEL');
  });

  it('names the level, the roles and article 5.1', () => {
    const grants: Grant[] = [{ role: 'VILLAGE_WORKER', region: VILLAGE }];
    const step = { code: 'county', kind: 'COUNTY_DECISION', level: 'COUNTY' } as const;
    const refusal = canCompleteStep({ grants, step, regionCode: VILLAGE });
    expect(refusal).toMatchObject({ article: '5.1', path: ['input', 'step'] });
    expect(refusal?.message).toContain('COUNTY_OFFICER');
  });
});
