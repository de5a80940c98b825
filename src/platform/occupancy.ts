/** 占用 · How many of something each has at the moment; whoever has none is forgotten. @article none — technical */
export class Occupancy {
  private readonly counts = new Map<string, number>();

  of(key: string): number {
    return this.counts.get(key) ?? 0;
  }

  all(): number {
    return [...this.counts.values()].reduce((sum, count) => sum + count, 0);
  }

  add(key: string): void {
    this.counts.set(key, this.of(key) + 1);
  }

  takeAway(key: string): void {
    const left = this.of(key) - 1;
    if (left > 0) this.counts.set(key, left);
    else this.counts.delete(key);
  }
}
