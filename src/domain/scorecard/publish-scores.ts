import { addDays, addMonths, type CalendarDate, date, yearOf } from '../kernel/calendar-date.js';
import { measure } from '../statistics/definition.js';
import { type Cell, joined, NO_CELL } from '../statistics/disclosure/cell.js';
import type { BaseCell } from '../statistics/disclosure/base-cell.js';
import { publishTableInParts } from '../statistics/disclosure/publish-table.js';
import type { Publishing } from '../statistics/disclosure/show-cell.js';
import { SCORECARD_FIGURES, type ScorecardFigure } from './scorecard-figure.js';

/** 评分期间 · Days of which analysts are shown figures, both inclusive. @article 5.3 */
export interface PublishedPeriod {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** 评分单元 · Of one figure and place: what is counted, and what of it meets the figure. @article 5.3 */
export interface ScoreCell {
  readonly figure: ScorecardFigure;
  readonly place: string;
  readonly units: Cell;
  readonly met: Cell;
}

/** 发布的指标 · Counts of one figure as analysts are shown them; the part of a share never says of everybody that they meet it. @article 5.3 */
export interface PublishedCount {
  readonly counted: number;
  readonly met: number;
}

const MONTHS_OF_QUARTER = 3;
const MONTHS_OF_YEAR = 12;
/** As in other published figures: what is counted, and what of it counts for a figure. */
const MEASURES = [
  { slot: 'counted', definition: measure('counted', ['记录数', 'Records'], '', '5.3', ['CASES', 'COUNT']) },
  { slot: 'met', definition: measure('met', ['达标记录数', 'Records that meet it'], '', '5.3', ['CASES', 'COUNT_IF']) },
];
const PLACE = 'place';

/**
 * 发布的评分期间 · Periods of which scorecards are published on a day: this year and the last, and the quarters of both that have begun.
 * They are few, so that nobody puts many of them together to learn of one month.
 *
 * @returns at most ten, the years first
 * @article 5.3
 * @example publishedPeriods(date('2023-02-01')).length // 2 years and 5 quarters
 */
export function publishedPeriods(day: CalendarDate): PublishedPeriod[] {
  const years = [yearOf(day), yearOf(day) - 1].map((year) => date(`${year}-01-01`));
  const span = (from: CalendarDate, months: number): PublishedPeriod => ({
    from,
    to: addDays(addMonths(from, months), -1),
  });
  const quarters = years.flatMap((first) =>
    [0, 1, 2, 3].map((at) => span(addMonths(first, at * MONTHS_OF_QUARTER), MONTHS_OF_QUARTER)),
  );
  return [...years.map((first) => span(first, MONTHS_OF_YEAR)), ...quarters.filter(({ from }) => from <= day)];
}

/**
 * 发布评分 · Counts of every figure by place as analysts are shown them: each cell perturbed by its own key and rounded, small ones left out.
 * What holds the same units is shown the same, in whatever figure and beside whatever other place.
 *
 * @returns an iterator that does the next part each time, and ends with the figures by place; a cell that is withheld is not among them
 * @article 5.3
 */
export function* publishScoresInParts(
  cells: readonly ScoreCell[],
  publishing: Publishing,
): Generator<undefined, ReadonlyMap<string, ReadonlyMap<ScorecardFigure, PublishedCount>>> {
  const shown = new Map<string, Map<ScorecardFigure, PublishedCount>>();
  const question = { dimensions: [PLACE], open: new Set([PLACE]), measures: MEASURES, selection: null, filteredBy: [] };
  for (const figure of SCORECARD_FIGURES) {
    const own = byPlace(cells.filter((cell) => cell.figure === figure));
    for (const { values, figures } of yield* publishTableInParts(own, question, publishing)) {
      const place = String(values[PLACE]);
      const known = shown.get(place) ?? new Map<ScorecardFigure, PublishedCount>();
      shown.set(place, known);
      known.set(figure, { counted: figures['counted'] ?? 0, met: figures['met'] ?? 0 });
    }
  }
  return shown;
}

/** One cell a place: the units of several have one key together. */
function byPlace(cells: readonly ScoreCell[]): BaseCell[] {
  const places = new Map<string, { units: Cell; met: Cell }>();
  for (const { place, units, met } of cells) {
    const { units: before, met: metBefore } = places.get(place) ?? { units: NO_CELL, met: NO_CELL };
    places.set(place, { units: joined(before, units), met: joined(metBefore, met) });
  }
  return [...places].map(([place, { units, met }]) => ({
    ...units,
    values: { [PLACE]: place },
    measured: { counted: units, met },
  }));
}
