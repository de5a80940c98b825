import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { noticeStepOf } from '../../../src/domain/procedure/notice-step.js';
import { anIdentification, DAYS, passedUntil, withNotice } from './a-procedure.js';

const definition = anIdentification();
const before = passedUntil(definition, 'review', DAYS);
const ready = passedUntil(definition, 'notice', DAYS);

describe('the notice that waits', () => {
  it('is none before the review, the notice after it, and still the notice while it hangs', () => {
    expect(noticeStepOf(before, definition)).toBeNull();
    expect(noticeStepOf(ready, definition)?.code).toBe('notice');
    expect(noticeStepOf(withNotice(ready, 'notice', '2023-03-05', '2023-03-10'), definition)?.code).toBe('notice');
  });

  it('is none once the run has ended', () => {
    expect(noticeStepOf({ ...ready, endedOn: date('2023-03-06') }, definition)).toBeNull();
  });
});
