import { describe, expect, it } from 'vitest';
import { mayAct } from '../../../src/domain/jurisdiction/may-act.js';
import type { Grant } from '../../../src/domain/jurisdiction/role.js';
import type { RegionCode } from '../../../src/domain/kernel/region-code.js';

const VILLAGE = '430121101201' as RegionCode;

describe('mayAct', () => {
  it('takes role and region from one grant: county officer of 430122 and worker of 430121 decide nothing in 430121', () => {
    const grants: Grant[] = [
      { role: 'COUNTY_OFFICER', region: '430122' },
      { role: 'VILLAGE_WORKER', region: '430121' },
    ];
    expect(mayAct({ grants, level: 'COUNTY', regionCode: VILLAGE })).toBe(false);
    expect(mayAct({ grants, level: 'VILLAGE', regionCode: VILLAGE })).toBe(true);
  });
});
