/**
 * 逐一处理 · Does something for each of some, one after the other: what fails for one keeps none of the others from it.
 *
 * @param failure  what the error says that tells of all that failed: `some counties were not told`
 * @param stopping  ends it before the next
 * @throws AggregateError with what failed, after the others are through
 * @article none — technical
 */
export async function eachInTurn<T>(
  all: Iterable<T>,
  failure: string,
  work: (one: T) => Promise<unknown>,
  stopping?: AbortSignal,
): Promise<void> {
  const faults: unknown[] = [];
  for (const one of all) {
    if (stopping?.aborted === true) break;
    try {
      await work(one);
    } catch (fault) {
      faults.push(fault);
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, failure);
}
