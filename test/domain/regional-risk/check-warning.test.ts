import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { checkWarning } from '../../../src/domain/regional-risk/check-warning.js';

const TODAY = date('2023-11-30');
const REPORT = { indicator: 'farm-price', raisedOn: TODAY, evidence: { fell: 30 } };
const paths = (change: Partial<typeof REPORT>): string[] =>
  checkWarning({ ...REPORT, ...change }, TODAY).map(({ path }) => path.slice(1).join('.'));

describe('checkWarning', () => {
  it('takes what is raised today and refuses what is raised tomorrow', () => {
    expect(paths({})).toEqual([]);
    expect(paths({ raisedOn: date('2023-12-01') })).toEqual(['raisedOn']);
  });

  it('asks what departs: 60 characters and no long number', () => {
    expect(paths({ indicator: '猪'.repeat(60) })).toEqual([]);
    for (const indicator of ['', '猪'.repeat(61), '电话 1990000'])
      expect(paths({ indicator }), indicator).toEqual(['indicator']);
  });

  it('keeps evidence of 20,000 characters as JSON and refuses 20,001', () => {
    expect(paths({ evidence: { text: 'x'.repeat(20_000 - 11) } as never })).toEqual([]);
    expect(paths({ evidence: { text: 'x'.repeat(20_001 - 11) } as never })).toEqual(['evidence']);
  });
});
