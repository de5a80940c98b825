import { levelOf, NATION, type RegionCode, readRegionCode, subtreePrefix } from '../../domain/kernel/region-code.js';
import type { RegionTree } from '../region/index.js';

/** 命令行选项 · As they were typed. */
export interface GenerateOptions {
  readonly households?: string;
  readonly province?: string;
  readonly seed?: string;
  readonly counties?: string;
}

/** 拟制要求 · What is to be generated. */
export interface GenerateRequest {
  readonly households: number;
  readonly seed: number;
  readonly counties: readonly RegionCode[];
}

const MOST_HOUSEHOLDS = 10_000_000;
const MOST_SEED = 2 ** 32 - 1;

/**
 * 读选项 · Reads how many households to generate, where and from which seed; every fault at once.
 *
 * @returns the request, or `{ faults }`, a sentence each
 * @article none — technical
 * @example readGenerateOptions({ households: '2000', province: '43', seed: '7' }, tree).counties // every county of 湖南
 */
export function readGenerateOptions(
  options: GenerateOptions,
  tree: RegionTree,
): GenerateRequest | { readonly faults: readonly string[] } {
  const faults: string[] = [];
  const number = (name: 'households' | 'seed', text: string, least: number, most: number): number => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= least && value <= most))
      faults.push(`--${name}: a whole number from ${least} to ${most}, not ${text}`);
    return value;
  };
  const households = number('households', options.households ?? '2000', 1, MOST_HOUSEHOLDS);
  const seed = number('seed', options.seed ?? '7', 0, MOST_SEED);
  const province = options.province === undefined ? null : provinceOf(options.province, tree, faults);
  const named = options.counties === undefined ? null : countiesOf(options.counties, province, tree, faults);
  if (province === null && named === null && faults.length === 0) faults.push('name --province, --counties or both');
  const counties = named ?? (province === null ? [] : withTownships(tree.countiesUnder(province), tree));
  return faults.length > 0 ? { faults } : { households, seed, counties };
}

/** `43` and `430000` alike. */
function provinceOf(text: string, tree: RegionTree, faults: string[]): RegionCode | null {
  const code = readRegionCode(/^\d{2}$/.test(text) ? `${text}0000` : text);
  if (typeof code === 'string' && code !== NATION && levelOf(code) === 'PROVINCE' && tree.has(code)) return code;
  faults.push(`--province: the code of a province, e.g. 43, not ${text}`);
  return null;
}

function countiesOf(text: string, province: RegionCode | null, tree: RegionTree, faults: string[]): RegionCode[] {
  const codes = [...new Set(text.split(',').map((code) => code.trim() as RegionCode))];
  for (const code of codes) {
    if (!tree.has(code) || tree.countiesUnder(code)[0] !== code || code.length !== 6)
      faults.push(`--counties: six-digit codes of counties, with commas; ${code} is none`);
    else if (province !== null && !code.startsWith(subtreePrefix(province)))
      faults.push(`--counties: ${code} does not lie in ${province}`);
    else if (tree.childrenOf(code).length === 0)
      faults.push(`--counties: ${code} has no township in the division list`);
  }
  return codes;
}

function withTownships(counties: readonly RegionCode[], tree: RegionTree): RegionCode[] {
  return counties.filter((county) => tree.childrenOf(county).length > 0);
}
