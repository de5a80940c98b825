import { type SQL, sql } from 'drizzle-orm';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { isCounted, type MeasureDefinition } from '../../domain/statistics/definition.js';
import {
  type PlannedDimension,
  type PlannedMeasure,
  type StatPlan,
  TOGETHER,
} from '../../domain/statistics/stat-plan.js';
import type { Transaction } from '../../platform/database/database.js';
import { columnsOver } from '../../platform/database/read-rows.js';
import { type CountyPin, pinned } from '../../platform/database/read-shape.js';
import type { DatabaseScope } from '../../platform/database/scope.js';
import { inScope, isKept } from '../../platform/database/scope-condition.js';
import { columnsOf, groupingStatement, type UnitsToFold } from './grouping-statement.repository.js';
import type { StatBasis } from './stat-basis.js';
import type { SourceColumn, SourceJoin, StatSource } from './stat-source.repository.js';

/** 统计范围 · Which units are counted: counties, the reach, and the caller's condition on alias `t`. */
export interface UnitsWanted {
  readonly counties: readonly string[];
  readonly scope: DatabaseScope;
  readonly where: SQL;
}

/** 分组结果 · Rows by the slots of the plan, and whether there are more than the limit. */
export interface GroupingRows {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly truncated: boolean;
}

/** 某日所求 · Which units are counted as of a day, and what their columns stand on: null for the day of the question. */
export type WantedOn = (since: CalendarDate | null) => { readonly basis: StatBasis; readonly units: UnitsWanted };

/**
 * 读取分组 · Every grouping of a plan from one state of the register, each in one statement; all are sent before the first is waited for.
 *
 * @param sources  where each grouping is read, in their order
 * @article 5.2
 */
export async function readGroupings(
  tx: Transaction,
  sources: readonly StatSource[],
  plan: StatPlan,
  wantedOn: WantedOn,
): Promise<GroupingRows[]> {
  const { counties } = wantedOn(null).units;
  // Groups and joins of a province fit in memory, and so do the sums of all counties of the nation.
  const room = tx.text("SET LOCAL work_mem = '32MB'", []);
  const groupings = plan.groupings.map((grouping, at) =>
    columnsOver(tx, counties, columnsOf(grouping), (pin) =>
      groupingStatement(grouping, plan.limit + 1, (dimensions, since) =>
        unitsFrom(sources[at]!, dimensions, { measures: grouping.measures, pin, ...wantedOn(since) }),
      ),
    ),
  );
  const [found] = await Promise.all([Promise.all(groupings), room]);
  return found.map((rows) => cutLevels(rows, plan.limit));
}

/** 截取 · Rows and totals of each level up to the limit. @article none — technical */
export function cutLevels(rows: GroupingRows['rows'], limit: number): GroupingRows {
  const met = new Map<unknown, number>();
  const kept = rows.filter((row) => {
    const before = met.get(row[TOGETHER]) ?? 0;
    met.set(row[TOGETHER], before + 1);
    return before < limit;
  });
  return { rows: kept, truncated: kept.length < rows.length };
}

interface StatementParts {
  readonly measures: readonly PlannedMeasure[];
  readonly basis: StatBasis;
  readonly units: UnitsWanted;
  readonly pin: CountyPin;
}

/** The units of a source with what a question asks of each. */
function unitsFrom(
  source: StatSource,
  dimensions: readonly PlannedDimension[],
  { measures, basis, units, pin }: StatementParts,
): UnitsToFold {
  const grouped = dimensions.map((one) => ({
    slot: one.slot,
    column: source.dimensions[one.definition.name]!(one, basis, pin),
  }));
  const folded = measures.map(({ definition, slot }) => ({
    slot,
    column: source.measures[definition.name]!(basis, pin),
  }));
  const columns = [
    ...grouped.map(({ slot, column }) => sql`${column.value} AS ${sql.raw(slot)}`),
    ...folded.flatMap(({ slot, column }) =>
      column === null ? [] : [sql`${column.value} AS ${sql.raw(inputOf(slot))}`],
    ),
    ...(source.sums === undefined ? [] : [sql.raw(source.sums.columns(dimensions, measures))]),
  ];
  const joins = joinsOf([...grouped, ...folded].flatMap(({ column }) => (column === null ? [] : [column])));
  const from = sql`SELECT ${columns.length === 0 ? sql`1` : sql.join(columns, sql`, `)} FROM ${source.table(basis, pin)} t ${sql.join(
    joins.map(({ join }) => join(pin, basis)),
    sql` `,
  )} WHERE ${source.sums ? sql`true` : sql.raw(pinned('t', pin))} AND ${inScope(units.scope, source.householdColumn)} AND ${isKept(units.scope, source.closedColumn)} AND ${units.where}`;
  return { from, fold: source.sums?.figure ?? fold, units: source.sums?.units ?? null };
}

const inputOf = (slot: string): string => `v${slot}`;

function joinsOf(columns: readonly SourceColumn[]): SourceJoin[] {
  const joins = new Map<string, SourceJoin>();
  for (const { joins: own = [] } of columns)
    for (const join of own) if (!joins.has(join.name)) joins.set(join.name, join);
  return [...joins.values()];
}

/** Money is folded as whole numbers, so that no fen is lost; days are told to a tenth. */
function fold({ definition, slot }: PlannedMeasure): string {
  const value = inputOf(slot);
  switch (definition.fold) {
    case 'COUNT':
      return 'count(*)';
    case 'COUNT_IF':
      return `count(*) FILTER (WHERE ${value})`;
    case 'DISTINCT':
      return `count(DISTINCT ${value})`;
    case 'SUM':
      return isCounted(definition) ? `coalesce(sum(${value}), 0)::bigint` : `sum(${value})::bigint`;
    case 'MEAN':
      return rounded(definition, `avg(${value})`);
    case 'MEDIAN':
      return rounded(definition, `(percentile_cont(0.5) WITHIN GROUP (ORDER BY ${value}))::numeric`);
  }
}

function rounded({ unit }: MeasureDefinition, value: string): string {
  return unit === 'YUAN' ? `round(${value})::bigint` : `round(${value}, 1)::float8`;
}
