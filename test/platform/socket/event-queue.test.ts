import { describe, expect, it } from 'vitest';
import { EventQueue } from '../../../src/platform/socket/event-queue.js';

describe('the queue of a subscriber', () => {
  it('gives what came in its order, and what is about the same subject once, as it was last', async () => {
    const queue = new EventQueue<number>(10, () => undefined);
    queue.push('a', 1);
    queue.push('b', 2);
    queue.push('a', 3);
    expect([await queue.next(), await queue.next()].map(({ value }) => value)).toEqual([3, 2]);
  });

  it('wakes whoever waits, with an event or with the end', async () => {
    const queue = new EventQueue<number>(10, () => undefined);
    const first = queue.next();
    queue.push('a', 1);
    expect(await first).toEqual({ done: false, value: 1 });
    const second = queue.next();
    await queue.return();
    expect(await second).toEqual({ done: true, value: undefined });
  });

  it('takes 2 subjects and ends with the third, once', async () => {
    const ends: boolean[] = [];
    const queue = new EventQueue<number>(2, (overflown) => ends.push(overflown));
    queue.push('a', 1);
    queue.push('b', 2);
    expect(ends).toEqual([]);
    queue.push('c', 3);
    await queue.return();
    expect(ends).toEqual([true]);
    expect((await queue.next()).done).toBe(true);
  });
});
