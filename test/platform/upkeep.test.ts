import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Logger } from '../../src/platform/logging/logger.js';
import { Upkeep } from '../../src/platform/upkeep.js';

describe('what comes round while the server runs', () => {
  const error = vi.fn();
  let upkeep: Upkeep;

  beforeEach(() => {
    vi.useFakeTimers();
    error.mockClear();
    upkeep = new Upkeep({ error } as unknown as Logger);
  });
  afterEach(() => vi.useRealTimers());

  it('comes every minute, and at the start only where it says so', async () => {
    const [early, later] = [vi.fn(async () => undefined), vi.fn(async () => undefined)];
    upkeep.every({ failure: 'early', everyMs: 60_000, atStart: true, work: early });
    upkeep.every({ failure: 'later', everyMs: 60_000, work: later });
    expect([early.mock.calls.length, later.mock.calls.length]).toEqual([1, 0]);
    await vi.advanceTimersByTimeAsync(120_000);
    expect([early.mock.calls.length, later.mock.calls.length]).toEqual([3, 2]);
  });

  it('logs a round that failed, by its name, and comes again', async () => {
    const work = vi.fn(() => Promise.reject(new Error('no database')));
    upkeep.every({ failure: 'the chains were not anchored', everyMs: 1000, work });
    await vi.advanceTimersByTimeAsync(2000);
    expect(work).toHaveBeenCalledTimes(2);
    expect(error).toHaveBeenCalledWith(expect.anything(), 'the chains were not anchored');
  });

  it('begins no second turn beside one that is under way, and waits for it when it stops', async () => {
    let finish: () => void = () => undefined;
    const work = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)));
    upkeep.every({ failure: 'slow', everyMs: 1000, work });
    await vi.advanceTimersByTimeAsync(5000);
    expect(work).toHaveBeenCalledTimes(1);
    let stopped = false;
    const stopping = upkeep.stop().then(() => (stopped = true));
    await vi.advanceTimersByTimeAsync(0);
    expect(stopped).toBe(false);
    finish();
    await stopping;
    await vi.advanceTimersByTimeAsync(5000);
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('tells what is under way that the server stops, and waits no longer than 5 s', async () => {
    let told: AbortSignal | undefined;
    upkeep.every({
      failure: 'endless',
      everyMs: 1000,
      atStart: true,
      work: (stopping) => {
        told = stopping;
        return new Promise(() => undefined);
      },
    });
    expect(told?.aborted).toBe(false);
    const stopping = upkeep.stop();
    expect(told?.aborted).toBe(true);
    await vi.advanceTimersByTimeAsync(5000);
    await stopping;
  });
});
