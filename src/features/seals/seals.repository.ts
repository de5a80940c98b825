import type { Connection, Engine } from '../../platform/database/engine.js';
import { arrayLiteral } from '../../platform/database/filter-condition.js';
import type { SealedColumn } from '../../platform/database/sealed-columns.js';

/** 密文 · One sealed text where it stands. */
export interface SealedValue {
  readonly county: string;
  readonly id: string;
  readonly sealed: string;
}

/** 分段位置 · The last row that was looked at; null before the first. */
export type SealPlace = Pick<SealedValue, 'county' | 'id'> | null;

/** Base64url has no dot, so one that follows the beginning belongs to another suite's mark. */
const outdated = (column: string): string =>
  `(${column} IS NOT NULL AND (NOT starts_with(${column}, $1) OR strpos(substr(${column}, length($1) + 1), '.') > 0))`;

/** 待重封数 · How many texts of a column do not begin as new ones do. */
export async function countOutdated(engine: Engine, { table, column }: SealedColumn, beginning: string) {
  const [row] = await read<{ count: number }>(
    engine,
    `SELECT count(*)::int AS count FROM ${table} WHERE ${outdated(column)}`,
    [beginning],
  );
  return row?.count ?? 0;
}

/** 一段待重封密文 · The next texts of a column that do not begin as new ones do, past a place, in the order of the key. */
export function nextOutdated(
  engine: Engine,
  { table, column }: SealedColumn,
  beginning: string,
  after: SealPlace,
  limit: number,
): Promise<SealedValue[]> {
  const past = after === null ? '' : 'AND (county_code, id) > ($3, $4::uuid)';
  return read<SealedValue>(
    engine,
    `SELECT county_code AS county, id, ${column} AS sealed FROM ${table} WHERE ${outdated(column)} ${past}
     ORDER BY county_code, id LIMIT $2`,
    [beginning, limit, ...(after === null ? [] : [after.county, after.id])],
  );
}

/**
 * 换上新密文 · Puts new texts in the place of old ones, each only where the old one still stands: what was written in between
 * is newer than ours.
 */
export async function replaceSealed(
  engine: Engine,
  { table, column }: SealedColumn,
  values: readonly (SealedValue & { readonly renewed: string })[],
): Promise<void> {
  const lists = (['county', 'id', 'sealed', 'renewed'] as const).map((key) =>
    arrayLiteral(values.map((value) => value[key])),
  );
  await engine.transaction(['BEGIN'], true, (connection) =>
    connection.query(
      `UPDATE ${table} t SET ${column} = x.renewed
       FROM unnest($1::text[], $2::uuid[], $3::text[], $4::text[]) AS x(county, id, sealed, renewed)
       WHERE t.county_code = x.county AND t.id = x.id AND t.${column} = x.sealed`,
      lists,
      'array',
    ),
  );
}

/** What a sealed text looks like, for what was kept in the open before. */
const FORM = String.raw`^[A-Za-z0-9_-]{1,40}\.(sm4\.)?[A-Za-z0-9_-]{30,}$`;

const BY_KEY = (texts: string): string =>
  `SELECT split_part(x, '.', 1) AS key, CASE split_part(x, '.', 3) WHEN '' THEN 'aes' ELSE split_part(x, '.', 2) END AS suite,
     count(*)::int AS count FROM (${texts}) s(x) WHERE x ~ '${FORM}' GROUP BY 1, 2`;

/** 各密钥密文数 · How many texts of a column each key and suite sealed. */
export function countByKey(
  engine: Engine,
  { table, column }: SealedColumn,
): Promise<{ readonly key: string; readonly suite: 'aes' | 'sm4'; readonly count: number }[]> {
  return read(engine, BY_KEY(`SELECT ${column} FROM ${table} WHERE ${column} IS NOT NULL`), []);
}

/** 材料中各密钥密文数 · As `countByKey`, of the titles and addresses of papers in JSON. */
export function countPapersByKey(
  engine: Engine,
  { table, column }: SealedPapers,
): Promise<{ readonly key: string; readonly suite: 'aes' | 'sm4'; readonly count: number }[]> {
  const texts = `SELECT v.x FROM ${table} t, jsonb_array_elements(t.${column}) e, LATERAL (VALUES (e->>'title'), (e->>'uri')) v(x)
    WHERE jsonb_typeof(t.${column}) = 'array'`;
  return read(engine, BY_KEY(texts), []);
}

/** 材料待重封数 · How many titles and addresses of papers do not begin as new ones do. */
export async function countOutdatedPapers(engine: Engine, { table, column }: SealedPapers, beginning: string) {
  const [row] = await read<{ count: number }>(
    engine,
    `SELECT count(*)::int AS count FROM ${table} t, jsonb_array_elements(t.${column}) e, LATERAL (VALUES (e->>'title'), (e->>'uri')) v(x)
     WHERE jsonb_typeof(t.${column}) = 'array' AND ${outdated('v.x')}`,
    [beginning],
  );
  return row?.count ?? 0;
}

/** 材料列 · A column of papers in JSON. */
export type SealedPapers = Pick<SealedColumn, 'table' | 'column'>;

/** 一行材料 · The papers of one row. */
export interface PapersOfRow {
  readonly county: string;
  readonly id: string;
  readonly papers: readonly Readonly<Record<string, unknown>>[];
}

/** 一段材料 · The next rows with papers past a place, in the order of the key. */
export function nextPapers(
  engine: Engine,
  { table, column }: SealedPapers,
  after: SealPlace,
  limit: number,
): Promise<PapersOfRow[]> {
  const past = after === null ? '' : 'AND (county_code, id) > ($2, $3::uuid)';
  return read<PapersOfRow>(
    engine,
    `SELECT county_code AS county, id, ${column} AS papers FROM ${table}
     WHERE jsonb_typeof(${column}) = 'array' AND ${column} <> '[]' ${past} ORDER BY county_code, id LIMIT $1`,
    [limit, ...(after === null ? [] : [after.county, after.id])],
  );
}

/** 换上新材料 · Puts the papers of a row anew where the old ones still stand. */
export async function replacePapers(
  engine: Engine,
  { table, column }: SealedPapers,
  rows: readonly (PapersOfRow & { readonly renewed: PapersOfRow['papers'] })[],
): Promise<void> {
  await engine.transaction(['BEGIN'], true, async (connection) => {
    for (const { county, id, papers, renewed } of rows)
      await connection.query(
        `UPDATE ${table} SET ${column} = $3::text::jsonb
         WHERE county_code = $1 AND id = $2::uuid AND ${column} = $4::text::jsonb`,
        [county, id, JSON.stringify(renewed), JSON.stringify(papers)],
        'array',
      );
  });
}

function read<T>(engine: Engine, text: string, parameters: readonly unknown[]): Promise<T[]> {
  return engine.transaction(['BEGIN READ ONLY'], false, (connection: Connection) =>
    connection.query(text, parameters, 'object'),
  ) as Promise<T[]>;
}
