import type { RegionRow } from './region-row.js';

/** 写入区划 · Writes rows by code: inserts what is new, sets name, level and parent of what is there, and the successor where one is named. */
export type InsertRegions = (rows: readonly RegionRow[]) => Promise<void>;

export interface SeedRegionsOrder {
  /** What the table should hold: an edition, or the villages of a province. */
  readonly wanted: Iterable<RegionRow>;
  /** What the table holds now. */
  readonly present: Iterable<RegionRow>;
  readonly insert: InsertRegions;
  /** Rows a statement; five parameters each, and PostgreSQL takes 65,535. */
  readonly batchSize?: number;
  readonly onProgress?: (written: number, total: number) => void;
}

/** 导入结果 · What was done, and what the table holds now. */
export interface SeededRegions {
  /** Rows that were new or differed. */
  readonly written: number;
  readonly rows: readonly RegionRow[];
}

const BATCH = 2_000;

/**
 * 导入区划 · Brings the region table to what is wanted, parents before children, and writes only rows that are absent or
 * differ: a second run writes nothing, an interrupted one goes on. A code that the edition has no more is left, since
 * households and cases may carry it; a successor that is known stays where the wanted row names none.
 *
 * @throws what `insert` throws; batches before it stay written
 * @article none — technical
 */
export async function seedRegions(order: SeedRegionsOrder): Promise<SeededRegions> {
  const present = new Map(Array.from(order.present, (row) => [row.code, row]));
  const missing = [...order.wanted].filter((row) => !isSame(row, present.get(row.code)));
  missing.sort((a, b) => (a.code < b.code ? -1 : 1));
  const size = order.batchSize ?? BATCH;
  for (let at = 0; at < missing.length; at += size) {
    await order.insert(missing.slice(at, at + size));
    order.onProgress?.(Math.min(at + size, missing.length), missing.length);
  }
  for (const row of missing) {
    const successorCode = row.successorCode ?? present.get(row.code)?.successorCode ?? null;
    present.set(row.code, { ...row, successorCode });
  }
  return { written: missing.length, rows: [...present.values()] };
}

function isSame(wanted: RegionRow, present: RegionRow | undefined): boolean {
  return (
    present !== undefined &&
    wanted.name === present.name &&
    wanted.level === present.level &&
    wanted.parentCode === present.parentCode &&
    (wanted.successorCode ?? present.successorCode) === present.successorCode
  );
}
