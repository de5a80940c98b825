import { getTableColumns, getTableName, type SQL, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Transaction } from './database.js';

/** 行的变化 · Columns of one row that change, as drizzle names them. @article none — technical */
export interface RowUpdate<T extends PgTable> {
  readonly id: string;
  readonly set: Partial<T['$inferInsert']>;
}

/** A distributed table: rows are found by county and id. */
type CountyTable = PgTable & { readonly countyCode: PgColumn; readonly id: PgColumn };

/**
 * 更新多行 · Writes changes of rows of one county in one statement, however many there are, each row with columns of its own.
 *
 * @param tx  the change's own transaction
 * @param table  distributed; JSON columns of it are set as they stand in `set`
 * @param county  six digits
 * @param updates  ids are different
 * @param beside  updates of other rows, sent in the same statement: none sees what another writes. Never an insertion, which a
 *   distributed engine refuses there
 * @article none — technical
 */
export async function updateRows<T extends CountyTable>(
  tx: Transaction,
  table: T,
  county: string,
  updates: readonly RowUpdate<T>[],
  beside: readonly SQL[] = [],
): Promise<void> {
  const [first] = updates;
  if (first === undefined) return;
  if (updates.length === 1) {
    const own = sql`county_code = ${county} AND id = ${first.id}::uuid`;
    const update = tx.orm
      .update(table as PgTable)
      .set(first.set)
      .where(own);
    await (beside.length === 0 ? tx.run(update) : tx.rows(sql`${withAll(beside)}${update.getSQL()}`));
    return;
  }
  const columns = getTableColumns(table as PgTable);
  const given = (set: object) => Object.entries(set).filter(([, value]) => value !== undefined);
  const rows = updates.map(({ id, set }) => ({
    id,
    patch: Object.fromEntries(given(set).map(([key, value]) => [columns[key]!.name, value])),
  }));
  const names = [...new Set(rows.flatMap(({ patch }) => Object.keys(patch)))].sort();
  const list = sql.raw(names.join(', '));
  const own = sql.raw(getTableName(table));
  // Each row as it is, with its own columns put over it.
  await tx.rows(sql`${withAll(beside)}
    UPDATE ${own} SET (${list}) = (SELECT ${list} FROM jsonb_populate_record(${own}, c.patch))
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS c(id uuid, patch jsonb)
    WHERE ${own}.county_code = ${county} AND ${own}.id = c.id`);
}

function withAll(beside: readonly SQL[]): SQL {
  if (beside.length === 0) return sql``;
  const named = beside.map((update, at) => sql`${sql.raw(`beside_${at}`)} AS (${update})`);
  return sql`WITH ${sql.join(named, sql`, `)} `;
}
