import type { Transaction } from './database.js';

/**
 * 散列连接 · Lets the statements of the transaction that come after it join by hashing, for those that count over many rows of two tables:
 * row-level security hides from the planner how many rows there are, and a nested loop over two counties takes minutes.
 *
 * @article none — technical
 */
export async function hashJoins(tx: Transaction): Promise<void> {
  const loops = tx.text('SET LOCAL enable_nestloop = off', []);
  // A loop that cannot be avoided is reckoned as endless then, and would be compiled for seconds.
  await Promise.all([loops, tx.text('SET LOCAL jit = off', [])]);
}
