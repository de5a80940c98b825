import type { RegionCode, RegionLevel } from '../../domain/kernel/region-code.js';

/** 行政区划 · One row of the region table: a division of one edition of the codes. @article 5.1 */
export interface RegionRow {
  readonly code: RegionCode;
  readonly name: string;
  readonly level: RegionLevel;
  /** The region directly above; null for the nation only. */
  readonly parentCode: RegionCode | null;
  /** Where a merged, moved or renumbered region went; null while it stands. */
  readonly successorCode: RegionCode | null;
}
