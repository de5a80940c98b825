import { describe, expect, it } from 'vitest';
import type { RegionCode } from '../../../src/domain/kernel/region-code.js';
import { readEditionRows } from '../../../src/features/region/division-edition.js';
import { loadRegionTree } from '../../../src/features/region/region-tree.js';
import { readVillageList, villagesWithin } from '../../../src/features/region/village-list.js';

const tree = loadRegionTree(readEditionRows());
const code = (text: string) => text as RegionCode;

describe('readVillageList', () => {
  it('reads CSV by the names of its columns, quoted or not, with a byte order mark and CRLF', () => {
    const text =
      '\uFEFFtownship,name,code\r\n430181001,"环府路社区, ""新""",430181001001\r\n430181001,北正路社区,430181001002\r\n\r\n';
    expect(readVillageList(text)).toEqual([
      { code: '430181001001', name: '环府路社区, "新"' },
      { code: '430181001002', name: '北正路社区' },
    ]);
  });

  it('reads CSV with empty fields at either end', () => {
    expect(readVillageList('note,code,name,more\n,430181001001,"a",\n')).toEqual([{ code: '430181001001', name: 'a' }]);
  });

  it('reads a JSON array and passes other members over', () => {
    expect(readVillageList('[{"code":"430181001001","name":"a","areaCode":"430181"}]')).toEqual([
      { code: '430181001001', name: 'a' },
    ]);
  });

  it.each([
    ['', 'line 1 of the list must name the columns code and name; it has '],
    ['代码,名称\n1,2', 'line 1 of the list must name the columns code and name; it has 代码, 名称'],
    ['code,name\n430181001001,a\n430181001002', 'line 3 of the list has 1 fields, the header 2'],
    ['[{"code":430181001001,"name":"a"}]', 'entry 1 of the list needs a code and a name, both text'],
    ['[null]', 'entry 1 of the list needs a code and a name, both text'],
    ['code,name\n430181001001,\uFFFD\uFFFD', 'the list is not UTF-8; convert it first, e.g. from GB 18030'],
  ])('refuses %j and says why', (text, message) => {
    expect(() => readVillageList(text)).toThrow(message);
  });
});

describe('villagesWithin', () => {
  const village = (text: string, name = '环府路社区') => ({ code: text, name });

  it('takes villages of the region and passes over what lies elsewhere or is no village', () => {
    const entries = [
      village('430181001001', ' 环府路社区 '),
      village('430181001'),
      village('440103001001'),
      village('441000000000'),
    ];
    const { rows, faults } = villagesWithin(code('430000'), entries, tree);
    expect(faults).toEqual([]);
    expect(rows).toEqual([
      { code: '430181001001', name: '环府路社区', level: 'VILLAGE', parentCode: '430181001', successorCode: null },
    ]);
  });

  it('takes a line that comes twice once', () => {
    const { rows, faults } = villagesWithin(code('430181'), [village('430181001001'), village('430181001001')], tree);
    expect([rows.length, faults]).toEqual([1, []]);
  });

  it.each([
    [
      'a township that is not there',
      [village('430181999001')],
      '430181999001 环府路社区 lies in the township 430181999, which the register does not have',
    ],
    ['no name', [village('430181001001', '  ')], '430181001001 has no name'],
    ['two names', [village('430181001001', 'a'), village('430181001001', 'b')], '430181001001 is given twice: a, b'],
    ['a malformed code', [village('4301810010')], 'a region code has 6, 9 or 12 digits; "4301810010" has 10'],
    ['a code of zeros', [village('430181001000')], '430181001000 has no village part; write 430181001'],
  ])('names a line with %s', (_, entries, fault) => {
    expect(villagesWithin(code('430000'), entries, tree).faults).toEqual([fault]);
  });
});
