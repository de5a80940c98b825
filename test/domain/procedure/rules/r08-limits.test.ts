import { describe, expect, it } from 'vitest';
import type { StepDefinition } from '../../../../src/domain/procedure/procedure-definition.js';
import { isLooser, limitsNotLoosened } from '../../../../src/domain/procedure/rules/r08-limits.js';
import { anIdentification } from '../a-procedure.js';

const calendar = (days: number | null) => ({ days, working: false });
const working = (days: number | null) => ({ days, working: true });

describe('isLooser', () => {
  it('takes 15 days against 15 and refuses 16', () => {
    expect(isLooser(calendar(15), calendar(15))).toBe(false);
    expect(isLooser(calendar(16), calendar(15))).toBe(true);
    expect(isLooser(working(16), working(15))).toBe(true);
  });

  it('refuses none against 15, and takes anything against none', () => {
    expect(isLooser(calendar(null), calendar(15))).toBe(true);
    expect(isLooser(working(99), calendar(null))).toBe(false);
  });

  it('takes 5 working days against 7 calendar days and refuses them against 6', () => {
    expect(isLooser(working(5), calendar(7))).toBe(false);
    expect(isLooser(working(5), calendar(6))).toBe(true);
  });

  it('takes 5 calendar days against 5 working days and refuses 6, since from a Sunday they are over on Friday', () => {
    expect(isLooser(calendar(5), working(5))).toBe(false);
    expect(isLooser(calendar(6), working(5))).toBe(true);
  });
});

describe('limitsNotLoosened', () => {
  const against = (set: Partial<StepDefinition>, baseline: Partial<StepDefinition>, code: string) => {
    const change = (to: Partial<StepDefinition>) =>
      anIdentification((step) => (step.code === code ? { ...step, ...to } : step));
    return limitsNotLoosened(change(set), change(baseline)).length;
  };

  it('takes a notice of 5 and 7 days against 5 and refuses 4 and none', () => {
    for (const [days, faults] of [
      [5, 0],
      [7, 0],
      [4, 1],
      [null, 1],
    ] as const)
      expect(against({ minimumNoticeDays: days }, { minimumNoticeDays: 5 }, 'notice')).toBe(faults);
  });

  it('takes a quorum of 67 % against 67 and refuses 66; the same for a majority of 50 and 49', () => {
    expect(against({ quorumPercent: 67 }, { quorumPercent: 67 }, 'review')).toBe(0);
    expect(against({ quorumPercent: 66 }, { quorumPercent: 67 }, 'review')).toBe(1);
    expect(against({ majorityPercent: 49 }, { majorityPercent: 50 }, 'review')).toBe(1);
  });

  it('takes a verification in 4 days against 5 and refuses 6', () => {
    expect(against({ deadlineDays: 4 }, { deadlineDays: 5 }, 'verification')).toBe(0);
    expect(against({ deadlineDays: 6 }, { deadlineDays: 5 }, 'verification')).toBe(1);
  });

  it('names the limit of the whole run', () => {
    const baseline = { ...anIdentification(), limitDays: 20, limitInWorkingDays: true };
    const reasons = limitsNotLoosened({ ...baseline, limitDays: 25 }, baseline);
    expect(reasons).toHaveLength(1);
    expect(reasons[0]?.message).toContain('25 working days');
  });

  it('holds a renamed step against the first one of its kind', () => {
    const renamed = anIdentification((step) =>
      step.code === 'notice' ? { ...step, code: 'village-board', minimumNoticeDays: 3 } : step,
    );
    expect(limitsNotLoosened(renamed, anIdentification()).map((reason) => reason.evidence?.step)).toEqual([
      'village-board',
    ]);
  });
});
