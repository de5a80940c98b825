import type { Fold } from './definition.js';
import type { GroupingPlan, StatPlan } from './stat-plan.js';

/** 所判之行 · Rows that take more each than a unit that is counted. @article none — technical */
export type JudgedRows = 'MOVES' | 'SCORES';

/** 提问工作量 · What a question would look at. @article none — technical */
export interface QuestionWork {
  readonly groupings: StatPlan['groupings'];
  /** Rows that each grouping looks at, as far as that is known before. */
  readonly rows: number;
  /** Counties that are asked. */
  readonly counties: number;
  /** Whether it is asked of a past day, so that each row is told from what happened by then. */
  readonly past: boolean;
  /** Whether it is answered from a publication, whose units are nobody's to read. */
  readonly published: boolean;
  /** What its rows are where they are no units of a subject: moves of cases, or the records that scorecards judge. */
  readonly judged?: JudgedRows;
}

/** Rows that are looked at for a point: some 15 µs of the database's processor on a million households, see docs/guides/tokens-and-limits.md. */
const ROWS_A_POINT = 50;
/** What any question costs, however little it looks at. */
const LEAST = 200;
/** A past day is told row by row, from windows, checks and events. */
const PAST = 8;
/**
 * Scorecards read cases and households again for each figure, and join them to visits, runs, steps and notices: some 6 µs a record. Of each move the
 * status before it, its case, the household and the cases before it are looked up: some 9 µs in a province, 22 in a nation.
 */
const JUDGED: Readonly<Record<JudgedRows, number>> = { SCORES: 20, MOVES: 30 };
const PLAIN_DIMENSION = 0.25;
/** Of totals, for each dimension that is put together. */
const LEVEL = 0.25;
/** Each unit stands in the rows of all its values. */
const OVERLAPPING_DIMENSION = 1;
/** What sorts or remembers every value of a group, beside what adds up as it goes. */
const FOLD_WEIGHTS: Readonly<Record<Fold, number>> = {
  COUNT: 0,
  COUNT_IF: 0.25,
  SUM: 0.25,
  MEAN: 0.25,
  DISTINCT: 2,
  MEDIAN: 2,
};

/**
 * 提问费用 · What a question costs in points, reckoned before it runs from how much it looks at: never from what its filter would
 * find in a publication, so that nobody learns from a price what an answer would not tell.
 *
 * @returns points of the caller's minute, a whole number
 * @article none — technical
 */
export function estimateQuestion({ groupings, rows, past, published, judged }: QuestionWork): number {
  const each = judged === undefined || published ? 1 : JUDGED[judged];
  const weight = groupings.reduce((all, one) => all + weightOf(one), 0) * (past ? PAST : 1) * each;
  return LEAST + Math.ceil((rows * weight) / ROWS_A_POINT);
}

function weightOf({ dimensions, measures, totals, changes }: GroupingPlan): number {
  const grouped = dimensions.map(({ definition: { overlapping } }) =>
    overlapping ? OVERLAPPING_DIMENSION : PLAIN_DIMENSION,
  );
  const folded = measures.map(({ definition: { fold } }) => FOLD_WEIGHTS[fold]);
  const levels = totals ? dimensions.length * LEVEL : 0;
  const once = [...grouped, ...folded].reduce((all, one) => all + one, 1) + levels;
  const days = new Set(changes.flatMap(({ against }) => (against.kind === 'DAY' ? [against.since] : [])));
  return once * (1 + days.size * PAST);
}

/** Below it nothing is told of a number. */
const LEAST_TOLD = 1_000;

/**
 * 数量级 · A number that is not less than another and tells no more of it than 1, 2 or 5 and how many noughts, and of one up to a
 * thousand nothing at all: for whoever may not be told how many there are.
 *
 * @article 5.3
 */
export function magnitudeOf(count: number): number {
  if (count <= LEAST_TOLD) return LEAST_TOLD;
  const unit = 10 ** Math.floor(Math.log10(count));
  return [1, 2, 5, 10].map((step) => step * unit).find((step) => step >= count) ?? 10 * unit;
}
