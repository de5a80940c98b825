import { describe, expect, it } from 'vitest';
import { inParts } from '../../src/platform/in-parts.js';

/** So many parts, each of which takes so long. */
function* aWork(partCount: number, milliseconds: number): Generator<undefined, string> {
  for (let part = 0; part < partCount; part += 1) {
    const until = performance.now() + milliseconds;
    while (performance.now() < until);
    yield;
  }
  return 'done';
}

describe('inParts', () => {
  it('lets others in after each part that takes long: 20 parts of 4 ms are 20 turns', async () => {
    let turns = 0;
    const others = (): Promise<void> => {
      turns += 1;
      return Promise.resolve();
    };
    expect(await inParts(aWork(20, 4), others)).toBe('done');
    expect(turns).toBe(20);
  });

  it('really lets others in: what was waiting runs before the work is through', async () => {
    const order: string[] = [];
    const work = inParts(aWork(5, 4)).then(() => order.push('work'));
    setImmediate(() => order.push('other'));
    await work;
    expect(order).toEqual(['other', 'work']);
  });

  it('takes no turn for work of a moment, and hands on what goes wrong', async () => {
    const never = (): Promise<never> => Promise.reject(new Error('a turn was taken'));
    expect(await inParts(aWork(1, 0), never)).toBe('done');
    const fails = (function* (): Generator<undefined, never> {
      yield;
      throw new Error('cut off');
    })();
    await expect(inParts(fails)).rejects.toThrow('cut off');
  });
});
