import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { Engine } from '../../platform/database/engine.js';
import { fillRegionTable } from './fill-region-table.js';
import { loadRegionTree } from './region-tree.js';
import { type VillageEntry, villagesWithin } from './village-list.js';

export interface AddVillagesOrder {
  /** The database as its owner, migrated. */
  readonly engine: Engine;
  /** Whose villages: a province, city, county or township. */
  readonly region: RegionCode;
  /** A list that holds them, and may hold more. */
  readonly entries: Iterable<VillageEntry>;
  readonly onProgress?: (written: number, total: number) => void;
}

const SHOWN = 10;

/**
 * 增补村级区划 · Adds the villages of a region to the region table, all or, where a line of the list cannot be taken, none. A
 * running server reads them at its next start.
 *
 * @returns how many villages the list has there, and how many rows were new or differed
 * @throws Error naming the region or the lines at fault; nothing is written then
 * @article none — technical
 */
export async function addVillages(
  order: AddVillagesOrder,
): Promise<{ readonly villages: number; readonly written: number }> {
  const { engine, region, entries, onProgress } = order;
  const tree = loadRegionTree((await fillRegionTable(engine)).rows);
  if (!tree.has(region)) throw new Error(`the register has no region ${region}`);
  const { rows, faults } = villagesWithin(region, entries, tree);
  if (faults.length > 0) {
    const more = faults.length > SHOWN ? [`and ${faults.length - SHOWN} more`] : [];
    throw new Error(
      [`${faults.length} lines of the list cannot be taken, so none was:`, ...faults.slice(0, SHOWN), ...more].join(
        '\n  ',
      ),
    );
  }
  if (rows.length === 0) throw new Error(`the list has no village of ${region} ${tree.find(region)!.name}`);
  const { written } = await fillRegionTable(engine, rows, onProgress);
  return { villages: rows.length, written };
}
