import { type SQL, sql } from 'drizzle-orm';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { isCounted, type TimeBucket } from '../../domain/statistics/definition.js';
import {
  bitsOf,
  earlierOf,
  type GroupingPlan,
  levelsOf,
  type PlannedChange,
  type PlannedDimension,
  type PlannedMeasure,
  type PlannedShare,
  TOGETHER,
} from '../../domain/statistics/stat-plan.js';

/** 待汇总的单元 · What is folded: a relation with the dimensions by their slots, and the fold of each measure on it. */
export interface UnitsToFold {
  readonly from: SQL;
  readonly fold: (measure: PlannedMeasure) => string;
  /** How many units a cell of sums has, which is no row where there is none; null where a row is a unit. */
  readonly units: string | null;
}

/** 单元来源 · The units with these dimensions, as of the day of the question (null) or an earlier one. */
export type UnitsOf = (dimensions: readonly PlannedDimension[], since: CalendarDate | null) => UnitsToFold;

/** Which day a row was counted on: 0 the day of the question, then the earlier ones in their order. */
const ERA = 'era';
const PLACE = 'place';
/** What a grouping tells that asks of nothing. */
const UNITS = 'n';
const PERIODS: Readonly<Record<TimeBucket, string>> = {
  DAY: '1 day',
  MONTH: '1 month',
  QUARTER: '3 months',
  YEAR: '1 year',
};

/** 分组的列 · The columns of a grouping's rows. @article none — technical */
export function columnsOf({ dimensions, measures, shares, changes, totals }: GroupingPlan): string[] {
  const told = [...dimensions, ...measures, ...shares, ...changes].map(({ slot }) => slot);
  const columns = [...told, ...changes.map(earlierOf), ...(totals ? [TOGETHER] : [])];
  return columns.length === 0 ? [UNITS] : columns;
}

/**
 * 分组语句 · The rows of a grouping in one statement: folded by its dimensions and, for totals, by each beginning of their list; then
 * shares and changes, told by windows over what was folded; then the conditions, the order and the limit. Conditions choose among rows,
 * never among totals, and a total is as limited as a row.
 *
 * @param limit  rows, and totals of each level, at most
 */
export function groupingStatement(plan: GroupingPlan, limit: number, unitsOf: UnitsOf): SQL {
  const levelled = plan.totals;
  const days = sinceOf(plan.changes);
  const folded = sql.join(
    [null, ...days].flatMap((since, era) => branches(plan, { since, era, many: days.length > 0 }, unitsOf)),
    sql` UNION ALL `,
  );
  const compared = differenced(plan, windowed(plan, folded, days), days.length > 0);
  const having = havingOf(plan);
  const order = plan.order.map(({ slot, direction }) => `${slot} ${direction} NULLS LAST`).join(', ');
  const orderBy = order === '' ? '' : ` ORDER BY ${order}`;
  if (!levelled) {
    // What is neither derived nor chosen among is read as it is folded.
    const plain = plan.shares.length + plan.changes.length === 0 && having === null;
    const where = having === null ? sql`` : sql` WHERE ${having}`;
    const rows = plain ? folded : sql`SELECT * FROM (${compared}) r${where}`;
    return sql`${rows}${sql.raw(`${orderBy} LIMIT ${limit}`)}`;
  }
  const where = having === null ? sql`` : sql` WHERE ${sql.raw(TOGETHER)} > 0 OR (${having})`;
  const placed = sql`SELECT r.*, row_number() OVER (${sql.raw(`PARTITION BY ${TOGETHER}${orderBy}`)}) AS ${sql.raw(PLACE)} FROM (${compared}) r${where}`;
  return sql`SELECT * FROM (${placed}) p ${sql.raw(`WHERE ${PLACE} <= ${limit} ORDER BY ${TOGETHER}, ${PLACE}`)}`;
}

function sinceOf(changes: readonly PlannedChange[]): CalendarDate[] {
  return [...new Set(changes.flatMap(({ against }) => (against.kind === 'DAY' ? [against.since] : [])))];
}

interface Era {
  readonly since: CalendarDate | null;
  readonly era: number;
  readonly many: boolean;
}

/**
 * Levels that keep the same overlapping dimensions are folded together; others from relations of their own, since a unit stands in them
 * as often as it has values.
 */
function branches(plan: GroupingPlan, era: Era, unitsOf: UnitsOf): SQL[] {
  const overlapping = (kept: number): number =>
    plan.dimensions.slice(0, kept).filter(({ definition }) => definition.overlapping).length;
  const together = new Map<number, number[]>();
  for (const kept of levelsOf(plan))
    together.set(overlapping(kept), [...(together.get(overlapping(kept)) ?? []), kept]);
  return [...together.values()].map((levels) => branch(plan, levels, era, unitsOf));
}

function branch(plan: GroupingPlan, levels: readonly number[], { since, era, many }: Era, unitsOf: UnitsOf): SQL {
  const kept = plan.dimensions.slice(0, Math.max(...levels));
  const slots = kept.map(({ slot }) => slot);
  const { from, fold, units } = unitsOf(kept, since);
  const absent = plan.dimensions.slice(kept.length).map(({ slot }) => `NULL AS ${slot}`);
  const figures = plan.measures.map((one) => `${fold(one)} AS ${one.slot}`);
  const rest = bitsOf(plan, kept.length);
  const bits = levels.length === 1 ? String(rest) : `(grouping(${slots.join(', ')}) * ${rest + 1} + ${rest})`;
  const marks = [...(plan.totals ? [`${bits} AS ${TOGETHER}`] : []), ...(many ? [`${era} AS ${ERA}`] : [])];
  const selected = [...slots, ...absent, ...figures, ...marks].join(', ') || `count(*) AS ${UNITS}`;
  const sets = levels.map((length) => `(${slots.slice(0, length).join(', ')})`);
  const plainly = slots.length === 0 ? '' : ` GROUP BY ${slots.join(', ')}`;
  const groupBy = levels.length === 1 ? plainly : ` GROUP BY GROUPING SETS (${sets.join(', ')})`;
  const present = units === null || slots.length === 0 ? '' : ` HAVING ${units} <> 0`;
  return sql`SELECT ${sql.raw(selected)} FROM (${from}) u${sql.raw(`${groupBy}${present}`)}`;
}

function windowed(plan: GroupingPlan, folded: SQL, days: readonly CalendarDate[]): SQL {
  const marks = [...(plan.totals ? [TOGETHER] : []), ...(days.length > 0 ? [ERA] : [])];
  const told = [
    ...plan.shares.map((share) => `${shareOf(plan, share, marks)} AS ${share.slot}`),
    ...plan.changes.map((change) => `${earlier(plan, change, marks, days)} AS ${earlierOf(change)}`),
  ];
  return told.length === 0 ? folded : sql`SELECT w.*, ${sql.raw(told.join(', '))} FROM (${folded}) w`;
}

function partition(marks: readonly string[], slots: readonly string[]): string {
  const by = [...marks, ...slots];
  return by.length === 0 ? '' : `PARTITION BY ${by.join(', ')}`;
}

function shareOf({ dimensions }: GroupingPlan, { of, over }: PlannedShare, marks: readonly string[]): string {
  const rest = dimensions.filter(({ slot }) => !over.includes(slot)).map(({ slot }) => slot);
  return `round(${of.slot}::numeric / nullif(sum(${of.slot}) OVER (${partition(marks, rest)}), 0), 6)::float8`;
}

/** Of a group that was not there then, counts are nought; before the first period that is counted nothing is known. */
function earlier(
  { dimensions }: GroupingPlan,
  { of, against }: PlannedChange,
  marks: readonly string[],
  days: readonly CalendarDate[],
): string {
  const slots = dimensions.map(({ slot }) => slot);
  const orNone = (value: string): string => (isCounted(of.definition) ? `coalesce(${value}, 0)` : value);
  if (against.kind === 'DAY') {
    const era = days.indexOf(against.since) + 1;
    const others = marks.filter((mark) => mark !== ERA);
    return orNone(`max(${of.slot}) FILTER (WHERE ${ERA} = ${era}) OVER (${partition(others, slots)})`);
  }
  const { along, comparison, bucket } = against;
  const back = `interval '${comparison === 'SAME_PERIOD_LAST_YEAR' ? '1 year' : PERIODS[bucket]}'`;
  const others = slots.filter((slot) => slot !== along);
  const found = `first_value(${of.slot}) OVER (${partition(marks, others)} ORDER BY ${along} RANGE BETWEEN ${back} PRECEDING AND ${back} PRECEDING)`;
  return `CASE WHEN ${along} - ${back} >= min(${along}) OVER () THEN ${orNone(found)} END`;
}

function differenced({ changes }: GroupingPlan, rows: SQL, many: boolean): SQL {
  if (changes.length === 0) return rows;
  const differences = changes.map((change) => `${change.of.slot} - ${earlierOf(change)} AS ${change.slot}`);
  return sql`SELECT v.*, ${sql.raw(differences.join(', '))} FROM (${rows}) v${sql.raw(many ? ` WHERE ${ERA} = 0` : '')}`;
}

function havingOf({ having }: GroupingPlan): SQL | null {
  if (having.length === 0) return null;
  return sql.join(
    having.map(({ slot, operator, value }) => sql`${sql.raw(`${slot} ${operator}`)} ${value}::numeric`),
    sql` AND `,
  );
}
