import { getTableColumns, getTableName } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Connection } from '../../platform/database/engine.js';

interface Statement {
  /** Property of a row for each parameter, and whether the column is an array itself. */
  readonly columns: readonly { readonly key: string; readonly isList: boolean }[];
  readonly text: string;
}

const statements = new WeakMap<PgTable, Statement>();

/** Rows a statement: more is no faster, and the parameters stay some hundred kilobytes. */
const BATCH = 1_000;

/**
 * 批量写入 · Inserts many rows of one table: one array a column, so that the statement is the same whatever the number of
 * rows, and no parameter limit is met.
 *
 * For the owner's fillings only: an INSERT … SELECT is not for the application's role (see the data rules on distribution).
 *
 * @returns how many rows were written
 * @article none — technical
 */
export async function bulkInsert(connection: Connection, table: PgTable, rows: readonly object[]): Promise<number> {
  const { columns, text } = statementFor(table);
  const writes: Promise<unknown>[] = [];
  for (let at = 0; at < rows.length; at += BATCH) {
    const some = rows.slice(at, at + BATCH) as readonly Record<string, unknown>[];
    const parameters = columns.map(({ key, isList }) => arrayOf(some.map((row) => textOf(row[key], isList))));
    writes.push(connection.query(text, parameters, 'array'));
  }
  await Promise.all(writes);
  return rows.length;
}

function statementFor(table: PgTable): Statement {
  let statement = statements.get(table);
  if (statement === undefined) {
    const columns = Object.entries(getTableColumns(table));
    const names = columns.map(([, column]) => column.name);
    const values = columns.map(([, column], at) => `x.c${at}::${column.getSQLType()}`);
    const arrays = columns.map((_, at) => `$${at + 1}::text[]`);
    const aliases = columns.map((_, at) => `c${at}`);
    statement = {
      columns: columns.map(([key, column]) => ({ key, isList: column.getSQLType().endsWith('[]') })),
      text: `INSERT INTO ${getTableName(table)} (${names.join(', ')}) SELECT ${values.join(', ')} FROM unnest(${arrays.join(', ')}) AS x(${aliases.join(', ')})`,
    };
    statements.set(table, statement);
  }
  return statement;
}

/** 文本 · A value as PostgreSQL reads it from text: lists of codes are arrays, whatever else is no plain value is JSON. */
function textOf(value: unknown, isList: boolean): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (isList) return `{${(value as readonly string[]).join(',')}}`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

const TO_ESCAPE = /["\\]/g;

/** 数组文本 · An array literal of texts. */
function arrayOf(texts: readonly (string | null)[]): string {
  return `{${texts.map((text) => (text === null ? 'NULL' : `"${text.replace(TO_ESCAPE, '\\$&')}"`)).join(',')}}`;
}
