import { getTableColumns, getTableName, sql } from 'drizzle-orm';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Transaction } from '../../platform/database/database.js';
import { declaredTables } from '../../platform/database/table-kind.js';
import type { HouseholdPlace } from '../household/index.js';
import { identityReview } from '../identity/identity.table.js';
import { member } from '../member/member.table.js';

/** 注销前情况 · What is known of a household that is to be closed; it must be locked. */
export interface StandingRecord {
  readonly openCases: readonly string[];
  readonly openLeads: number;
  readonly lastOn: CalendarDate;
}

/** 注销前情况 · What is under way of a household, and the last day on which anything was decided or recorded of it. */
export async function standingOf(tx: Transaction, { county, id }: HouseholdPlace): Promise<StandingRecord | null> {
  const own = sql`c.county_code = ${county} AND c.household_id = ${id}::uuid`;
  const last = (table: string, column: string) =>
    sql`(SELECT max(${sql.raw(`c.${column}`)}) FROM ${sql.raw(`${table} c`)} WHERE ${own})`;
  const [found] = await tx.rows<StandingRecord>(sql`
    SELECT
      (SELECT coalesce(json_agg(c.number ORDER BY c.number), '[]') FROM monitoring_case c
        WHERE ${own} AND c.status IN ('UNDER_IDENTIFICATION', 'MONITORED', 'UNDER_ELIMINATION')) AS "openCases",
      (SELECT count(*)::int FROM lead c WHERE ${own} AND c.status = 'OPEN') AS "openLeads",
      coalesce(greatest(${last('monitoring_case', 'opened_on')}, ${last('monitoring_case', 'eliminated_on')},
        ${last('procedure_run', 'ended_on')}, ${last('lead', 'reported_on')}, ${last('income_record', 'window_to')},
        ${last('guarantee_check', 'checked_on')}), (h.created_at AT TIME ZONE 'Asia/Shanghai')::date)::text AS "lastOn"
    FROM household h WHERE h.county_code = ${county} AND h.id = ${id}::uuid`);
  return found ?? null;
}

/** 成员号码 · The sealed identity numbers of a household's members. */
export function sealedNumbersOf(
  tx: Transaction,
  { county, id }: HouseholdPlace,
): Promise<{ readonly id: string; readonly idNumberSealed: string }[]> {
  return tx.rows(sql`
    SELECT m.id, m.id_number_sealed AS "idNumberSealed" FROM ${member} m
    WHERE m.county_code = ${county} AND m.household_id = ${id}::uuid AND m.id_number_sealed IS NOT NULL`);
}

/** Tables whose rows are found by themselves and leave lists and searches with the record. */
function closing(): string[] {
  return [...declaredTables().keys()]
    .filter((table) => Object.values(getTableColumns(table)).some(({ name }) => name === 'record_closed_on'))
    .map(getTableName);
}

/** 随档注销 · Takes all that belongs to a household out of lists and searches; the scope must show closed records. */
export async function closeWithHousehold(
  tx: Transaction,
  { county, id }: HouseholdPlace,
  on: CalendarDate,
): Promise<void> {
  await Promise.all(
    closing().map((table) =>
      tx.rows(sql`
        UPDATE ${sql.identifier(table)} SET record_closed_on = ${on}::date
        WHERE county_code = ${county} AND household_id = ${id}::uuid`),
    ),
  );
}

/** 了结身份复核 · Reviews that wait on members of a record that was closed need nobody any more. */
export async function settleReviewsOf(tx: Transaction, county: string, memberIds: readonly string[], on: CalendarDate) {
  if (memberIds.length === 0) return;
  await tx.rows(sql`
    UPDATE ${identityReview} SET settled_on = ${on}::date, outcome = 'MEMBER_LEFT'
    WHERE county_code = ${county} AND settled_on IS NULL
      AND member_id IN (${sql.join(
        memberIds.map((id) => sql`${id}::uuid`),
        sql`, `,
      )})`);
}

/** 已注销档案 · What is said of a record that was closed. */
export interface ClosedRecordRow {
  readonly number: string;
  readonly reason: string;
  readonly closedOn: CalendarDate;
  readonly keptUntil: CalendarDate | null;
}

/** 已注销档案 · A record that was closed; null where it is open or not in the scope. */
export async function closedRecord(tx: Transaction, { county, id }: HouseholdPlace): Promise<ClosedRecordRow | null> {
  const [row] = await tx.rows<ClosedRecordRow>(sql`
    SELECT number, closing_reason AS reason, closed_on::text AS "closedOn", kept_until::text AS "keptUntil"
    FROM household WHERE county_code = ${county} AND id = ${id}::uuid AND closed_on IS NOT NULL`);
  return row ?? null;
}
