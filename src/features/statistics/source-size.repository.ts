import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/database/database.js';
import { rowsOver } from '../../platform/database/read-rows.js';
import { pinned } from '../../platform/database/read-shape.js';
import type { DatabaseScope } from '../../platform/database/scope.js';
import { inScope } from '../../platform/database/scope-condition.js';

/** 来源表 · The tables whose rows figures are made of. */
export type SourceTable =
  | 'household'
  | 'monitoring_case'
  | 'support_measure'
  | 'department_alert'
  | 'tally'
  | 'published_household'
  | 'published_case'
  | 'published_measure'
  | 'published_alert'
  | 'published_flow';

/** 是否已分析 · Whether the database has looked at how many rows a table has, and found some. @article none — technical */
export async function isAnalysed(tx: Transaction, table: SourceTable): Promise<boolean> {
  const [found] = await tx.rows<{ known: boolean }>(
    sql`SELECT reltuples > 0 AS known FROM pg_class WHERE oid = ${table}::regclass`,
  );
  return found?.known ?? false;
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Plan Rows': number;
  readonly Plans?: readonly PlanNode[];
}

/**
 * 预计行数 · How many rows of a table some counties have, as the database plans for them: nothing is read. Row-level security says the
 * same as the counties, and the database would reckon it as one condition more; what an index alone is to find is not held against it.
 *
 * @article none — technical
 */
export async function plannedRows(tx: Transaction, table: SourceTable, counties: readonly string[]): Promise<number> {
  for (const way of ['seqscan', 'indexscan', 'indexonlyscan']) await tx.text(`SET LOCAL enable_${way} = off`, []);
  const [found] = await rowsOver<{ 'QUERY PLAN': readonly [{ Plan: PlanNode }] }>(
    tx,
    counties,
    (pin) => sql`EXPLAIN (FORMAT JSON) SELECT 1 FROM ${from(table)} WHERE ${sql.raw(pinned('t', pin))}`,
  );
  return found === undefined ? 0 : (indexRows(found['QUERY PLAN'][0].Plan) ?? found['QUERY PLAN'][0].Plan['Plan Rows']);
}

function indexRows(node: PlanNode): number | null {
  if (node['Node Type'] === 'Bitmap Index Scan') return node['Plan Rows'];
  for (const below of node.Plans ?? []) {
    const rows = indexRows(below);
    if (rows !== null) return rows;
  }
  return null;
}

/** 实际行数 · How many rows of a table some counties have within a scope, counted. @article none — technical */
export async function countedRows(
  tx: Transaction,
  table: SourceTable,
  counties: readonly string[],
  scope: DatabaseScope,
): Promise<number> {
  const [found] = await rowsOver<{ n: number }>(
    tx,
    counties,
    (pin) =>
      sql`SELECT count(*) AS n FROM ${from(table)} WHERE ${sql.raw(pinned('t', pin))} AND ${inScope(scope, null)}`,
  );
  return Number(found?.n ?? 0);
}

const from = (table: SourceTable): SQL => sql.raw(`${table} t`);
