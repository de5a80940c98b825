export { DEMONSTRATION_COUNTIES, VILLAGE_COUNTIES } from './division-edition.js';
export { fillRegionTable } from './fill-region-table.js';
export { listRegions } from './region.repository.js';
export type { RegionRow } from './region-row.js';
export { loadRegionTree, type RegionTree } from './region-tree.js';
export type { SeededRegions } from './seed-regions.js';
