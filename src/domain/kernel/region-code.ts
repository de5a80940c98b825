/**
 * 行政区划代码 · GB/T 2260 and its extension: 6 digits down to the county, 9 a township, 12 a village; 000000 the nation.
 *
 * @article none — code table
 */
export type RegionCode = string & { readonly __code: 'region' };

/** 层级 · From the nation down to the village. @article 5.1 */
export const REGION_LEVELS = ['NATION', 'PROVINCE', 'CITY', 'COUNTY', 'TOWNSHIP', 'VILLAGE'] as const;
export type RegionLevel = (typeof REGION_LEVELS)[number];

/** 全国 · The nation's code. */
export const NATION = '000000' as RegionCode;

/**
 * 读代码 · Reads a division code by its form, or says what is wrong with it. Whether the region exists is another question.
 *
 * @returns the code, or `{ fault }` in a sentence
 * @article none — code table
 * @example readRegionCode('4301') // { fault: 'a region code has 6, 9 or 12 digits; "4301" has 4' }
 */
export function readRegionCode(text: string): RegionCode | { readonly fault: string } {
  if (!/^\d+$/.test(text)) return { fault: `a region code has digits only; found "${text.slice(0, 20)}"` };
  if (![6, 9, 12].includes(text.length))
    return { fault: `a region code has 6, 9 or 12 digits; "${text.slice(0, 20)}" has ${text.length}` };
  if (text.length === 6 && text === NATION) return NATION;
  if (text.startsWith('00')) return { fault: `no province has the code ${text.slice(0, 2)}; the nation is 000000` };
  if (text.length === 6 && text.slice(2, 4) === '00' && text.slice(4) !== '00')
    return { fault: `${text} names a county without a city: digits 3 and 4 are 00` };
  if (text.length > 6 && text.slice(4, 6) === '00')
    return { fault: `${text} names a township or village without a county: digits 5 and 6 are 00` };
  if (text.length > 6 && text.slice(6, 9) === '000')
    return { fault: `${text} has no township part; write the county as ${text.slice(0, 6)}` };
  if (text.length === 12 && text.slice(9) === '000')
    return { fault: `${text} has no village part; write the township as ${text.slice(0, 9)}` };
  return text as RegionCode;
}

/** 层级 · The level that a code's form names. @article 5.1 */
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

/** 属于 · Whether a region is `ancestor` or below it. @article 5.1 */
export function isWithin(code: RegionCode, ancestor: RegionCode): boolean {
  return code !== NATION ? code.startsWith(subtreePrefix(ancestor)) : ancestor === NATION;
}

/** 县级代码 · The county a township or village code belongs to; null above the county. @article 5.1 */
export function countyOf(code: RegionCode): RegionCode | null {
  const county = code.slice(0, 6) as RegionCode;
  return levelOf(county) === 'COUNTY' ? county : null;
}

/** 省级代码 · The province a code belongs to; null for the nation. @article 5.1 */
export function provinceOf(code: RegionCode): RegionCode | null {
  return code === NATION ? null : (`${code.slice(0, 2)}0000` as RegionCode);
}

/** 上级 · Every region above a code by its form, nearest first, the nation last. @article 5.1 */
export function ancestorsOf(code: RegionCode): RegionCode[] {
  const chain: string[] = [];
  if (code.length === 12) chain.push(code.slice(0, 9));
  if (code.length > 6) chain.push(code.slice(0, 6));
  if (code.length > 6 || levelOf(code) === 'COUNTY') chain.push(`${code.slice(0, 4)}00`);
  if (code !== NATION && levelOf(code) !== 'PROVINCE') chain.push(`${code.slice(0, 2)}0000`);
  if (code !== NATION) chain.push(NATION);
  return chain as RegionCode[];
}
