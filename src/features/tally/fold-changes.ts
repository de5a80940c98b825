import type { Database } from '../../platform/database/database.js';
import { WHOLE_REGISTER } from '../../platform/database/scope.js';
import { holdChanges, removeChanges, sumsOfChanges, waitingCounties } from './fold.repository.js';
import { addToTallies } from './tally.repository.js';

/** Changes of one transaction. */
const BATCH = 5_000;

/**
 * 折算变动 · Folds the changes that wait into the tallies of their counties and provinces, a transaction a batch of one county.
 * Figures are the same before and after: what waits is counted beside the tallies. Several processes may fold at once, since each
 * holds the changes that it folds.
 *
 * @returns how many were folded
 * @article 5.2
 */
export async function foldChanges(
  database: Database,
  counties: readonly string[],
  stopping?: AbortSignal,
): Promise<number> {
  let folded = 0;
  for (const county of await database.read(WHOLE_REGISTER, (tx) => waitingCounties(tx, counties))) {
    for (let some = BATCH; some === BATCH && !stopping?.aborted; folded += some)
      some = await foldBatch(database, county);
  }
  return folded;
}

function foldBatch(database: Database, county: string): Promise<number> {
  return database.write(WHOLE_REGISTER, async (tx) => {
    const ids = await holdChanges(tx, county, BATCH);
    if (ids.length === 0) return 0;
    await addToTallies(tx, county, await sumsOfChanges(tx, county, ids));
    await removeChanges(tx, county, ids);
    return ids.length;
  });
}
