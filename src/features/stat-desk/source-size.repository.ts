import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/database/database.js';
import { among, arrayLiteral } from '../../platform/database/filter-condition.js';
import { rowsOver } from '../../platform/database/read-rows.js';
import { type CountyPin, pinned } from '../../platform/database/read-shape.js';
import type { DatabaseScope } from '../../platform/database/scope.js';
import { inScope } from '../../platform/database/scope-condition.js';
import { type MovedDays, movesCaseWithin } from '../stat-source/index.js';

/** 来源表 · The tables whose rows figures are made of. */
export type SourceTable =
  | 'household'
  | 'monitoring_case'
  | 'support_measure'
  | 'department_alert'
  | 'audit_event'
  | 'tally'
  | 'published_household'
  | 'published_case'
  | 'published_measure'
  | 'published_alert'
  | 'published_flow'
  | 'visit'
  | 'responsible_person'
  | 'procedure_run'
  | 'notice_entry'
  | 'quality_finding'
  | 'published_score';

/** 已分析的表 · Of some tables those of which the database has looked at how many rows they have, and found some. @article none — technical */
export async function analysedOf(tx: Transaction, tables: readonly SourceTable[]): Promise<ReadonlySet<SourceTable>> {
  const found = await tx.rows<{ name: SourceTable }>(
    sql`SELECT relname AS name FROM pg_class WHERE reltuples > 0 AND oid = ANY (${arrayLiteral(tables)}::regclass[])`,
  );
  return new Set(found.map(({ name }) => name));
}

/** 行数所求 · Rows of which counties, in a scope, and in which statuses; null for all of them. @article none — technical */
export interface RowsWanted {
  readonly counties: readonly string[];
  readonly scope: DatabaseScope;
  readonly statuses: readonly string[] | null;
  /** Only the moves of cases within these days, of events; null for whatever else is looked at. */
  readonly moved: MovedDays | null;
}

/**
 * Of which tables an index has the status beside the county; of others, and for whatever else a filter says, all rows of the counties are looked
 * at: a place within a county is no condition of an index under row-level security, which does not let LIKE past itself.
 */
const FOUND_BY_STATUS: ReadonlySet<SourceTable> = new Set(['monitoring_case', 'department_alert']);

/** What of a table is looked at, alias `t`. */
function lookedAt(table: SourceTable, { statuses, moved }: Pick<RowsWanted, 'statuses' | 'moved'>): SQL {
  if (moved !== null) return movesCaseWithin('t', moved);
  return statuses !== null && FOUND_BY_STATUS.has(table) ? among('t.status', statuses, 'text') : sql`true`;
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Plan Rows': number;
  readonly Plans?: readonly PlanNode[];
}

/**
 * 预计行数 · How many rows of some tables some counties have, as the database plans for them: nothing is read. Row-level security says the
 * same as the counties, and the database would reckon it as one condition more; what an index alone is to find is not held against it.
 *
 * @article none — technical
 */
export async function plannedRows(
  tx: Transaction,
  tables: readonly SourceTable[],
  { counties, ...wanted }: RowsWanted,
): Promise<number> {
  await planByIndexes(tx);
  return plannedFor(tx, counties, (pin) => {
    const each = tables.map(
      (table) => sql`SELECT 1 FROM ${from(table)} WHERE ${sql.raw(pinned('t', pin))} AND ${lookedAt(table, wanted)}`,
    );
    return sql.join(each, sql` UNION ALL `);
  });
}

/** 依索引计划 · Lets the database plan by indexes alone until the transaction ends. @article none — technical */
export async function planByIndexes(tx: Transaction): Promise<void> {
  for (const way of ['seqscan', 'indexscan', 'indexonlyscan']) await tx.text(`SET LOCAL enable_${way} = off`, []);
}

/** 计划行数 · How many rows indexes find for a statement over some counties, as the database plans for it. @article none — technical */
export async function plannedFor(
  tx: Transaction,
  counties: readonly string[],
  statement: (pin: CountyPin) => SQL,
): Promise<number> {
  const [found] = await rowsOver<{ 'QUERY PLAN': readonly [{ Plan: PlanNode }] }>(
    tx,
    counties,
    (pin) => sql`EXPLAIN (FORMAT JSON) ${statement(pin)}`,
  );
  return found === undefined ? 0 : rowsOfPlan(found['QUERY PLAN'][0].Plan);
}

/** Those that an index finds, of all that are appended; what stands above them may be divided among processes. */
function rowsOfPlan(node: PlanNode): number {
  const [first, ...more] = node.Plans ?? [];
  if (first === undefined) return node['Plan Rows'];
  const others = node['Node Type'] === 'Append' ? more : [];
  return others.reduce((all, one) => all + rowsOfPlan(one), rowsOfPlan(first));
}

/** 实际行数 · How many rows of some tables some counties have within a scope, counted. @article none — technical */
export async function countedRows(
  tx: Transaction,
  tables: readonly SourceTable[],
  { counties, scope, ...wanted }: RowsWanted,
): Promise<number> {
  const [found] = await rowsOver<{ n: number }>(tx, counties, (pin) => {
    const own = sql`WHERE ${sql.raw(pinned('t', pin))} AND ${inScope(scope, null)}`;
    const each = tables.map(
      (table) => sql`SELECT count(*) AS n FROM ${from(table)} ${own} AND ${lookedAt(table, wanted)}`,
    );
    return sql`SELECT sum(n) AS n FROM (${sql.join(each, sql` UNION ALL `)}) each`;
  });
  return Number(found?.n ?? 0);
}

const from = (table: SourceTable): SQL => sql.raw(`${table} t`);
