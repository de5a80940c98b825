import { getTableColumns, getTableName, type SQL, sql } from 'drizzle-orm';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Transaction } from '../../platform/database/database.js';
import type { Engine } from '../../platform/database/engine.js';
import { renderSql } from '../../platform/database/render-sql.js';
import { sealedColumns, sealedPapers } from '../../platform/database/sealed-columns.js';
import { declaredTables } from '../../platform/database/table-kind.js';
import type { LockedHousehold } from './privacy.repository.js';

/** 到期档案 · A closed record whose personal data is still there. */
export interface DueRecord {
  readonly county: string;
  readonly id: string;
  readonly number: string;
  readonly reason: string;
  readonly closedOn: CalendarDate;
  readonly keptUntil: CalendarDate | null;
}

const DUE = sql.raw(`county_code AS county, id, number, closing_reason AS reason, closed_on::text AS "closedOn",
  kept_until::text AS "keptUntil"`);

/** 到期档案 · Records of some counties whose time of keeping is over, the longest over first. */
export function dueRecords(engine: Engine, today: CalendarDate, limit: number): Promise<DueRecord[]> {
  return read(
    engine,
    sql`SELECT ${DUE} FROM household WHERE closed_on IS NOT NULL AND erased_on IS NULL AND kept_until <= ${today}::date
        ORDER BY kept_until, county_code, id LIMIT ${limit}::bigint`,
  );
}

/** 锁定待销毁档案 · The record, locked; null where it is open, was erased before, or is still to be kept. */
export async function lockDue(tx: Transaction, county: string, id: string, today: CalendarDate) {
  const [row] = await tx.rows<LockedHousehold & { readonly number: string }>(sql`
    SELECT id, county_code AS "countyCode", region_code AS "regionCode", number, audit_sequence AS sequence, audit_hash AS hash
    FROM household WHERE county_code = ${county} AND id = ${id}::uuid AND closed_on IS NOT NULL AND erased_on IS NULL
      AND kept_until <= ${today}::date FOR UPDATE`);
  return row ?? null;
}

/** Facts that point at a person even without a name. */
const POINTING = ['birth_date', 'ethnicity'];
/** Words and numbers in plain columns by which somebody else knows the household, and what stands in their place. */
const KNOWN_ELSEWHERE: Readonly<Record<string, SQL>> = {
  'department_alert.id_digest': sql`NULL`,
  'department_alert.household_number': sql`NULL`,
  'department_alert.reference': sql`'erased-' || id::text`,
  'monitoring_case.number': sql`'erased-' || id::text`,
  'screening_finding.message': sql`'{"zh": "已销毁", "en": "erased"}'::jsonb`,
  'screening_finding.evidence': sql`'{}'::jsonb`,
};
/** Whose rows of a table belong to a household, as a condition on alias `t`. */
function ownRows(table: string, columns: readonly string[], county: string, id: string): SQL | null {
  const pinned = sql`t.county_code = ${county}`;
  if (table === 'household') return sql`${pinned} AND t.id = ${id}::uuid`;
  if (columns.includes('household_id')) return sql`${pinned} AND t.household_id = ${id}::uuid`;
  const cases = sql`(SELECT c.id FROM monitoring_case c WHERE c.county_code = ${county} AND c.household_id = ${id}::uuid)`;
  const members = sql`(SELECT m.id FROM member m WHERE m.county_code = ${county} AND m.household_id = ${id}::uuid)`;
  if (table === 'objection') return sql`${pinned} AND t.case_id IN ${cases}`;
  return table === 'identity_review' ? sql`${pinned} AND t.member_id IN ${members}` : null;
}

/**
 * 销毁个人信息 · Takes every sealed text, every paper and every fact that points at a person out of all rows of a household. A text
 * that must be there becomes a sealed nothing.
 *
 * @param nothing  the sealed empty text of a place
 * @returns how many rows of which tables were written
 */
export async function eraseRows(
  tx: Transaction,
  { county, id }: { readonly county: string; readonly id: string },
  nothing: (table: string, column: string, rowId: string) => string,
): Promise<Readonly<Record<string, number>>> {
  const written: Record<string, number> = {};
  for (const [declared, kind] of declaredTables()) {
    const table = getTableName(declared);
    const columns = Object.values(getTableColumns(declared));
    const own = ownRows(
      table,
      columns.map(({ name }) => name),
      county,
      id,
    );
    if (kind !== 'DISTRIBUTED' || own === null) continue;
    const sealed = sealedColumns().filter((column) => column.table === table);
    const set = [
      ...sealed.filter(({ nullable }) => nullable).map(({ column }) => sql`${sql.identifier(column)} = NULL`),
      ...columns.filter(({ name }) => POINTING.includes(name)).map(({ name }) => sql`${sql.identifier(name)} = NULL`),
      ...columns.flatMap(({ name }) => {
        const instead = KNOWN_ELSEWHERE[`${table}.${name}`];
        return instead === undefined ? [] : [sql`${sql.identifier(name)} = ${instead}`];
      }),
      ...sealedPapers()
        .filter((papers) => papers.table === table)
        .map(({ column }) => sql`${sql.identifier(column)} = '[]'::jsonb`),
    ];
    const must = sealed.filter(({ nullable }) => !nullable);
    if (set.length === 0 && must.length === 0) continue;
    const name = sql.identifier(table);
    const rows = await tx.rows<{ id: string }>(sql`SELECT t.id FROM ${name} t WHERE ${own} ORDER BY t.id`);
    if (must.length === 0 && rows.length > 0)
      await tx.rows(sql`UPDATE ${name} t SET ${sql.join(set, sql`, `)} WHERE ${own}`);
    else
      for (const { id: rowId } of rows) {
        const filled = must.map(({ column }) => sql`${sql.identifier(column)} = ${nothing(table, column, rowId)}`);
        const all = sql.join([...set, ...filled], sql`, `);
        await tx.rows(sql`UPDATE ${name} SET ${all} WHERE county_code = ${county} AND id = ${rowId}::uuid`);
      }
    if (rows.length > 0) written[table] = rows.length;
  }
  return written;
}

/** 清除目录 · Takes the household, its cases, leads, alerts and objections out of the directories of the nation, and its reviews away. */
export async function eraseDirectories(tx: Transaction, county: string, id: string, number: string): Promise<void> {
  await tx.rows(
    sql`DELETE FROM household_number WHERE number = ${number} AND county_code = ${county} AND household_id = ${id}::uuid`,
  );
  const own = (table: 'lead' | 'objection') =>
    sql`SELECT t.receipt_digest FROM ${sql.identifier(table)} t WHERE ${ownRows(table, table === 'lead' ? ['household_id'] : [], county, id) ?? sql`false`}`;
  for (const table of ['lead', 'objection'] as const) {
    const digests = await tx.rows<{ receipt_digest: string }>(own(table));
    for (const { receipt_digest: digest } of digests)
      await tx.rows(sql`DELETE FROM receipt WHERE receipt_digest = ${digest} AND county_code = ${county}`);
  }
  const alerts = await tx.rows<{ id: string; reference_key: string }>(sql`
    SELECT t.id, t.sender_region || '/' || t.department || '/' || t.reference AS reference_key FROM department_alert t
    WHERE t.county_code = ${county} AND t.household_id = ${id}::uuid`);
  for (const { id: alert, reference_key: key } of alerts) {
    await tx.rows(sql`DELETE FROM alert_reference WHERE reference_key = ${key} AND county_code = ${county}`);
    await tx.rows(sql`DELETE FROM alert_place WHERE alert_id = ${alert}::uuid AND county_code = ${county}`);
  }
  const cases = await tx.rows<{ number: string }>(sql`
    SELECT c.number FROM monitoring_case c WHERE c.county_code = ${county} AND c.household_id = ${id}::uuid`);
  for (const { number: taken } of cases)
    await tx.rows(sql`DELETE FROM national_case_number WHERE number = ${taken} AND county_code = ${county}`);
  await tx.rows(sql`DELETE FROM identity_review t WHERE ${ownRows('identity_review', [], county, id) ?? sql`false`}`);
}

/** 记销毁 · Writes on the household's row that it was erased, under a number that says nothing, and moves its chain. */
export async function markErased(
  tx: Transaction,
  { county, id }: { readonly county: string; readonly id: string },
  on: CalendarDate,
  { auditSequence, auditHash }: { readonly auditSequence: number; readonly auditHash: string },
): Promise<void> {
  await tx.rows(sql`
    UPDATE household SET erased_on = ${on}::date, number = ${`erased-${id}`}, audit_sequence = ${auditSequence}::integer,
      audit_hash = ${auditHash} WHERE county_code = ${county} AND id = ${id}::uuid`);
}

function read<T>(engine: Engine, statement: SQL): Promise<T[]> {
  const { text, parameters } = renderSql(statement);
  return engine.transaction(['BEGIN READ ONLY'], false, (connection) =>
    connection.query(text, parameters, 'object'),
  ) as Promise<T[]>;
}
