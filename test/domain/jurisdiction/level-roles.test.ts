import { describe, expect, it } from 'vitest';
import { LEVEL_ROLES, ROLE_OF_LEVEL } from '../../../src/domain/jurisdiction/level-roles.js';
import { REGION_LEVELS } from '../../../src/domain/kernel/region-code.js';

describe('LEVEL_ROLES', () => {
  it('lets nobody act above the own level: village 3 roles, township 2, county 1, nation none', () => {
    expect(REGION_LEVELS.map((level) => LEVEL_ROLES[level].length)).toEqual([0, 1, 1, 1, 2, 3]);
  });

  it('has the role that works at a level among those that may act there', () => {
    for (const level of REGION_LEVELS) {
      const own = ROLE_OF_LEVEL[level];
      expect(own === null ? LEVEL_ROLES[level] : LEVEL_ROLES[level].includes(own)).toEqual(own === null ? [] : true);
    }
  });
});
