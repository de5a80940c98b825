import { describe, expect, it } from 'vitest';
import { validateGuarantees } from '../../../src/domain/guarantee/validate-guarantees.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';

describe('validateGuarantees', () => {
  it('refuses a check of tomorrow and takes one of today', () => {
    const context = { today: date('2023-06-01'), path: ['guarantees'] };
    expect(validateGuarantees({ checkedOn: date('2023-06-01') }, context)).toEqual([]);
    expect(validateGuarantees({ checkedOn: date('2023-06-02') }, context)).toMatchObject([
      { code: 'DATE_IN_FUTURE', path: ['input', 'guarantees', 'checkedOn'] },
    ]);
  });
});
