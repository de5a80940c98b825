import { describe, expect, it } from 'vitest';
import { decideOpenCase, type EarlierCase } from '../../../src/domain/case/decide-open-case.js';
import { CASE_STATUSES } from '../../../src/domain/case/monitoring-case.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { said } from './a-case.js';

const earlier = (set: Partial<EarlierCase>): EarlierCase => ({
  id: 'case-0',
  status: 'RISK_ELIMINATED',
  openedOn: date('2021-06-01'),
  eliminatedOn: date('2022-06-01'),
  ...set,
});
const open = (openedOn: string, cases: readonly EarlierCase[] = [], set = {}) =>
  decideOpenCase({ openedOn: date(openedOn), today: date('2023-03-02'), emergency: false, earlier: cases, ...set });
const refusalsOf = (...args: Parameters<typeof open>) => {
  const result = open(...args);
  return 'refusals' in result ? said(result.refusals) : [];
};

describe('decideOpenCase', () => {
  it('opens a first case today, 2 March 2023, under identification, and none tomorrow', () => {
    expect(open('2023-03-02')).toEqual({
      status: 'UNDER_IDENTIFICATION',
      procedure: 'IDENTIFICATION',
      previousCase: null,
      relapse: false,
    });
    expect(refusalsOf('2023-03-03')).toEqual(['DATE_IN_FUTURE openedOn']);
  });

  it('starts the emergency procedure where help comes first', () => {
    expect(open('2023-03-02', [], { emergency: true })).toMatchObject({ procedure: 'EMERGENCY_IDENTIFICATION' });
  });

  it('refuses a second open case and allows one after any closed one', () => {
    const refused = CASE_STATUSES.filter((status) => refusalsOf('2023-03-02', [earlier({ status })]).length > 0);
    expect(refused).toEqual(['UNDER_IDENTIFICATION', 'MONITORED', 'UNDER_ELIMINATION']);
    expect(refusalsOf('2023-03-02', [earlier({ status: 'MONITORED' })])).toEqual(['CASE_ALREADY_OPEN householdId']);
  });

  it('names the last case on a relapse, also when one that was not identified lies between', () => {
    const cases = [
      earlier({ id: 'case-2', status: 'NOT_IDENTIFIED', openedOn: date('2022-09-01'), eliminatedOn: null }),
      earlier({}),
    ];
    expect(open('2023-03-02', cases)).toMatchObject({ previousCase: 'case-2', relapse: true });
    expect(open('2023-03-02', cases.slice(0, 1))).toMatchObject({ previousCase: 'case-2', relapse: false });
  });

  it('opens on the day of the elimination before, 1 June 2022, and not on 31 May', () => {
    expect(refusalsOf('2022-06-01', [earlier({})])).toEqual([]);
    expect(refusalsOf('2022-05-31', [earlier({})])).toEqual(['DATE_ORDER openedOn']);
  });

  it('opens on the day of the withdrawal before, 30 March 2022, and not on 29 March', () => {
    const withdrawn = earlier({ status: 'WITHDRAWN', eliminatedOn: null, endedOn: date('2022-03-30') });
    expect(refusalsOf('2022-03-30', [withdrawn])).toEqual([]);
    expect(refusalsOf('2022-03-29', [withdrawn])).toEqual(['DATE_ORDER openedOn']);
  });

  it('opens on the day of its lead, 1 March, and not on 28 February', () => {
    const leads = { leadsReportedOn: [date('2023-02-10'), date('2023-03-01')] };
    expect(refusalsOf('2023-03-01', [], leads)).toEqual([]);
    expect(refusalsOf('2023-02-28', [], leads)).toEqual(['DATE_ORDER openedOn']);
  });
});
