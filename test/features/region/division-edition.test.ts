import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { buildEdition, differences } from '../../../scripts/build-edition.js';
import {
  CITIES_WITHOUT_COUNTIES,
  countyOf,
  REGION_LEVELS,
  type RegionCode,
  type RegionLevel,
  readRegionCode,
} from '../../../src/domain/kernel/region-code.js';
import {
  DEMONSTRATION_COUNTIES,
  editionFolder,
  readEdition,
  readEditionRows,
  VILLAGE_COUNTIES,
} from '../../../src/features/region/division-edition.js';
import { loadRegionTree } from '../../../src/features/region/region-tree.js';

const rows = readEditionRows();
const tree = loadRegionTree(rows);
const edition = readEdition();
const countOf = (level: RegionLevel) => rows.filter((row) => row.level === level).length;
const code = (text: string) => text as RegionCode;

describe('the committed edition', () => {
  it('holds 34 provinces, 342 cities, 2,975 counties, 41,351 townships and 1,175 villages', () => {
    expect(Object.fromEntries(REGION_LEVELS.map((level) => [level, countOf(level)]))).toEqual({
      NATION: 1,
      PROVINCE: 34,
      CITY: 342,
      COUNTY: 2_975,
      TOWNSHIP: 41_351,
      VILLAGE: 1_175,
    });
  });

  it('holds what its record and its SOURCE.md say', () => {
    const told = readFileSync(join(editionFolder(), 'SOURCE.md'), 'utf8');
    expect(told).toContain(edition.asOf);
    expect(told).toContain(edition.publishedOn);
    for (const level of REGION_LEVELS) {
      expect(edition.counts[level], level).toBe(countOf(level));
      expect(told).toContain(`| ${level} | ${countOf(level).toLocaleString('en')} |`);
    }
    for (const [county, villages] of Object.entries(edition.villages))
      expect(told).toContain(`| ${county} | ${tree.find(code(county))?.name} | ${villages} |`);
  });

  it('has the digests of its record', () => {
    for (const [file, digest] of Object.entries(edition.sha256)) {
      const text = gunzipSync(readFileSync(join(editionFolder(), file)));
      expect(createHash('sha256').update(text).digest('hex'), file).toBe(digest);
    }
  });

  it('is what the script makes of its source', () => {
    expect(differences(buildEdition())).toEqual([]);
  });

  it('has a readable code, a name and an existing parent for every region', () => {
    for (const row of rows) {
      expect(readRegionCode(row.code)).toBe(row.code);
      expect(row.name).toMatch(/^\S+$/);
      expect(row.parentCode === null || tree.has(row.parentCode), row.code).toBe(true);
      expect(row.parentCode === null).toBe(row.level === 'NATION');
    }
  });

  it('puts every township in a county or in one of the three cities that the code table names', () => {
    const parents = rows.filter((row) => row.level === 'TOWNSHIP').map((row) => tree.find(row.parentCode!)!);
    const cities = new Set(parents.filter((parent) => parent.level !== 'COUNTY').map((parent) => parent.code));
    expect([...cities]).toEqual(CITIES_WITHOUT_COUNTIES);
    for (const row of rows.filter((each) => each.level === 'TOWNSHIP')) expect(countyOf(row.code)).toBe(row.parentCode);
  });

  it.each([
    ['000000', '全国', 'NATION', null],
    ['110100', '市辖区', 'CITY', '110000'],
    ['110101', '东城区', 'COUNTY', '110100'],
    ['429004', '仙桃市', 'COUNTY', '429000'],
    ['469001', '五指山市', 'COUNTY', '469000'],
    ['659001', '石河子市', 'COUNTY', '659000'],
    ['500200', '县', 'CITY', '500000'],
    ['441900', '东莞市', 'CITY', '440000'],
    ['441900003', '东城街道', 'TOWNSHIP', '441900'],
    ['430121', '长沙县', 'COUNTY', '430100'],
    ['710000', '台湾省', 'PROVINCE', '000000'],
  ])('has %s %s as a %s under %s', (text, name, level, parentCode) => {
    expect(tree.find(code(text))).toEqual({ code: text, name, level, parentCode, successorCode: null });
  });

  it('has nothing under 710000, 810000 and 820000', () => {
    for (const text of ['710000', '810000', '820000']) expect(tree.childrenOf(code(text))).toEqual([]);
  });
});

describe('villages', () => {
  it('come with four counties: three of the demonstration, in two provinces, and 泸溪县', () => {
    expect(DEMONSTRATION_COUNTIES.map((county) => tree.find(county)?.name)).toEqual(['长沙县', '平江县', '榕江县']);
    expect(VILLAGE_COUNTIES.map((county) => tree.find(county)?.name)).toEqual(['长沙县', '平江县', '榕江县', '泸溪县']);
    expect(new Set(DEMONSTRATION_COUNTIES.map((county) => county.slice(0, 2)))).toEqual(new Set(['43', '52']));
  });

  it.each([
    ['430121', 18, 225],
    ['430626', 25, 550],
    ['433122', 12, 148],
    ['522632', 20, 252],
  ])('%s has %i townships and %i villages, some in each township', (county, townships, villages) => {
    const below = tree.childrenOf(code(county));
    expect(below).toHaveLength(townships);
    const counts = below.map((township) => tree.childrenOf(township.code).length);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(villages);
    expect(Math.min(...counts)).toBeGreaterThan(0);
  });

  it('come with no other county', () => {
    const counties = new Set(rows.filter((row) => row.level === 'VILLAGE').map((row) => countyOf(row.code)));
    expect([...counties].sort()).toEqual([...VILLAGE_COUNTIES].sort());
  });
});

/** GB/T 2260, the provinces. */
const STANDARD = [
  ['110000', '北京市'],
  ['120000', '天津市'],
  ['130000', '河北省'],
  ['140000', '山西省'],
  ['150000', '内蒙古自治区'],
  ['210000', '辽宁省'],
  ['220000', '吉林省'],
  ['230000', '黑龙江省'],
  ['310000', '上海市'],
  ['320000', '江苏省'],
  ['330000', '浙江省'],
  ['340000', '安徽省'],
  ['350000', '福建省'],
  ['360000', '江西省'],
  ['370000', '山东省'],
  ['410000', '河南省'],
  ['420000', '湖北省'],
  ['430000', '湖南省'],
  ['440000', '广东省'],
  ['450000', '广西壮族自治区'],
  ['460000', '海南省'],
  ['500000', '重庆市'],
  ['510000', '四川省'],
  ['520000', '贵州省'],
  ['530000', '云南省'],
  ['540000', '西藏自治区'],
  ['610000', '陕西省'],
  ['620000', '甘肃省'],
  ['630000', '青海省'],
  ['640000', '宁夏回族自治区'],
  ['650000', '新疆维吾尔自治区'],
  ['710000', '台湾省'],
  ['810000', '香港特别行政区'],
  ['820000', '澳门特别行政区'],
];

describe('GB/T 2260', () => {
  it('gives each of the 34 provinces its code and name, and no other', () => {
    expect(STANDARD).toHaveLength(34);
    expect(rows.filter((row) => row.level === 'PROVINCE').map((row) => [row.code, row.name])).toEqual(STANDARD);
  });
});
