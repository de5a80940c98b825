import { describe, expect, it } from 'vitest';
import { anIdentification, aRun, DAYS, passedUntil, passing, refusalsOf } from '../a-procedure.js';

const definition = anIdentification();

describe('datesInOrder', () => {
  const first = (occurredOn: string, today: string) =>
    refusalsOf({ definition, run: aRun(definition), today }, passing('verification', occurredOn));

  it('takes today, 2 March 2023, and refuses tomorrow', () => {
    expect(first('2023-03-02', '2023-03-02')).toEqual([]);
    expect(first('2023-03-03', '2023-03-02')).toEqual(['DATE_IN_FUTURE input.occurredOn']);
  });

  it('takes the day the run began, 1 March, and refuses 28 February', () => {
    expect(first('2023-03-01', '2023-03-20')).toEqual([]);
    expect(first('2023-02-28', '2023-03-20')).toEqual(['DATE_ORDER input.occurredOn']);
  });

  it('takes the day of the predecessor, 4 March, and refuses 3 March', () => {
    const given = { definition, run: passedUntil(definition, 'review', DAYS) };
    expect(refusalsOf(given, passing('review', '2023-03-04'))).toEqual([]);
    expect(refusalsOf(given, passing('review', '2023-03-03'))).toEqual(['DATE_ORDER input.occurredOn']);
  });

  it('takes a paper of 2 March entered on 30 November, long past the deadline of 6 March', () => {
    expect(first('2023-03-20', '2023-11-30')).toEqual([]);
  });
});
