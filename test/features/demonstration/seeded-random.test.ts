import { describe, expect, it } from 'vitest';
import { choiceAt, SeededRandom } from '../../../src/features/demonstration/seeded-random.js';

const draw = <T>(times: number, one: () => T): T[] => Array.from({ length: times }, one);

describe('SeededRandom', () => {
  it('gives the same numbers for the same seed, and others for 7/1 and 7/2', () => {
    const first = new SeededRandom('7/1');
    const again = new SeededRandom('7/1');
    const numbers = draw(5, () => first.integer(0, 999_999));
    expect(draw(5, () => again.integer(0, 999_999))).toEqual(numbers);
    const other = new SeededRandom('7/2');
    expect(draw(5, () => other.integer(0, 999_999))).not.toEqual(numbers);
  });

  it('begins with these numbers on every machine', () => {
    const random = new SeededRandom('7/1');
    expect(draw(4, () => random.integer(0, 999))).toEqual([311, 847, 668, 985]);
  });

  it('spreads 20,000 throws of a die evenly, from 1 to 6', () => {
    const random = new SeededRandom('die');
    const counts = new Map<number, number>();
    for (const face of draw(20_000, () => random.integer(1, 6))) counts.set(face, (counts.get(face) ?? 0) + 1);
    expect([...counts.keys()].sort()).toEqual([1, 2, 3, 4, 5, 6]);
    for (const count of counts.values()) expect(Math.abs(count - 20_000 / 6)).toBeLessThan(250);
  });

  it('has mean 0 and deviation 1 in 20,000 draws of the normal distribution, to 0.03', () => {
    const random = new SeededRandom('normal');
    const drawn = draw(20_000, () => random.normal());
    const mean = drawn.reduce((sum, one) => sum + one, 0) / drawn.length;
    const deviation = Math.sqrt(drawn.reduce((sum, one) => sum + (one - mean) ** 2, 0) / drawn.length);
    expect(mean).toBeCloseTo(0, 1);
    expect(Math.abs(deviation - 1)).toBeLessThan(0.03);
  });

  it('makes UUIDs of version 7 that hold the instant and differ', () => {
    const random = new SeededRandom('id');
    const at = '2023-11-30T02:00:00.123Z';
    const ids = draw(1_000, () => random.uuid(at));
    expect(new Set(ids).size).toBe(1_000);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const [high = '', low = ''] = (ids[0] ?? '').split('-');
    expect(new Date(Number.parseInt(high + low, 16)).toISOString()).toBe(at);
  });

  it('picks nothing from nothing', () => {
    expect(() => new SeededRandom('x').pick([])).toThrow('nothing to pick from');
  });
});

describe('choiceAt', () => {
  const choices = [
    ['a', 3],
    ['b', 1],
  ] as const;

  it('gives a to three quarters of the places and b to the last one', () => {
    expect([0, 0.7499, 0.75, 0.9999].map((place) => choiceAt(choices, place))).toEqual(['a', 'a', 'b', 'b']);
  });

  it('refuses a choice of nothing', () => {
    expect(() => choiceAt([], 0.5)).toThrow('nothing to choose from');
  });
});
