import { getTableColumns, getTableName, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../../platform/database/database.js';
import { WHOLE_REGISTER } from '../../platform/database/scope.js';
import { declaredTables } from '../../platform/database/table-kind.js';
import { household, householdNumber } from '../household/household.table.js';

/** 所在农户 · A household with the head of its chain, locked. */
export interface LockedHousehold {
  readonly id: string;
  readonly countyCode: string;
  readonly regionCode: string;
  readonly sequence: number;
  readonly hash: string | null;
}

/** 表中各行 · Rows of a table as they are kept. */
export interface KeptRows {
  readonly table: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** 按户编号查找 · Where the household of a number is, through the national directory; null where there is none. */
export function findByNumber(
  database: Database,
  number: string,
): Promise<{ readonly county: string; readonly id: string } | null> {
  return database.read(WHOLE_REGISTER, (tx) => placeOf(tx, number));
}

async function placeOf(tx: Transaction, number: string) {
  const [place] = await tx.rows<{ county: string; id: string }>(sql`
    SELECT county_code AS county, household_id AS id FROM ${householdNumber} WHERE number = ${number}`);
  return place ?? null;
}

/** 按户编号锁定 · The household of a number, through the national directory, locked; null where there is none. */
export async function lockByNumber(tx: Transaction, number: string): Promise<LockedHousehold | null> {
  const place = await placeOf(tx, number);
  if (place === null) return null;
  const [row] = await tx.rows<LockedHousehold>(sql`
    SELECT id, county_code AS "countyCode", region_code AS "regionCode", audit_sequence AS sequence, audit_hash AS hash
    FROM ${household} WHERE county_code = ${place.county} AND id = ${place.id}::uuid FOR UPDATE`);
  return row ?? null;
}

/** 一户所存 · Every row of every table that names the household, the household's own first. */
export async function rowsOfHousehold(tx: Transaction, { countyCode, id }: LockedHousehold): Promise<KeptRows[]> {
  const kept: KeptRows[] = [];
  for (const [table, kind] of declaredTables()) {
    const columns = Object.values(getTableColumns(table)).map(({ name }) => name);
    const own = table === household ? 'id' : columns.includes('household_id') ? 'household_id' : null;
    if (kind !== 'DISTRIBUTED' || own === null) continue;
    const rows = await tx.rows<{ row: Record<string, unknown> }>(sql`
      SELECT to_jsonb(t) AS row FROM ${table} t
      WHERE t.county_code = ${countyCode} AND ${sql.raw(`t.${own}`)} = ${id}::uuid ORDER BY t.id`);
    kept.push({ table: getTableName(table), rows: rows.map(({ row }) => row) });
  }
  return kept.sort((a, b) => Number(b.table === 'household') - Number(a.table === 'household'));
}

/** 移动链头 · Writes the head of the household's chain after an event. */
export async function moveHead(
  tx: Transaction,
  { countyCode, id }: LockedHousehold,
  { auditSequence, auditHash }: { readonly auditSequence: number; readonly auditHash: string },
): Promise<void> {
  await tx.rows(sql`
    UPDATE ${household} SET audit_sequence = ${auditSequence}::integer, audit_hash = ${auditHash}
    WHERE county_code = ${countyCode} AND id = ${id}::uuid`);
}
