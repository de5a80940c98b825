import { setImmediate as otherWork } from 'node:timers/promises';

/** A part is short; several of them are done in a row, so that a table of a few cells takes no turn at all. */
const MOST_MS = 3;

/**
 * 分段执行 · Does the parts of some work one after the other and lets whatever else is to be done come in between, so that nobody who
 * asks for something else waits longer than a few milliseconds.
 *
 * @param work  does the next part each time it is asked, and ends with the result
 * @param others  waits until everything else has had its turn
 * @article none — technical
 */
export async function inParts<T>(work: Iterator<undefined, T>, others: () => Promise<unknown> = otherWork): Promise<T> {
  let since = performance.now();
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
    if (performance.now() - since < MOST_MS) continue;
    await others();
    since = performance.now();
  }
}
