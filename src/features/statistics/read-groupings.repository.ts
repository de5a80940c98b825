import { type SQL, sql } from 'drizzle-orm';
import type { MeasureDefinition } from '../../domain/statistics/definition.js';
import type { GroupingPlan, PlannedMeasure, StatPlan } from '../../domain/statistics/plan-question.js';
import type { Transaction } from '../../platform/database/database.js';
import { rowsOver } from '../../platform/database/read-rows.js';
import { type CountyPin, pinned } from '../../platform/database/read-shape.js';
import type { DatabaseScope } from '../../platform/database/scope.js';
import { inScope } from '../../platform/database/scope-condition.js';
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

/**
 * 读取分组 · Every grouping of a plan from one state of the register, each in one statement.
 *
 * @article 5.2
 */
export async function readGroupings(
  tx: Transaction,
  source: StatSource,
  plan: StatPlan,
  basis: StatBasis,
  units: UnitsWanted,
): Promise<GroupingRows[]> {
  await tx.text('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ', []);
  // Groups and joins of a province fit in memory.
  await tx.text("SET LOCAL work_mem = '32MB'", []);
  const found: GroupingRows[] = [];
  for (const grouping of plan.groupings) {
    const rows = await rowsOver<Record<string, unknown>>(tx, units.counties, (pin) =>
      groupingStatement(source, grouping, { basis, units, pin, limit: plan.limit + 1 }),
    );
    found.push({ rows: rows.slice(0, plan.limit), truncated: rows.length > plan.limit });
  }
  return found;
}

interface StatementParts {
  readonly basis: StatBasis;
  readonly units: UnitsWanted;
  readonly pin: CountyPin;
  readonly limit: number;
}

function groupingStatement(
  source: StatSource,
  { dimensions, measures, order }: GroupingPlan,
  { basis, units, pin, limit }: StatementParts,
): SQL {
  const grouped = dimensions.map((one) => ({
    slot: one.slot,
    column: source.dimensions[one.definition.name]!(one, basis, pin),
  }));
  const folded = measures.map((one) => ({ ...one, column: source.measures[one.definition.name]!(basis, pin) }));
  const columns = [
    ...grouped.map(({ slot, column }) => sql`${column.value} AS ${sql.raw(slot)}`),
    ...folded.flatMap(({ slot, column }) =>
      column === null ? [] : [sql`${column.value} AS ${sql.raw(inputOf(slot))}`],
    ),
  ];
  const joins = joinsOf([...grouped, ...folded].flatMap(({ column }) => (column === null ? [] : [column])));
  const inner = sql`SELECT ${columns.length === 0 ? sql`1` : sql.join(columns, sql`, `)} FROM ${source.table(basis, pin)} t ${sql.join(
    joins.map(({ join }) => join(pin, basis)),
    sql` `,
  )} WHERE ${sql.raw(pinned('t', pin))} AND ${inScope(units.scope, source.householdColumn)} AND ${units.where}`;
  const slots = dimensions.map(({ slot }) => slot);
  const selected = [...slots, ...folded.map((one) => `${fold(one)} AS ${one.slot}`)].join(', ') || 'count(*) AS n';
  const groupBy = slots.length === 0 ? '' : ` GROUP BY ${slots.join(', ')}`;
  const sorted = order.map(({ slot, direction }) => `${slot} ${direction} NULLS LAST`).join(', ');
  const orderBy = sorted === '' ? '' : ` ORDER BY ${sorted}`;
  return sql`SELECT ${sql.raw(selected)} FROM (${inner}) u${sql.raw(`${groupBy}${orderBy} LIMIT ${limit}`)}`;
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

const isCounted = ({ unit }: MeasureDefinition): boolean => unit !== 'YUAN';

function rounded({ unit }: MeasureDefinition, value: string): string {
  return unit === 'YUAN' ? `round(${value})::bigint` : `round(${value}, 1)::float8`;
}
