import { describe, expect, it } from 'vitest';
import type { StepDefinition } from '../../../../src/domain/procedure/procedure-definition.js';
import { announcementAfterDecision } from '../../../../src/domain/procedure/rules/r08-announcement.js';
import { checkProcedureAgainstBaseline } from '../../../../src/domain/procedure/rules/r08-baseline-steps.js';
import { anIdentification, aStep } from '../a-procedure.js';

const baseline = anIdentification();
const announcedAfter = (after: readonly string[], set: Partial<StepDefinition> = {}) => ({
  ...baseline,
  steps: [
    ...baseline.steps,
    aStep('RESULT_ANNOUNCEMENT', 'announcement', after, { outcomes: ['PASSED', 'RETURNED'], ...set }),
  ],
});
const codes = (...given: Parameters<typeof announcedAfter>) =>
  announcementAfterDecision(announcedAfter(...given)).map(({ code }) => code);

describe('announcementAfterDecision', () => {
  it('takes an announcement after the county decision, and among the other rules of the baseline', () => {
    expect(codes(['county'])).toEqual([]);
    expect(checkProcedureAgainstBaseline(announcedAfter(['county']), baseline)).toEqual([]);
  });

  it('refuses one beside the decision and names every step that it would come before', () => {
    const [reason] = checkProcedureAgainstBaseline(announcedAfter(['notice']), baseline);
    expect(reason).toMatchObject({ code: 'announced-early', article: 'G', evidence: { step: 'announcement' } });
    expect(reason?.message).toBe('"announcement" announces a result before "township", "county"');
  });

  it('takes a custom step and a second announcement beside it', () => {
    const one = announcedAfter(['county']);
    const second = aStep('RESULT_ANNOUNCEMENT', 'bulletin', ['county'], { outcomes: ['PASSED'] });
    const entry = aStep('CUSTOM', 'entry', ['announcement']);
    expect(announcementAfterDecision({ ...one, steps: [...one.steps, second, entry] })).toEqual([]);
  });

  it('refuses one that may end as REJECTED, and one with days of a notice', () => {
    expect(codes(['county'], { outcomes: ['PASSED', 'REJECTED'] })).toEqual(['announcement-rejects']);
    expect(codes(['county'], { minimumNoticeDays: 0 })).toEqual(['announcement-has-notice-days']);
  });
});
