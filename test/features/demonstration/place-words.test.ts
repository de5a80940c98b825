import { describe, expect, it } from 'vitest';
import type { RegionCode, RegionLevel } from '../../../src/domain/kernel/region-code.js';
import { addressIn, boardIn, officesAbove } from '../../../src/features/demonstration/place-words.js';
import { loadRegionTree } from '../../../src/features/region/index.js';

const rows: readonly (readonly [string, string, RegionLevel, string | null])[] = [
  ['000000', '全国', 'NATION', null],
  ['430000', '湖南省', 'PROVINCE', '000000'],
  ['430100', '长沙市', 'CITY', '430000'],
  ['430121', '长沙县', 'COUNTY', '430100'],
  ['430121104', '示例镇', 'TOWNSHIP', '430121'],
  ['430121104201', '龙华村委会', 'VILLAGE', '430121104'],
  ['430121104202', '水口村民委员会', 'VILLAGE', '430121104'],
  ['430121104203', '新村村民委员会', 'VILLAGE', '430121104'],
  ['430121104204', '银河社区居委会', 'VILLAGE', '430121104'],
  ['430121104205', '高桥村', 'VILLAGE', '430121104'],
];
const tree = loadRegionTree(
  rows.map(([code, name, level, parentCode]) => ({
    code: code as RegionCode,
    name,
    level,
    parentCode: parentCode as RegionCode | null,
    successorCode: null,
  })),
);
const at = (last: number): RegionCode => `43012110420${last}` as RegionCode;

describe('addressIn', () => {
  it('names villages and communities as people do', () => {
    expect([1, 2, 3, 4, 5].map((last) => addressIn(tree, at(last), 3, 47))).toEqual([
      '龙华村第3村民小组47号',
      '水口村第3村民小组47号',
      '新村第3村民小组47号',
      '银河社区第3居民小组47号',
      '高桥村第3村民小组47号',
    ]);
  });
});

describe('boardIn', () => {
  it('is the board of the village, the community or the township', () => {
    expect([at(1), at(4), '430121104' as RegionCode].map((region) => boardIn(tree, region))).toEqual([
      '龙华村村务公开栏',
      '银河社区居务公开栏',
      '示例镇政务公开栏',
    ]);
  });
});

describe('officesAbove', () => {
  it('names the township and the county of a village, and of a township', () => {
    const both = { township: '示例镇', county: '长沙县' };
    expect([officesAbove(tree, at(1)), officesAbove(tree, '430121104' as RegionCode)]).toEqual([both, both]);
    expect(officesAbove(tree, '430121' as RegionCode)).toEqual({ township: '', county: '长沙县' });
  });
});
