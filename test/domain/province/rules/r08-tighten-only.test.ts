import { describe, expect, it } from 'vitest';
import { checkTightened } from '../../../../src/domain/province/rules/r08-tighten-only.js';
import type { TimeLimit } from '../../../../src/domain/province/time-limit.js';

const month: TimeLimit = { amount: 1, unit: 'MONTHS' };
const days = (amount: number): TimeLimit => ({ amount, unit: 'CALENDAR_DAYS' });
const workingDays = (amount: number): TimeLimit => ({ amount, unit: 'WORKING_DAYS' });

describe('R08 checkTightened', () => {
  it('takes 5 and 6 months for a developmental measure and refuses 7', () => {
    expect(checkTightened('developmentalMonths', 5, 6)).toBeNull();
    expect(checkTightened('developmentalMonths', 6, 6)).toBeNull();
    expect(checkTightened('developmentalMonths', 7, 6)).toMatchObject({ code: 'limit-loosened', article: '3.2' });
  });

  it('takes 6 and 12 months before elimination and refuses 5: longer is tighter there', () => {
    expect(checkTightened('eliminationMonths', 12, 6)).toBeNull();
    expect(checkTightened('eliminationMonths', 6, 6)).toBeNull();
    expect(checkTightened('eliminationMonths', 5, 6)?.message).toContain(
      "5 months, looser than the baseline's 6 months",
    );
  });

  it('holds days against a month of 31: takes 31 days and 22 working days, refuses 32 and 23', () => {
    expect(checkTightened('supportLimit', days(31), month)).toBeNull();
    expect(checkTightened('supportLimit', days(32), month)).not.toBeNull();
    expect(checkTightened('supportLimit', workingDays(22), month)).toBeNull();
    expect(checkTightened('supportLimit', workingDays(23), month)).not.toBeNull();
  });
});
