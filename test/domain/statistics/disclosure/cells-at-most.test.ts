import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Cell, joined, KEY_SPACE, NO_CELL } from '../../../../src/domain/statistics/disclosure/cell.js';
import { cellsAtMost } from '../../../../src/domain/statistics/disclosure/cells-at-most.js';
import { DISCLOSURE_DEFAULTS } from '../../../../src/domain/statistics/disclosure/parameters.js';
import { showCell } from '../../../../src/domain/statistics/disclosure/show-cell.js';

const draw = (purpose: string, key: number): number =>
  createHmac('sha256', 'test').update(`${purpose}|${key}`).digest().readUIntBE(0, 6) / KEY_SPACE;
const publishing = { draw, parameters: DISCLOSURE_DEFAULTS };
const placeOf = (name: string, units: number): Cell =>
  Array.from({ length: units }, (_, at): Cell => ({ count: 1, key: draw(name, at) * KEY_SPACE })).reduce(
    joined,
    NO_CELL,
  );

describe('cellsAtMost', () => {
  it('is what the lists of values make possible, where there are units enough', () => {
    const places = [placeOf('a', 500), placeOf('b', 400)];
    expect(cellsAtMost({ all: 200, places: 2, ofUnit: 1 }, places, publishing)).toBe(200);
  });

  it('is as many as there are units, by what is shown of them, and as many times as one may be counted', () => {
    const places = [placeOf('c', 63)];
    const shown = showCell(places[0]!, publishing)!;
    expect(cellsAtMost({ all: 100_000, places: 1, ofUnit: 1 }, places, publishing)).toBe(shown);
    expect(cellsAtMost({ all: 100_000, places: 1, ofUnit: 9 }, places, publishing)).toBe(9 * shown);
    expect(cellsAtMost({ all: 100_000, places: 1, ofUnit: 1 }, [], publishing)).toBe(0);
  });

  it('is, of places that hold none, nothing: 3 counties of 3,000 with 10 cells each are 30, and what the shown ones leave of the units', () => {
    const places = ['d', 'e', 'f'].map((name) => placeOf(name, 200));
    const left = cellsAtMost({ all: 30_000, places: 3_000, ofUnit: 1 }, places, publishing) - 30;
    expect(left).toBeGreaterThanOrEqual(0);
    expect(left).toBeLessThanOrEqual(20);
    const small = Array.from({ length: 40 }, (_, at) => placeOf(`small ${at}`, 2));
    const most = cellsAtMost({ all: 30_000, places: 3_000, ofUnit: 1 }, [...places, ...small], publishing);
    expect(most).toBeGreaterThanOrEqual(30 + 80 - 20);
    expect(most).toBeLessThanOrEqual(30 + 80 + 20);
  });

  it('says nothing of small cells: who comes to a place that is not shown moves it no further than the whole that is shown', () => {
    const places = [placeOf('g', 300), placeOf('h', 3)];
    const more = [placeOf('g', 300), placeOf('h', 4)];
    const possible = { all: 1_000_000, places: 10, ofUnit: 1 };
    const told = [places, more].map((some) => showCell(some.reduce(joined, NO_CELL), publishing)!);
    expect([places, more].map((some) => cellsAtMost(possible, some, publishing))).toEqual(told);
  });
});
