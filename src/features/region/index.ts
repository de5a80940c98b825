export { isOfCorps } from './corps.repository.js';
export { DEMONSTRATION_COUNTIES } from './division-edition.js';
export { fillRegionTable } from './fill-region-table.js';
export type { RegionRow } from './region-row.js';
export { loadRegionTree, type RegionTree } from './region-tree.js';
export { grantsInForce } from './regions-in-force.js';
