import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, date } from '../../../src/domain/kernel/calendar-date.js';
import {
  publishedPeriods,
  publishScoresInParts,
  type ScoreCell,
} from '../../../src/domain/scorecard/publish-scores.js';
import { type Cell, joined, type KeyedDraw, NO_CELL } from '../../../src/domain/statistics/disclosure/cell.js';
import { DISCLOSURE_DEFAULTS } from '../../../src/domain/statistics/disclosure/parameters.js';
import { createSecretKey } from 'node:crypto';
import { createKeyedDraw } from '../../../src/platform/crypto/keyed-draw.js';
import { type Unit, unitsOf } from '../statistics/disclosure/an-analyst.js';

const draw: KeyedDraw = createKeyedDraw(createSecretKey(Buffer.alloc(32, 'scores')));
const publishing = { draw, parameters: DISCLOSURE_DEFAULTS };

function shownOf(cells: readonly ScoreCell[]) {
  const work = publishScoresInParts(cells, publishing);
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
}

describe('publishedPeriods', () => {
  it('are this year, the last, and the quarters of both that have begun, each whole', () => {
    expect(publishedPeriods(date('2023-02-01'))).toEqual([
      { from: '2023-01-01', to: '2023-12-31' },
      { from: '2022-01-01', to: '2022-12-31' },
      { from: '2023-01-01', to: '2023-03-31' },
      { from: '2022-01-01', to: '2022-03-31' },
      { from: '2022-04-01', to: '2022-06-30' },
      { from: '2022-07-01', to: '2022-09-30' },
      { from: '2022-10-01', to: '2022-12-31' },
    ]);
    const has = (day: string) => publishedPeriods(date(day)).some(({ from }) => from === '2023-04-01');
    expect([has('2023-03-31'), has('2023-04-01')]).toEqual([false, true]);
    expect(publishedPeriods(date('2023-12-31')).every(({ to }) => addDays(to, 1).endsWith('-01'))).toBe(true);
  });
});

/** The demonstration's own seed, and two others. */
describe.each([7, 11, 2_023])('threat 23 · published scorecards of the register of seed %i', (seed) => {
  let units: Unit[];
  beforeAll(() => {
    units = unitsOf(seed, 400);
  }, 120_000);
  const cellOf = (some: readonly Unit[]): Cell =>
    some.reduce<Cell>((all, { key }) => joined(all, { count: 1, key }), NO_CELL);
  const meets = (unit: Unit): boolean => unit.values['ill'] === true;
  const quarterOf = ({ key }: Unit): number => key % 4;
  const placeOf = (unit: Unit, level: 'county' | 'township'): string => String(unit.values[level]);
  /** The answer of an analyst for a level and some quarters. */
  const ask = (level: 'county' | 'township', quarters: readonly number[]) => {
    const own = units.filter((unit) => quarters.includes(quarterOf(unit)));
    const cells = [...new Set(own.map((unit) => placeOf(unit, 'township')))].map((township): ScoreCell => {
      const here = own.filter((unit) => placeOf(unit, 'township') === township);
      const place = level === 'township' ? township : township.slice(0, 6);
      return { figure: 'HELPED', place, units: cellOf(here), met: cellOf(here.filter(meets)) };
    });
    return shownOf(cells);
  };
  const count = (level: 'county' | 'township', place: string, quarters: readonly number[]): number =>
    ask(level, quarters).get(place)?.get('HELPED')?.counted ?? 0;
  const ALL = [0, 1, 2, 3];
  interface Target {
    readonly township: string;
    readonly quarter: number;
    readonly count: number;
  }
  const targets = (): Target[] => {
    const townships = [...new Set(units.map((unit) => placeOf(unit, 'township')))];
    const all = townships.flatMap((township) =>
      ALL.map((quarter) => {
        const own = units.filter((unit) => placeOf(unit, 'township') === township && quarterOf(unit) === quarter);
        return { township, quarter, count: own.length };
      }),
    );
    const small = all.filter((one) => one.count > 0 && one.count < 10);
    return small.filter((_, at) => at % Math.ceil(small.length / 60) === 0);
  };
  /** How many are told right, against always saying the most frequent small count. */
  function held(attack: (target: Target) => number): void {
    const all = targets();
    const chance = Math.max(...Array.from({ length: 9 }, (_, n) => all.filter((one) => one.count === n + 1).length));
    const right = all.filter((target) => attack(target) === target.count).length;
    expect(all.length).toBeGreaterThan(20);
    expect(right, `${right} of ${all.length}, ${chance} by chance`).toBeLessThanOrEqual(chance);
  }

  it('withstand subtraction between levels: a county less its other townships', () => {
    held(({ township, quarter }) => {
      const others = [...ask('township', [quarter])].filter(
        ([place]) => place.startsWith(township.slice(0, 6)) && place !== township,
      );
      const known = others.reduce((sum, [, figures]) => sum + (figures.get('HELPED')?.counted ?? 0), 0);
      return count('county', township.slice(0, 6), [quarter]) - known;
    });
  });

  it('withstand subtraction from period to period: a year less its other quarters', () => {
    held(({ township, quarter }) => {
      const others = ALL.filter((one) => one !== quarter);
      return (
        count('township', township, ALL) - others.reduce((sum, one) => sum + count('township', township, [one]), 0)
      );
    });
  });

  it('never say of everybody that they meet a figure, nor show less than 10', () => {
    for (const figures of ask('township', ALL).values())
      for (const { counted, met } of figures.values()) {
        expect(counted % 5).toBe(0);
        expect(counted).toBeGreaterThanOrEqual(10);
        expect(met).toBeLessThanOrEqual(counted);
      }
    const everybody = units.slice(0, 200);
    const cell = cellOf(everybody);
    const shown = shownOf([{ figure: 'HELPED', place: '430121', units: cell, met: cell }])
      .get('430121')!
      .get('HELPED')!;
    expect(shown.met).toBe(shown.counted - 10);
  });

  it('show the same units the same, in whatever figure', () => {
    const cell = cellOf(units.slice(0, 300));
    const shown = shownOf(
      (['MONITORED', 'HELPED', 'RESPONSIBILITY'] as const).map((figure) => ({
        ...{ figure, place: '430121', units: cell, met: NO_CELL },
      })),
    ).get('430121')!;
    expect(new Set([...shown.values()].map(({ counted }) => counted)).size).toBe(1);
  });
});
