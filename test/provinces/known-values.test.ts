import { describe, expect, it } from 'vitest';
import { BASELINE, PROVINCES } from '../../provinces/index.js';
import { formatYuan } from '../../src/domain/kernel/money.js';
import { sourcesOf } from '../../src/domain/province/sources-of.js';
import { inherit } from '../../src/province-sdk/index.js';

const moduleOf = (code: string) => PROVINCES.find((module) => module.code === code)!;

describe('the lines of the provinces', () => {
  it('are the fourteen entries that a text gives, each with its standing, and no other', () => {
    const lines = PROVINCES.flatMap(({ name, monitoringLines }) =>
      monitoringLines.map(({ from, county, value, source }) =>
        [name.en, from, county ?? '', formatYuan(value.perCapitaIncome), source.standing].join(' '),
      ),
    );
    expect(lines).toEqual([
      'Hebei 2023-01-01  8300.00 document',
      'Liaoning 2021-01-01  6600.00 derived',
      'Liaoning 2022-01-01  7260.00 document',
      'Anhui 2022-01-01 340323 7000.00 county-practice',
      'Fujian 2023-01-01 350121 10560.00 document',
      'Fujian 2024-01-01 350526 19560.00 document',
      'Jiangxi 2022-01-01  6900.00 inferred',
      'Jiangxi 2022-01-01 360723 6900.00 county-practice',
      'Jiangxi 2022-01-01 360728 6900.00 county-practice',
      'Hunan 2023-01-01  7500.00 document',
      'Yunnan 2023-01-01 532328 8050.00 county-practice',
      'Yunnan 2024-01-01  8700.00 document',
      'Yunnan 2025-01-01  8700.00 document',
      'Gansu 2025-01-01 620171 8600.00 document',
    ]);
  });

  it('are vouched for to the end of their year, so that none goes on unmarked', () => {
    for (const { monitoringLines } of PROVINCES)
      for (const { from, vouchedTo } of monitoringLines) expect(vouchedTo).toBe(`${from.slice(0, 4)}-12-31`);
  });

  it("keep the factors of Dehua's formula: 2 × 815.00 × 12, and the allowance of 9,780.00 a year", () => {
    const dehua = moduleOf('350000').monitoringLines.find(({ county }) => county === '350526')!.value;
    expect(dehua.formula).toEqual({
      kind: 'TIMES_RURAL_SUBSISTENCE_ALLOWANCE',
      times: 2,
      monthlyAllowance: 81_500,
      months: 12,
    });
    expect(formatYuan(dehua.subsistenceAllowance!)).toBe('9780.00');
  });
});

describe('the modules', () => {
  it('stand in the order of their codes, each for version 1 of the kit', () => {
    const codes = PROVINCES.map(({ code }) => code);
    expect(codes).toEqual([...codes].sort());
    expect(PROVINCES.map(({ sdk }) => sdk)).toEqual(codes.map(() => '^1.0.0'));
  });

  it('give every source of their own a standing that is no national default', () => {
    const national = new Set(sourcesOf(BASELINE).map(({ id }) => id));
    for (const module of PROVINCES)
      for (const source of sourcesOf(inherit(BASELINE, module)))
        if (!national.has(source.id)) expect(source.standing).not.toBe('national-default');
  });

  it("mark every parameter in the baseline, and fix the floor and the first day by leaving them out of a module's", () => {
    const { code, name, sdk, ...lists } = moduleOf('430000');
    expect(Object.keys(BASELINE.marks!).sort()).toEqual(Object.keys(lists).sort());
  });
});
