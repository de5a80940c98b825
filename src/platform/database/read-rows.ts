import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from './database.js';
import { among } from './filter-condition.js';
import { cutPage, type OrderColumn, orderBy, type Page, type PageRequest, pastBoundary, sortValues } from './page.js';
import { type CountyPin, type PackedShape, packShape, pinned, pinnedBeside, type ReadShape } from './read-shape.js';
import { renderSql } from './render-sql.js';
import type { Selection } from './selection.js';

/** `$1` is taken by the counties. */
const COUNTIES = 1;

/** 读取条件 · Which rows of a shape; every statement names its counties. */
export interface RowsWanted {
  /** At least one; none reads nothing. */
  readonly counties: readonly string[];
  /** Condition on alias `t`, beside the counties. */
  readonly where: SQL;
  readonly order?: readonly OrderColumn[];
  readonly limit?: number;
}

/** 行 · One object as its shape reads it. */
export type Row = Record<string, unknown>;

/**
 * 读取 · Objects of a shape with all that was asked for below them, in one statement.
 *
 * @article none — technical
 */
export async function readRows(
  tx: Transaction,
  shape: ReadShape,
  selection: Selection,
  wanted: RowsWanted,
): Promise<Row[]> {
  if (wanted.counties.length === 0) return [];
  const { pack, tail, parameters } = statementOf(shape, selection, wanted, null, '');
  const found = await tx.text<{ j: unknown }>(sameText(pack, 'SELECT ', tail), parameters);
  return found.map(({ j }) => pack.unpack(j, wanted.counties));
}

/** 按标识读取 · Objects of a county by id, whoever may see them. @article none — technical */
export function readById(
  tx: Transaction,
  shape: ReadShape,
  selection: Selection,
  county: string,
  ids: readonly string[],
): Promise<Row[]> {
  return readRows(tx, shape, selection, {
    counties: [county],
    where: among('t.id', ids, 'uuid'),
    limit: ids.length,
  });
}

/** 一页之行 · A row and the sort values for its cursor. */
export interface PageRow {
  readonly row: Row;
  readonly key: readonly (string | number | null)[];
}

/**
 * 读取一页 · One page of a shape in an order, in one statement. It travels as two texts, its rows and their sort values: that
 * is read in one go each, where a row a time is a message and two texts each.
 *
 * @article none — technical
 */
export async function readPage(
  tx: Transaction,
  shape: ReadShape,
  selection: Selection,
  wanted: RowsWanted & { readonly order: readonly OrderColumn[] },
  request: PageRequest,
): Promise<Page<PageRow>> {
  if (wanted.counties.length === 0) return cutPage([], request);
  const limited = { ...wanted, limit: request.size + 1 };
  const keys = `, ${sortValues(wanted.order)} AS k`;
  const { pack, tail, parameters } = statementOf(shape, selection, limited, request, keys);
  const text = sameText(pack, 'SELECT json_agg(p.j) AS j, json_agg(p.k) AS k FROM (SELECT ', `${tail}) p`);
  const [found] = await tx.text<{ j: unknown[] | null; k: PageRow['key'][] }>(text, parameters);
  const rows = (found?.j ?? []).map((values, at) => ({
    row: pack.unpack(values, wanted.counties),
    key: found!.k[at]!,
  }));
  return cutPage(rows, request);
}

/** 计数 · How many rows there are in all. @article none — technical */
export async function countRows(tx: Transaction, shape: ReadShape, wanted: RowsWanted): Promise<number> {
  if (wanted.counties.length === 0) return 0;
  const pin = pinOf(wanted.counties);
  const where = renderSql(wanted.where, COUNTIES);
  const text = `SELECT count(*)::int AS n FROM ${shape.table} t WHERE ${pinned('t', pin)} AND ${where.text}`;
  const [row] = await tx.text<{ n: number }>(text, [countiesParameter(wanted.counties), ...where.parameters]);
  return row?.n ?? 0;
}

/** What follows `SELECT` and the array of a row, and the parameters of the whole. */
function statementOf(
  shape: ReadShape,
  selection: Selection,
  wanted: RowsWanted,
  request: PageRequest | null,
  keys: string,
): { pack: PackedShape; tail: string; parameters: unknown[] } {
  const pin = pinOf(wanted.counties);
  const boundary = request === null ? null : pastBoundary(wanted.order ?? [], request);
  const where = boundary === null ? wanted.where : sql`${wanted.where} AND ${boundary}`;
  const { text: condition, parameters } = renderSql(where, COUNTIES);
  const order = wanted.order === undefined ? '' : ` ORDER BY ${orderBy(wanted.order, request?.backward ?? false)}`;
  const limit = wanted.limit === undefined ? '' : ` LIMIT ${wanted.limit}`;
  return {
    pack: packShape(shape, selection, pin),
    tail: `AS j${keys} FROM ${shape.table} t WHERE ${pinned('t', pin)} AND ${condition}${order}${limit}`,
    parameters: [countiesParameter(wanted.counties), ...parameters],
  };
}

/** Texts kept of one shape and selection; filters are the caller's to choose. */
const MOST_TEXTS = 50;

/** The same string for the same statement: a text of kilobytes is then neither put together nor hashed again. */
function sameText(pack: PackedShape, head: string, tail: string): string {
  const known = pack.texts.get(tail);
  if (known !== undefined) return known;
  const text = `${head}${pack.text} ${tail}`;
  if (pack.texts.size >= MOST_TEXTS) pack.texts.clear();
  pack.texts.set(tail, text);
  return text;
}

/** 县条件 · Pins another table of a `where` to the statement's counties, for sub-selects. */
export function pinnedTo(counties: readonly string[], alias: string): SQL {
  return sql.raw(pinned(alias, pinOf(counties)));
}

/** 县条件 · The same of a table whose rows are looked up by the county of another that is pinned, see `pinnedBeside`. */
export function pinnedBesideTo(counties: readonly string[], alias: string): SQL {
  return sql.raw(pinnedBeside(alias, pinOf(counties)));
}

/**
 * 跨形状读取 · Runs a statement over some counties that is no single shape's: `$1` stands for them, what else it takes follows.
 *
 * @param statement  given how a table is pinned, see `pinned` and `packShape`
 * @article none — technical
 */
export async function rowsOver<T>(
  tx: Transaction,
  counties: readonly string[],
  statement: (pin: CountyPin) => SQL,
): Promise<T[]> {
  if (counties.length === 0) return [];
  const { text, parameters } = renderSql(statement(pinOf(counties)), COUNTIES);
  return tx.text(text, [countiesParameter(counties), ...parameters]);
}

/**
 * 成列读取 · As `rowsOver`, of many rows with few columns: they travel as one text a column, which is read in one go each, where a
 * row a time is a message, and a text a value.
 *
 * @param columns  that the statement has, in any order
 * @returns rows with these columns, days and instants as text
 * @article none — technical
 */
export async function columnsOver(
  tx: Transaction,
  counties: readonly string[],
  columns: readonly string[],
  statement: (pin: CountyPin) => SQL,
): Promise<Row[]> {
  const lists = columns.map((name) => `json_agg(${name}) AS ${name}`).join(', ');
  const [found] = await rowsOver<Record<string, readonly unknown[] | null>>(
    tx,
    counties,
    (pin) => sql`SELECT ${sql.raw(lists)} FROM (${statement(pin)}) r`,
  );
  const [first] = columns;
  if (found === undefined || first === undefined) return [];
  return (found[first] ?? []).map((_, at) => {
    const row: Row = {};
    for (const name of columns) row[name] = found[name]![at];
    return row;
  });
}

/** 县条件的形式 · One county or several. @article none — technical */
export function pinOf(counties: readonly string[]): CountyPin {
  return counties.length === 1 ? 'one' : 'several';
}

/** Of lists that are asked about again and again, such as the nation's. */
const literals = new WeakMap<readonly string[], string>();

/** Codes are digits, so that the array literal needs no quoting. */
function countiesParameter(counties: readonly string[]): string {
  if (counties.length === 1) return String(counties[0]);
  const known = literals.get(counties);
  if (known !== undefined) return known;
  const literal = `{${counties.join(',')}}`;
  literals.set(counties, literal);
  return literal;
}
