import { type RegionCode, subtreePrefix } from '../../domain/kernel/region-code.js';
import type { Reach } from '../access/index.js';

/**
 * 区划内各级代码 · Codes that rows of a region and of all below it stand under: its counties, and the cities, provinces and the
 * nation where the reach holds them whole.
 *
 * @param region  null for the whole reach
 * @article none — technical
 */
export function officesWithin(reach: Reach, region: RegionCode | null | undefined): readonly string[] {
  const codes = reach.offices();
  if (region === null || region === undefined) return codes;
  const prefix = subtreePrefix(region);
  return codes.filter((code) => code.startsWith(prefix) || prefix.startsWith(code));
}
