import { describe, expect, it } from 'vitest';
import { catalogueOf } from '../../../../src/domain/statistics/catalogues.js';
import type { StatSubject } from '../../../../src/domain/statistics/definition.js';
import { KEY_SPACE } from '../../../../src/domain/statistics/disclosure/cell.js';
import { foldKeptCells, type KeptCell } from '../../../../src/domain/statistics/disclosure/fold-kept-cells.js';
import { KEPT_CELLS, keptCellsFor, periodOf } from '../../../../src/domain/statistics/disclosure/kept-cells.js';
import type { PublishedAttribute } from '../../../../src/domain/statistics/disclosure/published-attribute.js';

const plain = (name: string): PublishedAttribute => ({ kind: 'plain', name });
const at = (level: 'PROVINCE' | 'CITY'): PublishedAttribute => ({ kind: 'region', level });
const bucket = (name: string, by: 'DAY' | 'MONTH' | 'QUARTER' | 'YEAR'): PublishedAttribute => ({
  kind: 'bucket',
  name,
  bucket: by,
});
const measures = (...names: string[]) => names.map((name) => ({ definition: { name } }));

describe('which kept cells answer', () => {
  const asked = (
    subject: StatSubject,
    attributes: readonly PublishedAttribute[],
    names: readonly string[],
    place: { readonly prefixes?: readonly string[]; readonly regionPrefix?: string | null } = {},
  ) =>
    keptCellsFor({
      subject,
      attributes,
      measures: measures(...names),
      prefixes: [''],
      regionPrefix: null,
      ...place,
    })?.name ?? null;

  it.each([
    ['CASES', [plain('status')], ['cases'], {}, 'CASE_STANDING'],
    ['CASES', [], ['cases', 'persons'], {}, 'CASE_STANDING'],
    ['CASES', [at('PROVINCE'), bucket('openedIn', 'QUARTER')], ['cases'], {}, 'CASE_OPENING'],
    ['CASES', [bucket('eliminatedIn', 'YEAR'), bucket('eliminatedIn', 'MONTH')], ['cases'], {}, 'CASE_ELIMINATION'],
    ['MEASURES', [plain('timing'), plain('status'), plain('family')], ['households'], {}, 'MEASURE_HELP'],
    [
      'MEASURES',
      [plain('timing'), plain('status'), plain('family')],
      ['measures'],
      { prefixes: ['43'] },
      'MEASURE_HELP',
    ],
    ['MEASURES', [plain('timing'), plain('family')], ['measures'], {}, null],
    ['CASES', [plain('status'), plain('channel')], ['cases'], {}, null],
    ['CASES', [plain('status'), bucket('openedIn', 'MONTH')], ['cases'], {}, null],
    ['CASES', [bucket('openedIn', 'DAY')], ['cases'], {}, null],
    ['CASES', [plain('status')], ['households'], {}, null],
    ['CASES', [plain('status'), at('CITY')], ['cases'], {}, null],
    ['CASES', [plain('status')], ['cases'], { prefixes: ['43', '3201'] }, null],
    ['CASES', [plain('status')], ['cases'], { regionPrefix: '4301' }, null],
    ['ALERTS', [plain('status')], ['alerts'], {}, null],
  ] as const)('%s by %j of %j at %j: %s', (subject, attributes, names, place, found) => {
    expect(asked(subject, attributes, names, place)).toBe(found);
  });

  it('names measures of the catalogue that add up: neither medians nor different households of cases', () => {
    for (const { subject, measures: names } of KEPT_CELLS) {
      const own = catalogueOf(subject).measures.filter(({ name }) => names.includes(name));
      expect(own.map(({ name }) => name).sort()).toEqual([...names].sort());
      const folds = own.map(({ fold }) => fold);
      expect(folds).not.toContain('MEDIAN');
      if (subject !== 'MEASURES') expect(folds).not.toContain('DISTINCT');
    }
  });
});

describe('times that are told by months', () => {
  it.each([
    ['2023-05-01', 'MONTH', '2023-05-01'],
    ['2023-05-01', 'QUARTER', '2023-04-01'],
    ['2023-12-01', 'QUARTER', '2023-10-01'],
    ['2023-12-01', 'YEAR', '2023-01-01'],
  ] as const)('%s by %s is %s', (month, by, first) => {
    expect(periodOf(month, by)).toBe(first);
  });

  it('are never days', () => {
    expect(() => periodOf('2023-05-01', 'DAY')).toThrow(RangeError);
  });
});

describe('kept cells put together', () => {
  const cell = (province: string, values: KeptCell['values'], count: number, key: number, sum: number): KeptCell => ({
    province,
    values,
    units: { count, key, owners: { count: count - 1, key: key - 1 } },
    measured: { budget: { count, key, sum, largest: sum / 2 }, households: { count: count - 1, key: key - 1 } },
  });
  const kept = { attributes: [{ kind: 'bucket', name: 'openedIn', bucket: 'MONTH' }] } as const;
  const catalogue = catalogueOf('MEASURES').measures.filter(({ name }) => name === 'budget' || name === 'households');
  const slots = catalogue.map((definition) => ({ slot: `m_${definition.name}`, definition }));
  const cells = [
    cell('320000', ['2023-01-01'], 3, KEY_SPACE - 5, 100),
    cell('430000', ['2023-03-01'], 4, 9, 60),
    cell('430000', [null], 2, 7, 10),
  ];

  it('add up their counts, keys, households and sums, and keep the greatest amount', () => {
    expect(foldKeptCells(cells, kept, [bucket('openedIn', 'QUARTER')], slots)).toEqual([
      {
        count: 7,
        key: 4,
        owners: { count: 5, key: 2 },
        values: { 'openedIn QUARTER': '2023-01-01' },
        measured: { m_budget: { count: 7, key: 4, sum: 160, largest: 50 }, m_households: { count: 5, key: 2 } },
      },
      {
        count: 2,
        key: 7,
        owners: { count: 1, key: 6 },
        values: { 'openedIn QUARTER': null },
        measured: { m_budget: { count: 2, key: 7, sum: 10, largest: 5 }, m_households: { count: 1, key: 6 } },
      },
    ]);
  });

  it('are of the nation together and of each province apart', () => {
    const told = (level: 'NATION' | 'PROVINCE') =>
      foldKeptCells(cells, kept, [{ kind: 'region', level }], []).map(({ values, count }) => [
        values[`region ${level}`],
        count,
      ]);
    expect(told('NATION')).toEqual([['000000', 9]]);
    expect(told('PROVINCE')).toEqual([
      ['320000', 3],
      ['430000', 6],
    ]);
  });
});
