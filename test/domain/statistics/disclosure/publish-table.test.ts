import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Cell, joined, KEY_SPACE, NO_CELL } from '../../../../src/domain/statistics/disclosure/cell.js';
import { DISCLOSURE_DEFAULTS } from '../../../../src/domain/statistics/disclosure/parameters.js';
import {
  type BaseCell,
  publishTable,
  publishTableInParts,
} from '../../../../src/domain/statistics/disclosure/publish-table.js';
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

  it('says it as it is published where enough are otherwise: 60 of 100 come out between 50 and 70', () => {
    for (let at = 0; at < 100; at += 1) {
      const { r } = shown(aCounty(`b${at}`, 100, 60))!;
      expect(r).toBeGreaterThanOrEqual(50);
      expect(r).toBeLessThanOrEqual(70);
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
