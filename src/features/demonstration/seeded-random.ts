const TWO_POW_32 = 2 ** 32;
/** Sixteen bits as four digits: identifiers are made by the ten thousand. */
const HEX: readonly string[] = Array.from({ length: 65_536 }, (_, word) => word.toString(16).padStart(4, '0'));

/**
 * 有种子的随机数 · The same seed gives the same numbers on every machine: sfc32, seeded by a hash of a text.
 *
 * For synthetic data only; nothing secret may come from it.
 *
 * @article none — technical
 * @example new SeededRandom('7/1').integer(1, 6) // the same face each time
 */
export class SeededRandom {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  constructor(seed: string) {
    [this.#a, this.#b, this.#c] = hashOf(seed);
    for (let warm = 0; warm < 12; warm += 1) this.#next32();
  }

  /** 小数 · At least 0, less than 1. */
  fraction(): number {
    return this.#next32() / TWO_POW_32;
  }

  /** 整数 · From `least` to `most`, both included. */
  integer(least: number, most: number): number {
    return least + Math.floor(this.fraction() * (most - least + 1));
  }

  /** 是否 · True in this share of cases. */
  chance(share: number): boolean {
    return this.fraction() < share;
  }

  /** 任取其一 · One element of a list. @throws RangeError when it is empty */
  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new RangeError('nothing to pick from');
    return list[this.integer(0, list.length - 1)]!;
  }

  /** 按权取一 · One value by its weight. */
  weighted<T>(choices: readonly (readonly [value: T, weight: number])[]): T {
    return choiceAt(choices, this.fraction());
  }

  /** 正态 · From the standard normal distribution. */
  normal(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.fraction()));
    return radius * Math.cos(2 * Math.PI * this.fraction());
  }

  /** 十六进制 · So many hexadecimal digits. */
  hex(digits: number): string {
    let text = '';
    while (text.length < digits) text += this.#hex8();
    return text.slice(0, digits);
  }

  /** 标识 · A version 7 UUID of an instant, so that rows are in the order of their time. @param at  RFC 3339 */
  uuid(at: string): string {
    const time = Date.parse(at);
    const [upper, lower] = [Math.floor(time / 65_536), time % 65_536];
    const first = this.#next32();
    // Four digits each: the version and twelve bits, the variant and fourteen.
    const versioned = HEX[0x7000 | (first >>> 20)];
    const varied = HEX[0x8000 | (first & 0x3fff)];
    const last = this.#next32();
    return `${HEX[upper >>> 16]}${HEX[upper & 0xffff]}-${HEX[lower]}-${versioned}-${varied}-${HEX[last >>> 16]}${this.#hex8()}`;
  }

  #hex8(): string {
    const word = this.#next32();
    return `${HEX[word >>> 16]}${HEX[word & 0xffff]}`;
  }

  #next32(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }
}

/**
 * 按份取一 · The value whose share of the whole a place falls into.
 *
 * @param place  at least 0, less than 1
 * @throws RangeError when there is no choice
 * @article none — technical
 * @example choiceAt([['a', 3], ['b', 1]], 0.8) // 'b'
 */
export function choiceAt<T>(choices: readonly (readonly [value: T, weight: number])[], place: number): T {
  const whole = choices.reduce((sum, [, weight]) => sum + weight, 0);
  let left = place * whole;
  for (const [value, weight] of choices) {
    left -= weight;
    if (left < 0) return value;
  }
  const last = choices.at(-1);
  if (last === undefined) throw new RangeError('nothing to choose from');
  return last[0];
}

/** cyrb-style mixing of a text into three words. */
function hashOf(text: string): [number, number, number] {
  let [a, b, c] = [1779033703, 3144134277, 1013904242];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    a = b ^ Math.imul(a ^ code, 597399067);
    b = c ^ Math.imul(b ^ code, 2869860233);
    c = a ^ Math.imul(c ^ code, 951274213);
  }
  return [
    Math.imul(c ^ (a >>> 18), 597399067),
    Math.imul(a ^ (b >>> 22), 2869860233),
    Math.imul(b ^ (c >>> 17), 951274213),
  ];
}
