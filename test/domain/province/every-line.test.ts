import { describe, expect, it } from 'vitest';
import { BASELINE } from '../../../provinces/index.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { formatYuan } from '../../../src/domain/kernel/money.js';
import { everyLine } from '../../../src/domain/province/every-line.js';
import { dated, monitoringLine, source } from '../../../src/province-sdk/index.js';

const text = source({ id: 'a-text', title: '某文件', standing: 'document' });
const line = (from: string, perCapitaIncome: string, county?: string, vouchedTo?: string) => ({
  from,
  vouchedTo,
  county,
  value: monitoringLine({ perCapitaIncome }),
  source: text,
});

const config = {
  ...BASELINE,
  monitoringLines: dated([
    line('2024-01-01', '8700.00', undefined, '2024-12-31'),
    line('2023-01-01', '8050.00', '532328', '2023-12-31'),
    line('2023-01-01', '8000.00', undefined, '2023-11-30'),
  ]),
};

const told = (today: string) =>
  everyLine(config, date(today)).map(({ from, to, county, perCapitaIncome, outdated }) => [
    from,
    to,
    county,
    formatYuan(perCapitaIncome),
    outdated,
  ]);

describe('everyLine', () => {
  it("lists the province's 8,000.00 and its county's 8,050.00 of 2023, then 8,700.00 of 2024", () => {
    expect(told('2024-06-01')).toEqual([
      ['2023-01-01', '2023-12-31', null, '8000.00', true],
      ['2023-01-01', '2023-12-31', '532328', '8050.00', false],
      ['2024-01-01', null, null, '8700.00', false],
    ]);
  });

  it('marks the line of 2024 outdated on 1 January 2025 and not on 31 December 2024', () => {
    expect(told('2024-12-31')[2]?.at(-1)).toBe(false);
    expect(told('2025-01-01')[2]?.at(-1)).toBe(true);
  });

  it('leaves a line that is still to come unmarked', () => {
    expect(told('2022-12-31').map((row) => row.at(-1))).toEqual([false, false, false]);
  });
});
