import { levelOf, NATION, type RegionCode } from '../../domain/kernel/region-code.js';
import type { RegionTree } from '../region/index.js';
import type { ReconcileOrder } from './reconcile-tallies.js';

/** 辖内汇总 · The counties of a region, and the provinces that it holds whole. @article none — technical */
export function talliesUnder(tree: RegionTree, region: RegionCode): Pick<ReconcileOrder, 'counties' | 'provinces'> {
  const provinces = region === NATION ? tree.childrenOf(NATION).map(({ code }) => code) : [region];
  return {
    counties: tree.countiesUnder(region),
    provinces: provinces
      .filter((code) => levelOf(code) === 'PROVINCE')
      .map((province) => ({ province, all: tree.countiesUnder(province) })),
  };
}
