import { faultOfText } from '../../domain/kernel/entered-text.js';
import { countyOf, type RegionCode } from '../../domain/kernel/region-code.js';
import { type Refusal, refuse } from '../../domain/kernel/verdict.js';
import type { Reach } from '../access/index.js';
import { notFound } from '../change/index.js';
import type { RegionTree } from '../region/index.js';

const LONGEST_ADDRESS = 200;

/** 住址校验 · Reasons against an address; none for one that is not given. */
export function faultsOfAddress(address: string | null | undefined): Refusal[] {
  const fault = address === null || address === undefined ? null : faultOfText(address, LONGEST_ADDRESS);
  return fault === null ? [] : [refuse('BAD_VALUE', `address ${fault}`, ['address'])];
}

/** 登记区划校验 · Every reason why a household cannot be registered in a region; empty where it can. @article 5.1 */
export function faultsOfRegion(reach: Reach, tree: RegionTree, region: RegionCode, path = 'region'): Refusal[] {
  if (countyOf(region) === null)
    return [
      refuse('BAD_VALUE', `a household belongs to a village, township or county; ${region} is above them`, [path]),
    ];
  if (!reach.covers(region)) return [notFound(path)];
  const found = tree.find(region);
  if (found !== null && found.successorCode === null) return [];
  if (found?.successorCode)
    return [
      refuse('BAD_VALUE', `${region} has gone into ${found.successorCode}; name the region that stands now`, [path]),
    ];
  const message = `${region} is no region of the edition; name the township where its villages are not listed`;
  return [refuse('BAD_VALUE', message, [path])];
}
