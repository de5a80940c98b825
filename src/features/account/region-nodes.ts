import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { RegionTree } from '../region/index.js';
import { regionObject } from '../region/region.graphql.js';
import type { NodeFinder } from './node-registry.js';

/** 区划节点 · Finds regions by their codes; they are open to every role. @article 5.1 */
export function regionNodes(tree: RegionTree): NodeFinder {
  return async (_context, county, codes) => {
    const rows = codes.map((code) => tree.find(code as RegionCode)).filter((row) => row !== null);
    // An id that names another county than its region's was never given out.
    return new Map(rows.filter(({ code }) => code.startsWith(county)).map((row) => [row.code, regionObject(row)]));
  };
}
