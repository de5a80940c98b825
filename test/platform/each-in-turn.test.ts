import { describe, expect, it } from 'vitest';
import { eachInTurn } from '../../src/platform/each-in-turn.js';

describe('each in turn', () => {
  it('does the second and third where the first of three fails, and tells of it at the end', async () => {
    const done: number[] = [];
    const work = async (one: number) => {
      if (one === 1) throw new Error('the first');
      done.push(one);
    };
    const thrown = await eachInTurn([1, 2, 3], 'some failed', work).catch((error: unknown) => error);
    expect(done).toEqual([2, 3]);
    expect(thrown).toMatchObject({ message: 'some failed', errors: [{ message: 'the first' }] });
  });

  it('does none after it was told to stop', async () => {
    const stopping = new AbortController();
    const done: number[] = [];
    await eachInTurn(
      [1, 2, 3],
      'some failed',
      async (one) => {
        done.push(one);
        if (one === 2) stopping.abort();
      },
      stopping.signal,
    );
    expect(done).toEqual([1, 2]);
  });
});
