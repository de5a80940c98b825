/** Numbers that a sequence was made with, read one after the other; the same ones give the same act. */
export class Dice {
  #next = 0;

  constructor(private readonly numbers: readonly number[]) {}

  /** From 0 to `sides` - 1. */
  roll(sides: number): number {
    const number = this.numbers[this.#next % this.numbers.length] ?? 0;
    this.#next += 1;
    return number % sides;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.roll(list.length)] as T;
  }

  /** Whether one in `sides` comes up. */
  oneIn(sides: number): boolean {
    return this.roll(sides) === sides - 1;
  }
}
