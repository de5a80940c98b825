import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from './database.js';
import { cutPage, type OrderColumn, orderBy, type Page, type PageRequest, pastBoundary, sortValues } from './page.js';
import { type CountyPin, type PackedShape, packShape, pinned, type ReadShape } from './read-shape.js';
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
  const found = await select(tx, shape, selection, wanted, null, null);
  return found.map(({ j }) => j);
}

/** 一页之行 · A row and the sort values for its cursor. */
export interface PageRow {
  readonly row: Row;
  readonly key: readonly (string | number | null)[];
}

/** 读取一页 · One page of a shape in an order, in one statement. @article none — technical */
export async function readPage(
  tx: Transaction,
  shape: ReadShape,
  selection: Selection,
  wanted: RowsWanted & { readonly order: readonly OrderColumn[] },
  request: PageRequest,
): Promise<Page<PageRow>> {
  const found = await select(
    tx,
    shape,
    selection,
    { ...wanted, limit: request.size + 1 },
    request,
    sortValues(wanted.order),
  );
  return cutPage(
    found.map(({ j, k }) => ({ row: j, key: k })),
    request,
  );
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

interface Packed {
  readonly j: unknown;
  readonly k: (string | number | null)[];
}

async function select(
  tx: Transaction,
  shape: ReadShape,
  selection: Selection,
  wanted: RowsWanted,
  request: PageRequest | null,
  key: string | null,
): Promise<{ j: Row; k: (string | number | null)[] }[]> {
  if (wanted.counties.length === 0) return [];
  const pin = pinOf(wanted.counties);
  const boundary = request === null ? null : pastBoundary(wanted.order ?? [], request);
  const where = boundary === null ? wanted.where : sql`${wanted.where} AND ${boundary}`;
  const { text: condition, parameters } = renderSql(where, COUNTIES);
  const order = wanted.order === undefined ? '' : ` ORDER BY ${orderBy(wanted.order, request?.backward ?? false)}`;
  const limit = wanted.limit === undefined ? '' : ` LIMIT ${wanted.limit}`;
  const kept = key === null ? '' : `, ${key} AS k`;
  const pack = packShape(shape, selection, pin);
  const text = sameText(
    pack,
    `AS j${kept} FROM ${shape.table} t WHERE ${pinned('t', pin)} AND ${condition}${order}${limit}`,
  );
  const found = await tx.text<Packed>(text, [countiesParameter(wanted.counties), ...parameters]);
  return found.map(({ j, k }) => ({ j: pack.unpack(j), k }));
}

/** Texts kept of one shape and selection; filters are the caller's to choose. */
const MOST_TEXTS = 50;

/** The same string for the same statement: a text of kilobytes is then neither put together nor hashed again. */
function sameText(pack: PackedShape, tail: string): string {
  const known = pack.texts.get(tail);
  if (known !== undefined) return known;
  const text = `SELECT ${pack.text} ${tail}`;
  if (pack.texts.size >= MOST_TEXTS) pack.texts.clear();
  pack.texts.set(tail, text);
  return text;
}

/** 县条件 · Pins another table of a `where` to the statement's counties, for sub-selects. */
export function pinnedTo(counties: readonly string[], alias: string): SQL {
  return sql.raw(pinned(alias, pinOf(counties)));
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

/** 县条件的形式 · One county or several. @article none — technical */
export function pinOf(counties: readonly string[]): CountyPin {
  return counties.length === 1 ? 'one' : 'several';
}

/** Codes are digits, so that the array literal needs no quoting. */
function countiesParameter(counties: readonly string[]): string {
  return counties.length === 1 ? String(counties[0]) : `{${counties.join(',')}}`;
}
