import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { checkMeeting, doneAtMeeting } from '../../../src/domain/procedure/meeting.js';

const MINUTES = { kind: 'minutes', title: '会议记录', sha256: 'a'.repeat(64) };
const TODAY = date('2023-03-08');

describe('a meeting at which many steps were done', () => {
  it('was held today or before, and not tomorrow', () => {
    expect(checkMeeting({ heldOn: TODAY, minutes: [MINUTES] }, TODAY)).toEqual([]);
    expect(checkMeeting({ heldOn: date('2023-03-09'), minutes: [] }, TODAY)).toMatchObject([
      { code: 'DATE_IN_FUTURE', path: ['input', 'heldOn'], article: '3.2' },
    ]);
  });

  it('names each of its minutes by its SHA-256', () => {
    const minutes = [MINUTES, { ...MINUTES, sha256: 'a'.repeat(63) }, { ...MINUTES, kind: ' ', sha256: null }];
    expect(checkMeeting({ heldOn: null, minutes }, TODAY)).toMatchObject([
      { code: 'EVIDENCE_REQUIRED', path: ['input', 'minutes', '1', 'sha256'] },
      { code: 'BAD_VALUE', path: ['input', 'minutes', '2', 'kind'] },
      { code: 'EVIDENCE_REQUIRED', path: ['input', 'minutes', '2', 'sha256'] },
    ]);
  });

  it('is the day of what was done there, not the day before; without a day each act says its own', () => {
    expect(doneAtMeeting({ heldOn: TODAY }, TODAY)).toEqual([]);
    expect(doneAtMeeting({ heldOn: null }, date('2023-03-07'))).toEqual([]);
    expect(doneAtMeeting({ heldOn: TODAY }, date('2023-03-07'))).toMatchObject([
      { code: 'DATE_ORDER', path: ['input', 'occurredOn'], article: '3.2' },
    ]);
  });
});
