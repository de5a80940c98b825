import { describe, expect, it } from 'vitest';
import { judgementsFor, judgementsOn } from '../../../src/domain/judgement/judgement.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { aJudgement } from './a-judgement.js';

describe('the judgements of a day', () => {
  const one = aJudgement({ to: date('2024-12-31') });
  const on = (day: string, judgement = one, county: string | null = null) =>
    judgementsOn([judgement], date(day), county).length;

  it('hold from their first day to their last, both included', () => {
    expect(['2023-12-31', '2024-01-01', '2024-12-31', '2025-01-01'].map((day) => on(day))).toEqual([0, 1, 1, 0]);
    expect(on('2099-01-01', aJudgement())).toBe(1);
  });

  it('of a county hold in that county alone, those of the province in every one', () => {
    const own = aJudgement({ county: '430121' });
    expect([on('2024-06-01', own), on('2024-06-01', own, '430181'), on('2024-06-01', own, '430121')]).toEqual([
      0, 0, 1,
    ]);
    expect(on('2024-06-01', one, '430121')).toBe(1);
  });

  it('are told apart by what they decide', () => {
    const gate = aJudgement({ decides: 'ELIMINATION' });
    expect(judgementsFor({ judgements: [one, gate] }, 'ELIMINATION')).toEqual([gate]);
    expect(judgementsFor({}, 'RANGE')).toEqual([]);
  });
});
