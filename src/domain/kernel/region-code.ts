import { isShown, shown } from './shown.js';

/**
 * 行政区划代码 · GB/T 2260 and its extension: 6 digits down to the county, 9 a township, 12 a village; 000000 the nation.
 *
 * @article none — code table
 */
export type RegionCode = string & { readonly __code: 'region' };

/** 层级 · From the nation down to the village. @article 5.1 */
export const REGION_LEVELS = ['NATION', 'PROVINCE', 'CITY', 'COUNTY', 'TOWNSHIP', 'VILLAGE'] as const;
export type RegionLevel = (typeof REGION_LEVELS)[number];

/** 各级代码位数 · By how many digits the places of a level are told apart. @article none — code table */
export const DIGITS_OF_LEVEL: Readonly<Record<RegionLevel, number>> = {
  NATION: 0,
  PROVINCE: 2,
  CITY: 4,
  COUNTY: 6,
  TOWNSHIP: 9,
  VILLAGE: 12,
};

/** 县级代码位数 · Digits down to the county, the smallest place that a shard and a chain go by. @article none — code table */
export const COUNTY_DIGITS = 6;

/** 全国 · The nation's code. */
export const NATION = '000000' as RegionCode;

/**
 * 不设县区的地级市 · Cities whose townships stand directly under them: 东莞, 中山, 儋州. Each is its own county: `countyOf` answers
 * the city, and a township's code has 00 where others have the county.
 *
 * @article none — code table
 */
export const CITIES_WITHOUT_COUNTIES: readonly RegionCode[] = ['441900', '442000', '460400'] as RegionCode[];

/**
 * 新疆生产建设兵团 · The configuration key of the Corps. The policy addresses it beside the provinces, GB/T 2260 has no code for
 * it; 66 is what national sector systems write. It names a configuration, never a row of the region table.
 *
 * @article none — code table
 */
export const CORPS = '660000' as RegionCode;

const hasNoCounties = (county: string): boolean => (CITIES_WITHOUT_COUNTIES as readonly string[]).includes(county);

/**
 * 读代码 · Reads a division code by its form, or says what is wrong with it. Whether the region exists is another question.
 *
 * @returns the code, or `{ fault }` in a sentence
 * @article none — code table
 * @example readRegionCode('4301') // { fault: 'a region code has 6, 9 or 12 digits; "4301" has 4' }
 * @example readRegionCode('441900003') // '441900003': a township of 东莞, a city without counties
 */
export function readRegionCode(text: string): RegionCode | { readonly fault: string } {
  if (text === '') return { fault: 'a region code has 6, 9 or 12 digits; this one is empty' };
  if (!/^[0-9]+$/.test(text)) return { fault: `a region code has digits only; found ${shown(text)}` };
  if (![6, 9, 12].includes(text.length))
    return {
      fault: `a region code has 6, 9 or 12 digits; ${isShown(text) ? shown(text) : 'this one'} has ${text.length}`,
    };
  if (text === NATION) return NATION;
  const fault = faultOfParts(text);
  return fault === null ? (text as RegionCode) : { fault };
}

/** A part that is all zeros names nothing, so nothing may follow it. */
function faultOfParts(text: string): string | null {
  if (text.startsWith('00')) return `no province has the code 00; the nation is ${NATION}, not "${text}"`;
  if (text.slice(2, 4) === '00' && text.length > 6)
    return `${text} names a township or village without a city: digits 3 and 4 are 00`;
  if (text.slice(2, 4) === '00' && text.slice(4) !== '00')
    return `${text} names a county without a city: digits 3 and 4 are 00`;
  if (text.length === 6) return null;
  if (text.slice(4, 6) === '00' && !hasNoCounties(text.slice(0, 6)))
    return `${text} names a township or village without a county: digits 5 and 6 are 00`;
  if (text.slice(6, 9) === '000') return `${text} has no township part; write ${text.slice(0, 6)}`;
  if (text.length === 12 && text.slice(9) === '000') return `${text} has no village part; write ${text.slice(0, 9)}`;
  return null;
}

/** 层级 · The level that a code's form names; a city without counties is a CITY. @article 5.1 */
export function levelOf(code: RegionCode): RegionLevel {
  if (code === NATION) return 'NATION';
  if (code.length === 12) return 'VILLAGE';
  if (code.length === 9) return 'TOWNSHIP';
  if (code.endsWith('0000')) return 'PROVINCE';
  return code.endsWith('00') ? 'CITY' : 'COUNTY';
}

/**
 * 前缀 · The digits that every code at or under the region starts with; empty for the nation.
 *
 * @example subtreePrefix('510000') // '51': 510000 never takes in what is not under 51
 * @article 5.1
 */
export function subtreePrefix(code: RegionCode): string {
  if (code === NATION) return '';
  if (code.length > 6) return code;
  if (code.endsWith('0000')) return code.slice(0, 2);
  return code.endsWith('00') ? code.slice(0, 4) : code;
}

/**
 * 交集 · Where subtrees, told by their prefixes, meet another: the smaller of the two each time.
 *
 * @example meetingPrefixes(['43', '520'], '430121') // ['430121']
 * @article 5.1
 */
export function meetingPrefixes(prefixes: readonly string[], other: string): string[] {
  return prefixes.flatMap((prefix) => {
    if (prefix.startsWith(other)) return [prefix];
    return other.startsWith(prefix) ? [other] : [];
  });
}

/** 属于 · Whether a region is `ancestor` or below it. @article 5.1 */
export function isWithin(code: RegionCode, ancestor: RegionCode): boolean {
  return code !== NATION ? code.startsWith(subtreePrefix(ancestor)) : ancestor === NATION;
}

/**
 * 县级代码 · The county of a county, township or village code, and a city without counties itself; null above the county.
 *
 * @returns the first six digits, which is what every distributed row carries as `county_code`
 * @example countyOf('441900003') // '441900'
 * @article 5.1
 */
export function countyOf(code: RegionCode): RegionCode | null {
  const county = code.slice(0, 6) as RegionCode;
  return levelOf(county) === 'COUNTY' || hasNoCounties(county) ? county : null;
}

/**
 * 省级代码 · The province of GB/T 2260 that a code belongs to; null for the nation. For the rules that are in force in a
 * region ask `configurationKeyOf`, which knows the Corps.
 *
 * @article 5.1
 */
export function provinceOf(code: RegionCode): RegionCode | null {
  return code === NATION ? null : (`${code.slice(0, 2)}0000` as RegionCode);
}

/** 所涉省份 · The provinces of some counties, each once. @article 5.1 */
export function provincesOf(counties: readonly string[]): RegionCode[] {
  return [...new Set(counties.map((county) => provinceOf(county as RegionCode)!))];
}

/**
 * 配置代码 · Whose configuration rules in a region: its province's, or that of the Corps (新疆生产建设兵团, 660000).
 *
 * Of the Corps are its cities (师市合一: 659001 and up, all under 659000) and, inside other counties of Xinjiang, its
 * regiments and farms (团场), which the statistics bureau numbers 500–599 within a county. A county of Xinjiang that
 * holds a regiment stays Xinjiang's.
 *
 * @returns null for the nation
 * @example configurationKeyOf('430121') // '430000'
 * @example configurationKeyOf('659001') // '660000': 石河子市
 * @example configurationKeyOf('650103501') // '660000': 兵团农十二师一零四团, inside 650103 which is Xinjiang's
 * @article none — code table
 */
export function configurationKeyOf(code: RegionCode): RegionCode | null {
  return /^(6590|65[0-9]{4}5)/.test(code) ? CORPS : provinceOf(code);
}

/** 上级 · Every region above a code by its form, nearest first, the nation last. @article 5.1 */
export function ancestorsOf(code: RegionCode): RegionCode[] {
  if (code === NATION) return [];
  const chain = [code.slice(0, 9), code.slice(0, 6), `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`, NATION];
  return [...new Set(chain)].filter((above) => above !== code) as RegionCode[];
}
