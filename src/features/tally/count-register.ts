import type { Database } from '../../platform/database/database.js';
import { WHOLE_REGISTER } from '../../platform/database/scope.js';
import { driftOf } from './recount.repository.js';
import { addToTallies } from './tally.repository.js';
import { completeStart, countedThrough, holdStart } from './tally-start.repository.js';

/**
 * 初次计数 · Counts a register that was there before tallies were kept, county by county in the order of their codes, each in a
 * transaction: a run that was cut off goes on after the last one. Of several processes one counts.
 *
 * @param counties  every county of the register
 * @returns whether every county is counted
 * @article 5.2
 */
export async function countRegister(
  database: Database,
  counties: readonly string[],
  now: () => Date,
  stopping?: AbortSignal,
): Promise<boolean> {
  const inOrder = counties.toSorted();
  for (;;) {
    if (stopping?.aborted) return false;
    const state = await database.write(WHOLE_REGISTER, (tx) => countNext(tx, inOrder, now));
    if (state !== 'GOES_ON') return state === 'COMPLETE';
  }
}

async function countNext(
  tx: Parameters<typeof driftOf>[0],
  counties: readonly string[],
  now: () => Date,
): Promise<'GOES_ON' | 'COMPLETE' | 'ELSEWHERE'> {
  const start = await holdStart(tx);
  if (start === null) return 'ELSEWHERE';
  if (start.isComplete) return 'COMPLETE';
  const next = counties.find((county) => start.countedThrough === null || county > start.countedThrough);
  if (next === undefined) {
    await completeStart(tx, now());
    return 'COMPLETE';
  }
  await addToTallies(tx, next, await driftOf(tx, next));
  await countedThrough(tx, next);
  return 'GOES_ON';
}
