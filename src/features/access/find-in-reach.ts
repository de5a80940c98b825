import type { Database } from '../../platform/database/database.js';
import type { Row } from '../../platform/database/read-rows.js';
import type { Selection } from '../../platform/database/selection.js';
import type { Reach } from './reach.js';
import type { RowsInReach } from './rows-in-reach.repository.js';

/** 按标识所求 · Which rows of one county, or of a region above it, and what of each. */
export interface FoundById {
  readonly county: string;
  readonly ids: readonly string[];
  readonly selection: Selection;
}

/** 按标识读取 · Rows by id, read at once; those out of the reach are left out, and nothing is asked where all must be. @article none — technical */
export async function findInReach(
  database: Database,
  reach: Reach,
  rows: RowsInReach,
  { county, ids, selection }: FoundById,
): Promise<Row[]> {
  if (ids.length === 0 || reach.county(county) === null) return [];
  return database.readAtOnce(reach.scope, (tx) => rows.find(tx, reach, selection, county, ids));
}
