import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ancestorsOf,
  CITIES_WITHOUT_COUNTIES,
  CORPS,
  configurationKeyOf,
  isWithin,
  NATION,
  type RegionCode,
} from '../../../src/domain/kernel/region-code.js';
import { readEditionRows, regionRow } from '../../../src/features/region/division-edition.js';
import type { RegionRow } from '../../../src/features/region/region-row.js';
import { loadRegionTree } from '../../../src/features/region/region-tree.js';

const rows = readEditionRows();
const tree = loadRegionTree(rows);
const code = (text: string) => text as RegionCode;
const names = (list: readonly RegionRow[]) => list.map((row) => row.name);

describe('loadRegionTree', () => {
  it('finds what the rows say, whatever their order', () => {
    const shuffled = loadRegionTree([...rows].sort((a, b) => (a.name < b.name ? -1 : 1)));
    expect(shuffled.size).toBe(rows.length);
    expect([...shuffled.rows()]).toEqual([...tree.rows()]);
    for (const row of rows) expect(tree.find(row.code)).toEqual(row);
  });

  const nation = regionRow(NATION, '全国');
  it.each<[string, readonly RegionRow[], RegExp]>([
    ['an absent parent', [nation, regionRow(code('430121'), '长沙县')], /the parent of 1 regions is absent: 430121/],
    [
      'a code given twice',
      [nation, regionRow(code('430000'), 'a'), regionRow(code('430000'), 'b')],
      /1 region codes are given twice: 430000/,
    ],
    ['no nation', [], /one region has no parent, 000000; found 0/],
    ['two tops', [nation, { ...regionRow(code('430000'), '湖南省'), parentCode: null }], /found 2: 000000, 430000/],
    [
      'a parent of no higher level',
      [
        nation,
        { ...regionRow(code('430000'), 'a'), parentCode: code('440000') },
        { ...regionRow(code('440000'), 'b'), parentCode: code('430000') },
      ],
      /the parent of 2 regions is of no higher level: 430000, 440000/,
    ],
  ])('refuses %s and names the rows', (_, faulty, message) => {
    expect(() => loadRegionTree(faulty)).toThrow(message);
  });

  it('goes by the parent of the row, not by the code, where they differ', () => {
    const moved = loadRegionTree([
      nation,
      regionRow(code('430000'), '湖南省'),
      regionRow(code('440000'), '广东省'),
      { ...regionRow(code('430100'), '长沙市'), parentCode: code('440000'), successorCode: code('449900') },
    ]);
    expect(moved.parentOf(code('430100'))?.code).toBe('440000');
    expect(moved.childrenOf(code('430000'))).toEqual([]);
    expect(moved.find(code('430100'))?.successorCode).toBe('449900');
  });
});

describe('find, has', () => {
  it.each(['999999', '430199', '430121000', '43', '', '4301210', 'abcdef', '430121999', '660000', '9'.repeat(40)])(
    'has no region %j',
    (text) => {
      expect(tree.has(code(text))).toBe(false);
      expect(tree.find(code(text))).toBeNull();
      expect(tree.parentOf(code(text))).toBeNull();
      expect([tree.ancestorsOf(code(text)), tree.childrenOf(code(text)), tree.countiesUnder(code(text))]).toEqual([
        [],
        [],
        [],
      ]);
    },
  );
});

describe('parents, ancestors and children', () => {
  it('leads from a village of 泸溪县 up to the nation', () => {
    const village = [...tree.rows()].find((row) => row.code.startsWith('433122') && row.level === 'VILLAGE')!;
    expect(tree.ancestorsOf(village.code).map((row) => row.level)).toEqual([
      'TOWNSHIP',
      'COUNTY',
      'CITY',
      'PROVINCE',
      'NATION',
    ]);
    expect(names(tree.ancestorsOf(village.code)).slice(1)).toEqual([
      '泸溪县',
      '湘西土家族苗族自治州',
      '湖南省',
      '全国',
    ]);
  });

  it('agrees with the form of the code for every region of the edition', () => {
    for (const row of rows)
      expect(tree.ancestorsOf(row.code).map((above) => above.code)).toEqual(ancestorsOf(row.code));
  });

  it('has each region among the children of its parent, once, and 34 provinces under the nation', () => {
    const seen = [...tree.rows()].flatMap((row) => tree.childrenOf(row.code).map((child) => child.code));
    expect(seen.length).toBe(rows.length - 1);
    expect(new Set(seen).size).toBe(rows.length - 1);
    expect(tree.childrenOf(NATION)).toHaveLength(34);
  });

  it('has no ancestors and no parent for the nation', () => {
    expect([tree.parentOf(NATION), tree.ancestorsOf(NATION)]).toEqual([null, []]);
  });

  it('says within exactly where the ancestors do, for any two regions', () => {
    const anyRegion = fc.integer({ min: 0, max: rows.length - 1 }).map((at) => rows[at]!.code);
    fc.assert(
      fc.property(anyRegion, anyRegion, (one, other) => {
        const above = tree.ancestorsOf(one).map((row) => row.code);
        expect(isWithin(one, other)).toBe(one === other || above.includes(other));
        for (const region of above) expect(isWithin(one, region)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('countiesUnder', () => {
  it('lists 2,978 counties for the nation, the three cities without counties among them', () => {
    const all = tree.countiesUnder(NATION);
    expect(all).toHaveLength(2_978);
    expect(new Set(all).size).toBe(2_978);
    expect([...all].sort()).toEqual(all);
    expect(all).toEqual(expect.arrayContaining([...CITIES_WITHOUT_COUNTIES]));
  });

  it('lists nothing outside 51 for 510000, and what is neither of 500000 nor of 520000', () => {
    const counties = tree.countiesUnder(code('510000'));
    expect(counties.length).toBeGreaterThan(180);
    expect(counties.filter((county) => !county.startsWith('51'))).toEqual([]);
  });

  it('tells the sibling cities 510100 and 511000 apart', () => {
    expect(tree.countiesUnder(code('510100')).every((county) => county.startsWith('5101'))).toBe(true);
    expect(tree.countiesUnder(code('511000')).every((county) => county.startsWith('5110'))).toBe(true);
  });

  it.each([
    ['430121', ['430121']],
    ['430121102', ['430121']],
    ['441900', ['441900']],
    ['441900003', ['441900']],
    ['710000', []],
    ['659000', Array.from({ length: 12 }, (_, at) => String(659_001 + at))],
  ])('%s holds %j', (text, counties) => {
    expect(tree.countiesUnder(code(text))).toEqual(counties);
  });

  it('splits into those of its children, for every region above the county', () => {
    for (const row of rows.filter((each) => ['NATION', 'PROVINCE'].includes(each.level)))
      expect(tree.childrenOf(row.code).flatMap((child) => tree.countiesUnder(child.code))).toEqual(
        tree.countiesUnder(row.code),
      );
  });
});

describe('the Corps', () => {
  const corps = rows.filter((row) => configurationKeyOf(row.code) === CORPS);

  it('has twelve cities, from 石河子市 to 白杨市', () => {
    const cities = corps.filter((row) => row.level === 'COUNTY');
    expect(cities.map((row) => row.code)).toEqual(Array.from({ length: 12 }, (_, at) => String(659_001 + at)));
    expect([names(cities)[0], names(cities)[11]]).toEqual(['石河子市', '白杨市']);
  });

  it('has 93 regiments and farms inside counties of Xinjiang, all but two with the Corps in their name', () => {
    const embedded = corps.filter((row) => row.level === 'TOWNSHIP' && !row.code.startsWith('6590'));
    expect(embedded).toHaveLength(93);
    expect(names(embedded.filter((row) => !row.name.includes('兵团')))).toEqual(['天北新区', '第十师一八四团']);
  });

  it('leaves no township that bears its name to Xinjiang', () => {
    const left = rows.filter((row) => row.code.startsWith('65') && configurationKeyOf(row.code) !== CORPS);
    expect(names(left.filter((row) => row.name.includes('兵团')))).toEqual([]);
  });
});
