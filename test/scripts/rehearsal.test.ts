import { describe, expect, it } from 'vitest';
import { Agenda } from '../../scripts/year/agenda.js';
import { compareYear } from '../../scripts/year/compare.js';
import type { Found } from '../../scripts/year/found.js';
import { Ledger } from '../../scripts/year/ledger.js';
import { RehearsalClock } from '../../scripts/year/rehearsal-clock.js';
import { date } from '../../src/domain/kernel/calendar-date.js';
import type { RegionCode } from '../../src/domain/kernel/region-code.js';

const FLOODED = '430626' as RegionCode;
const LAX = '530302' as RegionCode;

describe('the clock of a rehearsal', () => {
  it('begins a day at eight in China, lets minutes pass, and goes back to no day', () => {
    const clock = new RehearsalClock(date('2025-01-01'));
    clock.pass(4);
    expect(clock.now().toISOString()).toBe('2025-01-01T00:04:00.000Z');
    clock.begin('2025-01-01');
    expect(clock.now().toISOString()).toBe('2025-01-01T00:04:00.000Z');
    clock.begin('2025-01-02');
    expect([clock.today(), clock.now().toISOString()]).toEqual(['2025-01-02', '2025-01-02T00:00:00.000Z']);
    expect(() => clock.begin('2025-01-01')).toThrow('2025-01-01 is over; it is 2025-01-02');
  });
});

describe('the agenda', () => {
  it('does what it is given in the order of the days, what is added on the way too, up to its last day', async () => {
    const agenda = new Agenda();
    const done: string[] = [];
    const note = (text: string) => async () => void done.push(text);
    agenda.put(date('2025-01-03'), note('third'));
    agenda.put(date('2025-01-01'), async () => {
      done.push('first');
      agenda.put(date('2025-01-01'), note('first again'));
      agenda.put(date('2025-01-02'), note('second'));
      expect(() => agenda.put(date('2024-12-31'), note('never'))).toThrow('2024-12-31 is over; it is 2025-01-01');
    });
    agenda.put(date('2025-01-04'), note('too late'));
    const days: string[] = [];
    await agenda.run(date('2025-01-03'), (day) => days.push(day));
    expect(done).toEqual(['first', 'first again', 'second', 'third']);
    expect(days).toEqual(['2025-01-01', '2025-01-02', '2025-01-03']);
  });
});

describe('what was planted against what was found', () => {
  const ledger = new Ledger();
  ledger.lead('PETITION', 2);
  ledger.fault('notice-too-short', '430626H0000000001');
  ledger.shocks.push({ region: FLOODED, indicator: 'leads', subject: '', month: '2025-07' });
  ledger.withoutCampaign.push(LAX);
  const warning = { region: FLOODED, indicator: 'leads', subject: '', month: '2025-07', raisedOn: '2025-08-03' };
  const found: Found = {
    leads: new Map([['PETITION', 2]]),
    openLeads: 0,
    cases: 0,
    eliminated: 0,
    withdrawn: 0,
    alerts: { matched: 0, unmatched: 0 },
    visited: 0,
    warnings: [{ ...warning, severity: 'CRITICAL' }],
    warningsClosed: 0,
    withoutCampaign: [LAX],
    namedByScorecards: [LAX],
    faults: [{ rule: 'notice-too-short', at: '430626H0000000001' }],
  };
  const wrong = (more: Partial<Found>): string[] =>
    compareYear(ledger, { ...found, ...more })
      .filter(({ agrees }) => !agrees)
      .map((line) => `${line.what}: ${line.planted}, ${line.found}`);

  it('agrees where all of it came out, and tells the delay', () => {
    expect(wrong({})).toEqual([]);
    const told = compareYear(ledger, found).find(({ what }) => what === 'warning, 430626 leads');
    expect(told?.found).toBe('CRITICAL, 0 months late, on 2025-08-03');
  });

  it('names a count that differs by one, a county that one of two names, and what was not found', () => {
    expect(wrong({ leads: new Map([['PETITION', 3]]) })).toEqual(['leads, PETITION: 2, 3']);
    expect(wrong({ namedByScorecards: [] })).toEqual(['counties without a campaign: 530302, 530302']);
    expect(wrong({ warnings: [] })).toEqual(['warning, 430626 leads: 2025-07, not raised']);
    expect(wrong({ faults: [] })).toEqual(['fault, notice-too-short: 430626H0000000001, not found']);
  });

  it('names what was found and not planted, and a warning of another month', () => {
    const other = { rule: 'notice-too-short', at: '430626H0000000002' };
    expect(wrong({ faults: [...found.faults, other] })).toEqual([
      'fault, notice-too-short: nothing, 430626H0000000002',
    ]);
    const late = { ...warning, severity: 'WARNING', month: '2025-08' };
    expect(wrong({ warnings: [late] })).toEqual([
      'warning, 430626 leads: 2025-07, WARNING, 1 months late, on 2025-08-03',
    ]);
    expect(wrong({ warnings: [...found.warnings, { ...late, indicator: 'new-cases' }] })).toEqual([
      'warning, 430626 new-cases: nothing, 2025-08',
    ]);
  });

  it('names a fault of the sheet that was not told, and a cell that was not marked or marked in vain', () => {
    const planted = { rule: 'formula', at: 'row 3, 户编号' };
    const spoilt = new Ledger();
    spoilt.sheet.push(planted);
    const wrongIn = (rules: Ledger['faults'], marked: string[]): string[] => {
      spoilt.checked = { rows: 4, rules, marked };
      const lines = compareYear(spoilt, {
        ...found,
        leads: new Map(),
        warnings: [],
        withoutCampaign: [],
        namedByScorecards: [],
        faults: [],
      });
      return lines
        .filter(({ agrees }) => !agrees)
        .map(({ what, planted: put, found: seen }) => `${what}: ${put}, ${seen}`);
    };
    expect(wrongIn([planted], [planted.at])).toEqual([]);
    expect(wrongIn([], [])).toEqual(['sheet, formula: row 3, 户编号, not found', 'cells of the sheet marked: 1, 0']);
    expect(wrongIn([planted], ['row 4, 户编号'])).toEqual(['cells of the sheet marked: 1, 1']);
    expect(wrongIn([planted, { rule: 'merged-cell', at: 'row 4, 户编号' }], [planted.at])).toEqual([
      'sheet, merged-cell: nothing, row 4, 户编号',
    ]);
  });
});
