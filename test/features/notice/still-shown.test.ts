import { describe, expect, it } from 'vitest';
import type { Grant } from '../../../src/domain/jurisdiction/role.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import type { RegionCode } from '../../../src/domain/kernel/region-code.js';
import { stillShownOn } from '../../../src/features/notice/still-shown.js';
import type { Caller } from '../../../src/platform/auth/caller.js';

const VILLAGE = '430121104201' as RegionCode;
const today = date('2023-06-30');
const caller = (...grants: Grant[]): Caller => ({
  principal: { subject: 'one', grants, department: null, household: null, tokenId: null },
  requestId: 'request',
  today,
  now: new Date('2023-06-30T02:00:00Z'),
});

describe('stillShownOn', () => {
  it('is the day itself for an office of the village, and for the days to come', () => {
    const office = caller({ role: 'VILLAGE_WORKER', region: VILLAGE });
    expect(stillShownOn(office, VILLAGE, date('2023-06-29'))).toBe('2023-06-29');
    expect(stillShownOn(caller(), VILLAGE, date('2023-07-01'))).toBe('2023-07-01');
  });

  it('is today for everybody else where the day is over: without a token, and from another village', () => {
    const elsewhere = caller({ role: 'VILLAGE_WORKER', region: '430121104202' as RegionCode });
    for (const other of [caller(), elsewhere, { ...caller(), principal: null }])
      expect(stillShownOn(other, VILLAGE, date('2023-06-29'))).toBe('2023-06-30');
  });
});
