import { describe, expect, it } from 'vitest';
import { correctedCheck } from '../../../src/domain/correction/corrected-check.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { said } from '../case/a-case.js';
import { aCheck } from '../elimination/an-elimination.js';

const TODAY = date('2023-06-30');
const second = aCheck('2023-05-01', { food: 'AT_RISK' });
const checks = [second, aCheck('2023-05-01', { food: 'NOT_SECURED' }), aCheck('2023-01-01')];
const on = date('2023-05-01');

describe('correctedCheck', () => {
  it('puts right the check that counts of two on one day', () => {
    const answer = correctedCheck(checks, { checkedOn: on, food: 'SECURE' }, TODAY);
    expect('records' in answer && answer.records.map(({ food }) => food)).toEqual(['SECURE', 'NOT_SECURED', 'SECURE']);
  });

  it('moves a check to the day on which it was made: today, and not tomorrow', () => {
    const moved = (day: string) => correctedCheck(checks, { checkedOn: on, day: date(day) }, TODAY);
    const answer = moved('2023-06-30');
    expect('records' in answer && answer.records[0]).toMatchObject({ checkedOn: '2023-06-30', food: 'AT_RISK' });
    const late = moved('2023-07-01');
    expect('refusals' in late && said(late.refusals)).toEqual(['DATE_IN_FUTURE set.guarantees.checkedOn']);
  });

  it('puts a check that is moved back behind the newer ones', () => {
    const answer = correctedCheck(checks, { checkedOn: on, day: date('2022-12-31') }, TODAY);
    expect('records' in answer && answer.records.map(({ checkedOn }) => checkedOn)).toEqual([
      '2023-05-01',
      '2023-01-01',
      '2022-12-31',
    ]);
  });

  it('puts a check that is moved onto a day that has one before it, and behind one that was entered later', () => {
    const onto = (later: number) => {
      const answer = correctedCheck(
        [...checks, aCheck('2022-12-01', { food: 'AT_RISK' })],
        { checkedOn: date('2022-12-01'), day: date('2023-01-01') },
        TODAY,
        later,
      );
      return 'records' in answer && answer.records.slice(2).map(({ food }) => food);
    };
    expect(onto(0)).toEqual(['AT_RISK', 'SECURE']);
    expect(onto(1)).toEqual(['SECURE', 'AT_RISK']);
  });

  it('refuses an answer that is given already', () => {
    const same = correctedCheck(checks, { checkedOn: on, food: 'AT_RISK' }, TODAY);
    expect('refusals' in same && said(same.refusals)).toEqual(['BAD_VALUE set.guarantees']);
  });
});
