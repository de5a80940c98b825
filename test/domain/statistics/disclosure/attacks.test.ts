import { beforeAll, describe, expect, it } from 'vitest';
import type { BaseCell } from '../../../../src/domain/statistics/disclosure/base-cell.js';
import type { AttributeValue, CellSelection } from '../../../../src/domain/statistics/disclosure/selection.js';
import { among, ask, count, trueCells, type Unit, unitsOf } from './an-analyst.js';

/** The demonstration's own seed, and two others. */
const SEEDS = [7, 11, 2_023];
/** Of their own; there are some 1,080 with those like them. */
const HOUSEHOLDS = 400;
const TABLES = [
  ['township', 'formerStatus'],
  ['county', 'category'],
  ['county', 'size'],
  ['county', 'status'],
  ['township', 'status'],
  ['county', 'channel', 'formerStatus'],
] as const;

interface Target {
  readonly dimensions: readonly string[];
  readonly cell: BaseCell;
}

/** An attack's guess at each target; null where it has none to make. */
type Attack = (target: Target) => number | null;

const exactly = ({ dimensions, cell }: Target): CellSelection => ({
  all: dimensions.map((name) => among(name, [cell.values[name] ?? null])),
});
const not = (selection: CellSelection): CellSelection => ({ not: selection });
const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const isSame = (one: object, other: object): boolean => JSON.stringify(one) === JSON.stringify(other);

describe.each(SEEDS)('threat 23 · published figures of the register of seed %i', (seed) => {
  let units: Unit[];
  let targets: Target[];
  beforeAll(() => {
    units = unitsOf(seed, HOUSEHOLDS);
    targets = TABLES.flatMap((dimensions) =>
      trueCells(units, dimensions)
        .filter(({ count: n }) => n > 0 && n < 10)
        .map((cell) => ({ dimensions, cell })),
    );
    // Sixty are plenty, of every table alike.
    targets = targets.filter((_, at, all) => at % Math.ceil(all.length / 60) === 0);
  }, 120_000);

  /** How many are told right, against always saying the most frequent small count. */
  function held(attack: Attack): void {
    const frequency = (n: number): number => targets.filter(({ cell }) => cell.count === n).length;
    const chance = Math.max(...Array.from({ length: 9 }, (_, at) => frequency(at + 1))) / targets.length;
    const right = targets.filter((target) => attack(target) === target.cell.count).length;
    expect(targets.length).toBeGreaterThan(30);
    expect(right / targets.length, `${right} of ${targets.length}, ${chance} by chance`).toBeLessThanOrEqual(chance);
  }

  it('withstand looking: no small cell is shown as it is', () => {
    held(
      ({ dimensions, cell }) =>
        ask(units, dimensions).find(({ values }) => isSame(values, cell.values))?.figures['n'] ?? null,
    );
  });

  it('withstand subtraction: the rows shown from the row above them', () => {
    held(({ dimensions, cell }) => {
      const above = dimensions.slice(0, -1);
      const values = Object.fromEntries(above.map((name) => [name, cell.values[name] ?? null]));
      const whole = ask(units, above).find((row) => isSame(row.values, values))?.figures['n'] ?? 0;
      const others = ask(units, dimensions).filter(
        (row) => above.every((name) => row.values[name] === cell.values[name]) && !isSame(row.values, cell.values),
      );
      return whole - sumOf(others.map(({ figures }) => figures['n'] ?? 0));
    });
  });

  it('withstand NOT: all but the cell from all', () => {
    held((target) => count(units) - count(units, not(exactly(target))));
  });

  it('withstand IN-lists: a list with the value from the list without it', () => {
    held((target) => {
      const name = target.dimensions.at(-1)!;
      const own = target.cell.values[name] ?? null;
      const rest = target.dimensions.slice(0, -1).map((other) => among(other, [target.cell.values[other] ?? null]));
      const values = [...new Set(units.map((unit) => unit.values[name] ?? null))];
      const list = (of: typeof values): CellSelection => ({ all: [...rest, among(name, of)] });
      return count(units, list(values)) - count(units, list(values.filter((value) => value !== own)));
    });
  });

  it('withstand geography: a county from its townships', () => {
    held(({ dimensions, cell }) => {
      if (dimensions[0] !== 'township') return null;
      const name = dimensions[1]!;
      const county = String(cell.values['township']).slice(0, 6);
      const picked = among(name, [cell.values[name] ?? null]);
      const whole = ask(units, ['county'], picked).find(({ values }) => values['county'] === county)?.figures['n'] ?? 0;
      const others = ask(units, ['township'], picked).filter(
        ({ values }) => String(values['township']).startsWith(county) && values['township'] !== cell.values['township'],
      );
      return whole - sumOf(others.map(({ figures }) => figures['n'] ?? 0));
    });
  });

  it('withstand averaging: the same question often, and the cell out of every greater one', () => {
    held((target) => {
      const once = count(units, exactly(target));
      for (let time = 0; time < 5; time += 1) expect(count(units, exactly(target))).toBe(once);
      const guesses = ['size', 'formerStatus', 'resettled', 'channel']
        .filter((name) => !target.dimensions.includes(name))
        .map((name) => {
          const of = [...new Set(units.map((unit) => unit.values[name] ?? null))];
          const whole = (selection: CellSelection): number =>
            sumOf(of.map((value) => count(units, { all: [among(name, [value]), selection] })));
          return whole({ all: [] }) - whole(not(exactly(target)));
        });
      return Math.round(sumOf(guesses) / guesses.length);
    });
  });

  it('withstand collusion: two analysts of other places are told the same of the same households, and learn no more together', () => {
    const county = String(units[0]!.values['county']);
    const own = units.filter(({ values }) => values['county'] === county);
    for (const dimensions of [['county'], ['county', 'formerStatus'], ['township']] as const) {
      const wide = ask(units, dimensions).filter(({ values }) =>
        Object.values(values).some((value) => String(value).startsWith(county)),
      );
      expect(ask(own, dimensions)).toEqual(wide);
    }
    held((target) => {
      if (target.cell.values['county'] !== county) return null;
      const rest = units.filter(({ values }) => values['county'] !== county);
      return count(units) - count(rest) - count(own, not(exactly(target)));
    });
  });

  it('withstand whoever looks from period to period: figures move by whole steps, and not by the household that came (threat 24)', () => {
    held((target) => {
      const without = units.filter(
        ({ values }) => !target.dimensions.every((name) => values[name] === target.cell.values[name]),
      );
      return count(units) - count(without);
    });
    let unmoved = 0;
    for (const leaving of units.slice(0, 60)) {
      const after = units.filter((unit) => unit !== leaving);
      const moved = Math.abs(count(units) - count(after));
      expect(moved % 5).toBe(0);
      unmoved += Number(moved === 0);
    }
    expect(unmoved).toBeLessThan(45);
  });

  it('withstand the zero oracle: what is absent is not shown, and neither is what is small', () => {
    for (const dimensions of TABLES) {
      const shown = ask(units, dimensions);
      const truth = trueCells(units, dimensions);
      for (const { figures } of shown) expect(figures['n']).toBeGreaterThanOrEqual(10);
      const small = truth.filter(({ count: n }) => n < 5);
      expect(small.filter(({ values }) => shown.some((row) => isSame(row.values, values)))).toEqual([]);
    }
    expect(ask(units, [], among('status', ['NEVER_SEEN']))).toEqual([]);
  });

  it('withstand the zero oracle by unions: beside forty decoys nobody tells whether a cell of up to four is empty', () => {
    const dimensions = ['township', 'size', 'ill'];
    const small = trueCells(units, dimensions).filter(({ count: n }) => n < 5);
    expect(small.length).toBeGreaterThan(20);
    const sizes = [1, 2, 3, 4, 5, 6, 7, 8];
    const decoys = sizes.flatMap((one) => sizes.filter((other) => other > one).map((other) => [one, other]));
    for (const { values } of small.slice(0, 20)) {
      const beside = (decoy: readonly number[], size: AttributeValue): CellSelection => ({
        all: [
          among('township', [values['township'] ?? null]),
          { any: [among('size', decoy), { all: [among('size', [size]), among('ill', [values['ill'] ?? null])] }] },
        ],
      });
      for (const decoy of decoys.filter((pair) => !pair.includes(Number(values['size'])))) {
        const [with_, without_] = [beside(decoy, values['size'] ?? null), beside(decoy, 99)];
        expect(ask(units, [], with_)).toEqual(ask(units, [], without_));
      }
    }
  });

  it('withstand the group of which all are the same: no row tells of everybody in a township', () => {
    const dimensions = ['township', 'resettled'];
    const groups = trueCells(units, ['township']);
    const full = trueCells(units, dimensions).filter(({ values, count: n }) =>
      groups.some((group) => group.values['township'] === values['township'] && group.count === n),
    );
    const shown = ask(units, dimensions);
    expect(full.filter(({ values }) => shown.some((row) => isSame(row.values, values)))).toEqual([]);
    const one = full.find(({ count: n }) => n >= 20);
    if (one === undefined) return;
    expect(
      ask(units, ['township'], among('resettled', [one.values['resettled'] ?? null])).some(
        (row) => row.values['township'] === one.values['township'],
      ),
    ).toBe(false);
  });

  it('withstand sums: an income cannot be taken from two sums that differ by one household', () => {
    const near = units.slice(0, 100).filter((unit) => {
      const all = ask(units, [])[0]!.figures['sum']!;
      const rest = ask(
        units.filter((other) => other !== unit),
        [],
      )[0]!.figures['sum']!;
      return Math.abs(all - rest - unit.income) < unit.income * 0.1;
    });
    expect(near.length).toBeLessThan(8);
  });

  it('withstand dominance: what one household makes up most of is withheld', () => {
    const rich = units.slice(0, 12).map((unit, at) => ({ ...unit, income: at === 0 ? 90_000_000 : 600_000 }));
    expect(ask(rich, [])[0]?.figures ?? { mean: null, sum: null }).toMatchObject({ mean: null, sum: null });
  });

  it('are near the truth where it is great: counts of 1,000 and more are off by under 1 %, means by under 2 %', () => {
    const whole = trueCells(units, [])[0]!;
    const [row] = ask(units, []);
    expect(Math.abs(row!.figures['n']! - whole.count) / whole.count).toBeLessThan(0.01);
    const mean = sumOf(units.map(({ income }) => income)) / units.length;
    expect(Math.abs(row!.figures['mean']! - mean) / mean).toBeLessThan(0.02);
    for (const cell of trueCells(units, ['formerStatus']).filter(({ count: n }) => n >= 1_000)) {
      const own = ask(units, ['formerStatus']).find(({ values }) => isSame(values, cell.values))!;
      expect(Math.abs(own.figures['n']! - cell.count) / cell.count).toBeLessThan(0.01);
    }
  });

  it('are the same for filters that say the same in other words', () => {
    const ill = among('ill', [true]);
    const general = among('formerStatus', ['GENERAL']);
    const once = count(units, { all: [ill, general] });
    const otherwise: CellSelection[] = [
      { all: [general, ill, ill] },
      not({ any: [not(ill), not(general)] }),
      { any: [{ all: [ill, general] }, { all: [general, not(general)] }] },
      { all: [ill, general, { any: [among('size', [3]), not(among('size', [3]))] }] },
    ];
    for (const selection of otherwise) expect(count(units, selection)).toBe(once);
    expect(count(units, { any: [among('status', ['MONITORED']), among('status', ['WITHDRAWN'])] })).toBe(
      count(units, among('status', ['WITHDRAWN', 'MONITORED'])),
    );
  });
});
