import { type SQL, sql } from 'drizzle-orm';

/** 条件 · One operator object of a filter; every operator that is given must hold. */
export interface Operators {
  readonly eq?: unknown;
  readonly in?: readonly unknown[] | null;
  readonly lt?: unknown;
  readonly lte?: unknown;
  readonly gt?: unknown;
  readonly gte?: unknown;
  readonly startsWith?: string | null;
  readonly isNull?: boolean | null;
}

/** Cast of a parameter to its column's type. */
export type Cast = 'text' | 'integer' | 'bigint' | 'date' | 'timestamptz' | 'uuid';

const COMPARISONS = { eq: '=', lt: '<', lte: '<=', gt: '>', gte: '>=' } as const;

/**
 * 条件 · Compiles an operator object on a column; null where nothing is asked.
 *
 * @param column  SQL of the column, ours and never the caller's
 * @article none — technical
 */
export function compare(column: string, cast: Cast, operators: Operators | null | undefined): SQL | null {
  if (operators === null || operators === undefined) return null;
  const own = sql.raw(column);
  const type = sql.raw(cast);
  const terms: SQL[] = [];
  for (const [name, sign] of Object.entries(COMPARISONS)) {
    const value = operators[name as keyof typeof COMPARISONS];
    if (value !== undefined && value !== null) terms.push(sql`${own} ${sql.raw(sign)} ${parameter(value)}::${type}`);
  }
  if (operators.in) terms.push(among(column, operators.in.map(String), cast));
  if (operators.startsWith) terms.push(sql`starts_with(${own}, ${operators.startsWith})`);
  if (operators.isNull === true) terms.push(sql`${own} IS NULL`);
  if (operators.isNull === false) terms.push(sql`${own} IS NOT NULL`);
  return allOf(terms);
}

/** 任一 · The column is any of the values; null where no list is given. */
export function anyOf(column: string, values: readonly string[] | null | undefined): SQL | null {
  return values === null || values === undefined ? null : among(column, values, 'text');
}

/**
 * 其中之一 · The column is one of the values. A single value is compared by `=`: for an array of unknown length the database
 * plans the statement anew each time, and does not read an index in its order.
 *
 * @param column  SQL of the column, ours and never the caller's
 * @article none — technical
 */
export function among(column: string, values: readonly string[], cast: Cast): SQL {
  const [own, type] = [sql.raw(column), sql.raw(cast)];
  const [only] = values;
  return values.length === 1 ? sql`${own} = ${only}::${type}` : sql`${own} = ANY (${arrayLiteral(values)}::${type}[])`;
}

/** 是否 · The condition holds, or does not; null where nothing is asked. */
export function holds(condition: SQL, wanted: boolean | null | undefined): SQL | null {
  if (wanted === null || wanted === undefined) return null;
  return wanted ? sql`(${condition})` : sql`NOT coalesce((${condition}), false)`;
}

/** 同时 · All conditions that are given; null where none is. */
export function allOf(conditions: readonly (SQL | null)[]): SQL | null {
  const given = conditions.filter((condition) => condition !== null);
  return given.length === 0 ? null : sql`(${sql.join(given, sql` AND `)})`;
}

/** A filter that nests itself. */
export interface Nested<T> {
  readonly and?: readonly T[] | null;
  readonly or?: readonly T[] | null;
  readonly not?: T | null;
}

/** 嵌套条件 · `and`, `or` and `not` around a filter's own fields; unknown counts as not holding. */
export function nested<T extends Nested<T>>(filter: T, own: (filter: T) => SQL | null): SQL {
  const inner = (one: T): SQL => nested(one, own);
  const terms = [
    own(filter),
    ...(filter.and ?? []).map(inner),
    filter.or ? (filter.or.length === 0 ? sql`false` : sql`(${sql.join(filter.or.map(inner), sql` OR `)})`) : null,
    filter.not ? sql`NOT coalesce(${inner(filter.not)}, false)` : null,
  ];
  return allOf(terms) ?? sql`true`;
}

/** 数组字面量 · A PostgreSQL array literal of texts, quoted. */
export function arrayLiteral(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`).join(',')}}`;
}

function parameter(value: unknown): unknown {
  return value instanceof Date ? value.toISOString() : value;
}
