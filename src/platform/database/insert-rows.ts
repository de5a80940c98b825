import { getTableColumns, getTableName } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';

/** 语句 · SQL text and its parameters. @article none — technical */
export interface Statement {
  readonly text: string;
  readonly parameters: readonly unknown[];
}

/** SQL around a value's parameter, by key of the table; ours and never the caller's. */
export type Expressions<T extends PgTable> = Partial<
  Record<keyof T['$inferInsert'] & string, (parameter: string) => string>
>;

/** How the rows give a column: not at all, all the same value, or each its own. */
type Given = 'nothing' | 'one' | 'each';

const columnsOf = new WeakMap<PgTable, readonly (readonly [key: string, column: PgColumn])[]>();

/**
 * 插入语句 · An INSERT of rows, all of the same table, as drizzle would write it; but a value that is the same in every row
 * is one parameter, columns that no row gives are left out, and there is no query builder to pass through: a case is written
 * with a hundred and fifty values.
 *
 * @param rows  at least one, each in the table's insert form
 * @article none — technical
 */
export function insertStatement<T extends PgTable>(
  table: T,
  rows: readonly T['$inferInsert'][],
  expressions: Expressions<T> = {},
): Statement {
  const parameters: unknown[] = [];
  const next = (column: PgColumn, key: string, value: unknown): string => {
    parameters.push(value === null ? null : column.mapToDriverValue(value));
    const parameter = `$${parameters.length}`;
    return expressions[key as keyof typeof expressions]?.(parameter) ?? parameter;
  };
  const values = rows as readonly Readonly<Record<string, unknown>>[];
  const columns = knownColumns(table).flatMap(([key, column]) => {
    const given = givenBy(values, key);
    if (given === 'nothing') return [];
    const shared = given === 'one' ? next(column, key, values[0]?.[key]) : null;
    return [{ key, column, shared }];
  });
  const tuples = values.map((row) => {
    const tuple = columns.map(({ key, column, shared }) => {
      if (shared !== null) return shared;
      return row[key] === undefined ? 'default' : next(column, key, row[key]);
    });
    return `(${tuple.join(', ')})`;
  });
  const names = columns.map(({ column }) => `"${column.name}"`).join(', ');
  return { text: `insert into "${getTableName(table)}" (${names}) values ${tuples.join(', ')}`, parameters };
}

function givenBy(rows: readonly Readonly<Record<string, unknown>>[], key: string): Given {
  const first = rows[0]?.[key];
  if (rows.every((row) => row[key] === first)) return first === undefined ? 'nothing' : 'one';
  return 'each';
}

function knownColumns(table: PgTable): readonly (readonly [string, PgColumn])[] {
  const known = columnsOf.get(table) ?? Object.entries(getTableColumns(table));
  columnsOf.set(table, known);
  return known;
}
