import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { type Closing, type ClosingFacts, checkClosing } from '../../../src/domain/retention/check-closing.js';

const FACTS: ClosingFacts = {
  openCases: [],
  openLeads: 0,
  lastOn: date('2022-03-01'),
};
const today = date('2023-11-30');
const check = (facts: Partial<ClosingFacts>, closing: Partial<Closing> = {}, months: number | null = 12) =>
  checkClosing({ ...FACTS, ...facts }, { reason: 'DIED_OUT', closedOn: today, ...closing }, months, today).map(
    ({ code, path, message }) => ({ code, at: path.at(-1), message }),
  );

describe('checkClosing', () => {
  it('lets a household of which nothing is under way be closed today', () => {
    expect(check({})).toEqual([]);
  });
  it('refuses while a case is open and a lead waits, and names both', () => {
    expect(check({ openCases: ['C-1'], openLeads: 1 })).toMatchObject([
      { code: 'INVALID_STATE', message: expect.stringContaining('C-1') },
      { code: 'INVALID_STATE', message: expect.stringContaining('1 leads') },
    ]);
  });
  it('takes today, and no day after it', () => {
    expect(check({}, { closedOn: date('2023-11-30') })).toEqual([]);
    expect(check({}, { closedOn: date('2023-12-01') })).toMatchObject([{ code: 'DATE_IN_FUTURE', at: 'on' }]);
  });
  it('grants a request from 1 March 2023 on, 12 months after the last record, and not on 28 February', () => {
    const reason = 'ON_REQUEST' as const;
    expect(check({}, { reason, closedOn: date('2023-03-01') })).toEqual([]);
    expect(check({}, { reason, closedOn: date('2023-02-28') })).toMatchObject([
      { code: 'INVALID_STATE', at: 'reason', message: expect.stringContaining('from 2023-03-01 on') },
    ]);
  });
  it('grants no request where no rule says how long a record is kept', () => {
    expect(check({}, { reason: 'ON_REQUEST' }, null)).toMatchObject([{ code: 'INVALID_STATE', at: 'reason' }]);
  });
});
