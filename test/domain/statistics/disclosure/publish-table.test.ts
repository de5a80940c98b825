import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { BaseCell } from '../../../../src/domain/statistics/disclosure/base-cell.js';
import { type Cell, joined, KEY_SPACE, NO_CELL } from '../../../../src/domain/statistics/disclosure/cell.js';
import { DISCLOSURE_DEFAULTS } from '../../../../src/domain/statistics/disclosure/parameters.js';
import { publishTable, publishTableInParts } from '../../../../src/domain/statistics/disclosure/publish-table.js';
import { attributesOf, type CellSelection } from '../../../../src/domain/statistics/disclosure/selection.js';
import { measure } from '../../../../src/domain/statistics/definition.js';

const draw = (purpose: string, key: number): number =>
  createHmac('sha256', 'test').update(`${purpose}|${key}`).digest().readUIntBE(0, 6) / KEY_SPACE;
const CASES = measure('cases', ['档案', 'Cases'], '', null, ['CASES', 'COUNT']);
const RELAPSED = measure('relapsed', ['返贫', 'Relapsed'], '', null, ['CASES', 'COUNT_IF']);

/** A county of so many cases, of which so many are relapses. */
function aCounty(name: string, cases: number, relapsed: number): BaseCell {
  const units = Array.from({ length: cases }, (_, at): Cell => ({ count: 1, key: draw(name, at) * KEY_SPACE }));
  const together = (some: readonly Cell[]): Cell => some.reduce(joined, NO_CELL);
  const whole = together(units);
  return { ...whole, values: { county: name }, measured: { n: whole, r: together(units.slice(0, relapsed)) } };
}

const shown = (cell: BaseCell) =>
  publishTable(
    [cell],
    {
      dimensions: ['county'],
      open: new Set(['county']),
      measures: [
        { slot: 'n', definition: CASES },
        { slot: 'r', definition: RELAPSED },
      ],
      selection: null,
      filteredBy: [],
    },
    { draw, parameters: DISCLOSURE_DEFAULTS },
  )[0]?.figures;

describe('a measure that says of some units what they are', () => {
  it('never says it of everybody in a row: of 20 cases that are all relapses ten are left out at least', () => {
    for (let at = 0; at < 100; at += 1) {
      const { n, r } = shown(aCounty(`a${at}`, 20, 20)) ?? { n: 20, r: 0 };
      expect(r).toBeLessThanOrEqual(n! - 10);
    }
  });

  it('never says it of everybody by chance of the draws either: where 6 of 40 are otherwise five are left out at least', () => {
    for (let at = 0; at < 300; at += 1) {
      const { n, r } = shown(aCounty(`c${at}`, 40, 34)) ?? { n: 40, r: 0 };
      expect(r).toBeLessThanOrEqual(n! - 5);
    }
  });

  it('says it as it is published where enough are otherwise: 60 of 100 come out between 50 and 70', () => {
    for (let at = 0; at < 100; at += 1) {
      const { r } = shown(aCounty(`b${at}`, 100, 60))!;
      expect(r).toBeGreaterThanOrEqual(50);
      expect(r).toBeLessThanOrEqual(70);
    }
  });
});

describe('an amount of those of a row who have a value', () => {
  const MEDIAN = measure('days', ['用时', 'Days'], '', null, ['DAYS', 'MEDIAN']);
  const MEAN = measure('income', ['收入', 'Income'], '', null, ['YUAN', 'MEAN']);
  const LABOURERS = measure('labourers', ['劳动力', 'Labourers'], '', null, ['PERSONS', 'SUM']);
  const units = (name: string, from: number, to: number): Cell =>
    Array.from({ length: to - from }, (_, at): Cell => ({ count: 1, key: draw(name, from + at) * KEY_SPACE })).reduce(
      joined,
      NO_CELL,
    );
  /** Eighty, of whom the first so many have a value of 100 each. */
  const row = (name: string, valued: number) => {
    const some = units(name, 0, valued);
    const cell = {
      ...units(name, 0, 80),
      values: {},
      measured: {
        d: { ...some, median: 100 },
        i: { ...some, sum: valued * 100_000, largest: 100_000 },
        l: { ...units(name, 0, 80), sum: valued, largest: 1 },
      },
    };
    const measures = [
      { slot: 'd', definition: MEDIAN },
      { slot: 'i', definition: MEAN },
      { slot: 'l', definition: LABOURERS },
    ];
    const question = { dimensions: [], open: new Set<string>(), measures, selection: null, filteredBy: [] };
    return publishTable([cell], question, { draw, parameters: DISCLOSURE_DEFAULTS })[0]!.figures;
  };

  it('is withheld where they are few, however many are in the row: of 80 of which four have one it would be theirs', () => {
    for (let at = 0; at < 60; at += 1) expect(row(`few ${at}`, 4)).toMatchObject({ d: null, i: null });
  });

  it('is shown where they are many: a median of 60, a mean of 25', () => {
    for (let at = 0; at < 60; at += 1) {
      expect(row(`many ${at}`, 60)['d']).toBe(100);
      expect(row(`some ${at}`, 25)).toMatchObject({ d: null, i: expect.any(Number) });
    }
  });

  it('counts persons in fives from ten on: seven labourers of 80 households are not told from six or none', () => {
    for (let at = 0; at < 60; at += 1) {
      expect([0, 10]).toContain(row(`persons ${at}`, 7)['l']);
      expect((row(`persons ${at}`, 48)['l'] ?? 1) % 5).toBe(0);
    }
  });
});

describe('a row along a dimension of which a unit may have several values', () => {
  const unit = (name: string, from: number, to: number): Cell =>
    Array.from({ length: to - from }, (_, at): Cell => ({ count: 1, key: draw(name, from + at) * KEY_SPACE })).reduce(
      joined,
      NO_CELL,
    );
  /** Sixty cases: so many are of illness, and thirty of disaster too, which comes first. */
  const rows = (name: string, ill: number) => {
    const first = { DISASTER: unit(name, 0, 30), ILLNESS: unit(name, 30, ill), NONE: unit(name, ill, 60) };
    const own = { ...first, ILLNESS: unit(name, 0, ill) };
    const cells = (['DISASTER', 'ILLNESS', 'NONE'] as const)
      .filter((value) => own[value].count > 0)
      .map(
        (value): BaseCell => ({
          ...own[value],
          values: { risk: value },
          measured: { n: own[value] },
          firsts: { risk: first[value] },
        }),
      );
    const measures = [{ slot: 'n', definition: CASES }];
    const question = { dimensions: ['risk'], open: new Set<string>(), measures, selection: null, filteredBy: [] };
    return publishTable(cells, question, { draw, parameters: DISCLOSURE_DEFAULTS }).map(({ values }) => values['risk']);
  };

  it('is withheld where all or nearly all have the value, though others stand in other rows again', () => {
    for (let at = 0; at < 60; at += 1)
      for (const ill of [60, 57]) expect(rows(`all ${at} ${ill}`, ill)).not.toContain('ILLNESS');
  });

  it('is shown where enough have it not', () => {
    for (let at = 0; at < 60; at += 1) expect(rows(`not all ${at}`, 40)).toContain('ILLNESS');
  });
});

describe('units of which several may be of one household', () => {
  it('are shown of enough households only: forty measures of four households are not', () => {
    const shownOf = (name: string, households: number) => {
      const owners = { count: households, key: draw(name, 1) * KEY_SPACE };
      return shown({ ...aCounty(name, 40, 20), owners });
    };
    for (let at = 0; at < 60; at += 1) {
      expect(shownOf(`four ${at}`, 4)).toBeUndefined();
      expect(shownOf(`twenty ${at}`, 20)).toMatchObject({ n: expect.any(Number) });
    }
  });

  const HOUSEHOLDS = measure('households', ['户数', 'Households'], '', null, ['HOUSEHOLDS', 'DISTINCT']);
  /** Cases and households as they are shown, of so many households, of which the first so many have a second case. */
  const both = (name: string, households: number, twice: number) => {
    const own = Array.from({ length: households }, (_, at): Cell => ({ count: 1, key: draw(name, at) * KEY_SPACE }));
    const [owners, units] = [own, [...own, ...own.slice(0, twice)]].map((some) => some.reduce(joined, NO_CELL));
    const measures = [
      { slot: 'n', definition: CASES },
      { slot: 'h', definition: HOUSEHOLDS },
    ];
    const question = { dimensions: [], open: new Set<string>(), measures, selection: null, filteredBy: [] };
    const cell = { ...units!, values: {}, measured: { h: owners! } };
    return publishTable([cell], question, { draw, parameters: DISCLOSURE_DEFAULTS })[0]!.figures;
  };

  it('are told as many households as units where none or up to four have a second: two draws would be averaged, and a difference would tell that somebody has one', () => {
    for (const twice of [0, 1, 4])
      for (let at = 0; at < 60; at += 1) {
        const { n, h } = both(`some ${at}`, 30, twice);
        expect(h, `${at}: ${twice} twice`).toBe(n);
      }
  });

  it('are told of their households where enough have a second: 80 of 50 households are 45 to 55', () => {
    for (let at = 0; at < 60; at += 1) {
      const { n, h } = both(`many ${at}`, 50, 30);
      expect(n).toBeGreaterThanOrEqual(75);
      expect(h).toBeGreaterThanOrEqual(45);
      expect(h).toBeLessThanOrEqual(55);
    }
  });
});

describe('publishTableInParts', () => {
  const cells = Array.from({ length: 10_000 }, (_, at): BaseCell => {
    const cell = { count: 20 + (at % 50), key: (at * 7_919_777_777) % KEY_SPACE };
    return { ...cell, values: { county: String(at % 100), status: String(at) }, measured: { n: cell } };
  });
  const question = {
    dimensions: ['county', 'status'],
    open: new Set(['county']),
    measures: [{ slot: 'n', definition: CASES }],
    selection: null,
    filteredBy: [],
  };
  const publishing = { draw, parameters: DISCLOSURE_DEFAULTS };

  it('pauses at least every 200 cells of 10,000, and looks at no more of them in one part than in another', () => {
    let pauses = 0;
    let drawn = 0;
    let most = 0;
    const counting: typeof draw = (purpose, key) => {
      drawn += 1;
      return draw(purpose, key);
    };
    const work = publishTableInParts(cells, question, { ...publishing, draw: counting });
    for (;;) {
      drawn = 0;
      const { done, value } = work.next();
      most = Math.max(most, drawn);
      if (done === true) {
        expect(value).toEqual(publishTable(cells, question, publishing));
        break;
      }
      pauses += 1;
    }
    // Choosing, the groups that rows are parts of, the rows themselves: each goes through all cells.
    expect(pauses).toBeGreaterThanOrEqual(3 * (10_000 / 200));
    expect(most).toBeLessThanOrEqual(2 * 200);
  });
});

describe('a filter by what the rows are told by', () => {
  const STATUS = 'status';
  const cellsOf = (counts: Readonly<Record<string, readonly [one: number, two: number]>>): BaseCell[] =>
    Object.entries(counts).flatMap(([status, byKind]) =>
      byKind.map((count, kind): BaseCell => {
        const units = Array.from(
          { length: count },
          (_, at): Cell => ({
            count: 1,
            key: draw(`${status}${kind}`, at) * KEY_SPACE,
          }),
        ).reduce(joined, NO_CELL);
        return { ...units, values: { status, kind }, measured: { n: units } };
      }),
    );
  const one = (attribute: string, ...values: readonly (string | number)[]) => ({
    attribute,
    samples: values,
    holds: (value: unknown) => values.includes(value as never),
  });
  const rows = (cells: readonly BaseCell[], selection: CellSelection | null) =>
    publishTable(
      cells,
      {
        dimensions: [STATUS],
        open: new Set(),
        measures: [{ slot: 'n', definition: CASES }],
        selection,
        filteredBy: selection === null ? [] : attributesOf(selection)!,
      },
      { draw, parameters: DISCLOSURE_DEFAULTS },
    ).map(({ values, figures }) => [values[STATUS], figures['n']]);
  const MIXED = cellsOf({ A: [60, 40], B: [50, 70], C: [80, 90] });

  it('leaves out rows and changes none of those that stay', () => {
    const all = rows(MIXED, null);
    expect(all.map(([status]) => status)).toEqual(['A', 'B', 'C']);
    expect(rows(MIXED, one(STATUS, 'A', 'B'))).toEqual(all.slice(0, 2));
    expect(rows(MIXED, one(STATUS, 'C'))).toEqual(all.slice(2));
    expect(rows(MIXED, { not: one(STATUS, 'C') })).toEqual(all.slice(0, 2));
  });

  it('shows no row that says of a whole group what it is, with the filter as without', () => {
    const alike = cellsOf({ A: [60, 40], B: [0, 0], C: [0, 0] });
    for (const selection of [null, one(STATUS, 'A'), one(STATUS, 'A', 'B')]) expect(rows(alike, selection)).toEqual([]);
  });

  it('frees only its own part: of kind 1 all are A, whatever else the filter says', () => {
    const cells = cellsOf({ A: [60, 40], B: [50, 0], C: [80, 0] });
    for (const statuses of [['A'], ['A', 'B'], ['A', 'B', 'C']]) {
      const selection = { all: [one('kind', 1), one(STATUS, ...statuses)] };
      expect(rows(cells, selection)).toEqual([]);
    }
    expect(rows(cells, { all: [one('kind', 0), one(STATUS, 'A')] })).toHaveLength(1);
  });
});
