import { describe, expect, it } from 'vitest';
import { BASELINE } from '../../../provinces/index.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { formatYuan } from '../../../src/domain/kernel/money.js';
import { listLines, resolveLine } from '../../../src/domain/province/resolve-line.js';
import { dated, monitoringLine, source } from '../../../src/province-sdk/index.js';
import { HUNAN } from '../risk/rules-in-force.js';

const text = source({ id: 'a-text', title: '某文件', standing: 'document' });
const line = (from: string, perCapitaIncome: string, county?: string) => ({
  from,
  county,
  value: monitoringLine({ perCapitaIncome }),
  source: text,
});

// As in Yunnan: a county below the province in 2023, the province anew in 2024.
const config = {
  ...BASELINE,
  monitoringLines: dated([
    line('2023-01-01', '8000.00'),
    line('2023-01-01', '8050.00', '532328'),
    line('2024-01-01', '8700.00'),
  ]),
};

describe('resolveLine', () => {
  it("takes a county's own 8,050.00 yuan in 2023, to 31 December, and the province's 8,700.00 in 2024", () => {
    const of2023 = resolveLine(config, date('2023-12-31'), '532328');
    expect([formatYuan(of2023!.perCapitaIncome), of2023?.county, of2023?.to]).toEqual([
      '8050.00',
      '532328',
      '2023-12-31',
    ]);
    expect(formatYuan(resolveLine(config, date('2024-01-01'), '532328')!.perCapitaIncome)).toBe('8700.00');
    expect(formatYuan(resolveLine(config, date('2023-12-31'))!.perCapitaIncome)).toBe('8000.00');
  });

  it('is null before the first line, and where no floor is known', () => {
    expect(resolveLine(config, date('2022-12-31'))).toBeNull();
    expect(resolveLine({ ...config, nationalFloor: [] }, date('2023-01-01'))).toBeNull();
  });
});

describe('listLines', () => {
  it('lists 6,000.00 from 2021 and 7,500.00 from 2023 for Hunan', () => {
    const lines = listLines(HUNAN.config).map(({ from, to, perCapitaIncome }) => [
      from,
      to,
      formatYuan(perCapitaIncome),
    ]);
    expect(lines).toEqual([
      ['2021-01-01', '2022-12-31', '6000.00'],
      ['2023-01-01', null, '7500.00'],
    ]);
  });
});
