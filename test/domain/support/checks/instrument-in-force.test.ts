import { describe, expect, it } from 'vitest';
import { date } from '../../../../src/domain/kernel/calendar-date.js';
import { instrumentInForce } from '../../../../src/domain/support/checks/instrument-in-force.js';
import { said } from '../../case/a-case.js';
import { aPlan, planned } from '../a-plan.js';

const on = (day: string, instrument: string, startsOn?: string) => {
  const measures = [planned(instrument, ['illness'], startsOn ? { startsOn: date(startsOn) } : {})];
  return said(instrumentInForce(aPlan({ on: date(day), measures })));
};

describe('instrumentInForce', () => {
  it('takes an instrument on its last day, 28 February, and refuses it on 1 March', () => {
    expect(on('2023-02-28', 'expired-grant')).toEqual([]);
    expect(on('2023-03-01', 'expired-grant')).toEqual(['RULE_VIOLATION measures.0.instrument']);
  });

  it('refuses one on 1 March that comes into force on 2 March, and takes it then', () => {
    expect(on('2023-03-01', 'coming-grant')).toEqual(['RULE_VIOLATION measures.0.instrument']);
    expect(on('2023-03-02', 'coming-grant')).toEqual([]);
  });

  it('refuses a measure that starts the day after the instrument expires', () => {
    expect(on('2023-02-01', 'expired-grant', '2023-02-28')).toEqual([]);
    expect(on('2023-02-01', 'expired-grant', '2023-03-01')).toEqual(['RULE_VIOLATION measures.0.instrument']);
  });

  it('refuses one that the province does not know', () => {
    expect(on('2023-03-01', 'lottery')).toEqual(['BAD_VALUE measures.0.instrument']);
  });
});
