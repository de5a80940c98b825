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

/** 各密钥密文数 · How many texts of a column each key and suite sealed. */
export function countByKey(
  engine: Engine,
  { table, column }: SealedColumn,
): Promise<{ readonly key: string; readonly suite: 'aes' | 'sm4'; readonly count: number }[]> {
  return read(
    engine,
    `SELECT split_part(${column}, '.', 1) AS key, CASE split_part(${column}, '.', 3) WHEN '' THEN 'aes' ELSE split_part(${column}, '.', 2) END AS suite,
       count(*)::int AS count FROM ${table} WHERE ${column} IS NOT NULL GROUP BY 1, 2`,
    [],
  );
}

function read<T>(engine: Engine, text: string, parameters: readonly unknown[]): Promise<T[]> {
  return engine.transaction(['BEGIN READ ONLY'], false, (connection: Connection) =>
    connection.query(text, parameters, 'object'),
  ) as Promise<T[]>;
}
