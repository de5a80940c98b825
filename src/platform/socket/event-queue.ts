/**
 * 事件队列 · What waits to be sent to one subscriber, in the order in which it came. What is about the same subject waits once: whoever
 * is told late is told how it stands then.
 *
 * @article none — technical
 */
export class EventQueue<T> implements AsyncIterableIterator<T> {
  private readonly waiting = new Map<string, T>();
  private wake: (() => void) | null = null;
  private ended = false;

  /**
   * @param most  subjects that may wait; one more ends the queue
   * @param onEnd  once, when nothing more is wanted or too much waits
   */
  constructor(
    private readonly most: number,
    private readonly onEnd: (overflown: boolean) => void,
  ) {}

  /** 放入 · Adds an event; a newer one takes the place of one that waits. */
  push(key: string, event: T): void {
    if (this.ended) return;
    this.waiting.set(key, event);
    if (this.waiting.size > this.most) this.end(true);
    this.wake?.();
  }

  async next(): Promise<IteratorResult<T>> {
    while (!this.ended) {
      const [first] = this.waiting;
      if (first !== undefined) {
        this.waiting.delete(first[0]);
        return { done: false, value: first[1] };
      }
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
      this.wake = null;
    }
    return { done: true, value: undefined };
  }

  /** 结束 · Nothing more is wanted; whoever waits for the next is told at once. */
  return(): Promise<IteratorResult<T>> {
    this.end(false);
    return Promise.resolve({ done: true, value: undefined });
  }

  throw(): Promise<IteratorResult<T>> {
    return this.return();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  private end(overflown: boolean): void {
    if (this.ended) return;
    this.ended = true;
    this.waiting.clear();
    this.wake?.();
    this.onEnd(overflown);
  }
}
