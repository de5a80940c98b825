import { type SQL, sql } from 'drizzle-orm';
import type { DisclosureParameters } from '../../domain/statistics/disclosure/parameters.js';
import type { Transaction } from '../../platform/database/database.js';
import { arrayLiteral } from '../../platform/database/filter-condition.js';
import { rowsOver } from '../../platform/database/read-rows.js';
import { bandOf, moves, type StatBasis } from '../stat-source/index.js';
import { publication } from './publication.table.js';
import { publishedScore } from './published-cell.table.js';
import {
  publishedAlert,
  publishedCase,
  publishedFlow,
  publishedHousehold,
  publishedMeasure,
} from './published-unit.table.js';
import { recordKeyOf as keyOf } from './record-key.repository.js';

/** 一次发布 · A publication that is complete. */
export interface Publication {
  readonly id: string;
  readonly day: string;
  readonly completedAt: string;
  readonly parameters: DisclosureParameters;
  /** Of the key by which it is perturbed; null where that was not kept. */
  readonly keyCheck: string | null;
  /** What was kept with it; null where that was not noted. */
  readonly parts: readonly string[] | null;
}

/** 最新发布 · The publication that is read; null before the first. @article 5.3 */
export async function newestPublication(tx: Transaction): Promise<Publication | null> {
  const [found] = await tx.rows<Publication>(sql`
    SELECT id, day, to_char(completed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "completedAt", parameters, key_check AS "keyCheck", parts
    FROM ${publication} WHERE completed_at IS NOT NULL ORDER BY completed_at DESC, id DESC LIMIT 1`);
  return found ?? null;
}

/**
 * 独占发布 · Whether nobody else is publishing at the moment, over all processes. Until the transaction ends no other gets past it,
 * so that two who begin at once begin one after the other.
 */
export async function isFreeToPublish(tx: Transaction, now: string): Promise<boolean> {
  await tx.rows(sql`SELECT pg_advisory_xact_lock(7202116)`);
  const others = await tx.rows(
    sql`SELECT id FROM ${publication} WHERE completed_at IS NULL AND lease_until > ${now}::timestamptz`,
  );
  return others.length === 0;
}

/** 开始发布 · Enters a publication that nobody reads yet. */
export async function beginPublication(
  tx: Transaction,
  values: {
    readonly id: string;
    readonly day: string;
    readonly startedAt: string;
    readonly leaseUntil: string;
    readonly parameters: DisclosureParameters;
    readonly keyCheck: string;
    readonly parts: string[];
  },
): Promise<void> {
  await tx.insert(publication, [values]);
}

/**
 * 续占发布 · Keeps a publication for whoever fills it; until the transaction ends nobody takes it away.
 *
 * @returns false where another took over meanwhile
 */
export async function keepPublication(tx: Transaction, id: string, leaseUntil: string): Promise<boolean> {
  const kept = await tx.rows(sql`
    UPDATE ${publication} SET lease_until = ${leaseUntil}::timestamptz WHERE id = ${id}::uuid AND completed_at IS NULL RETURNING id`);
  return kept.length > 0;
}

/**
 * 完成发布 · From now on it is the one that is read.
 *
 * @returns false where another took over meanwhile
 */
export async function completePublication(tx: Transaction, id: string, completedAt: string): Promise<boolean> {
  const completed = await tx.rows(sql`
    UPDATE ${publication} SET completed_at = ${completedAt}::timestamptz, lease_until = NULL
    WHERE id = ${id}::uuid AND completed_at IS NULL RETURNING id`);
  return completed.length > 0;
}

/** 放弃发布 · Forgets a publication that was not completed, so that the next need not wait for its lease. */
export async function abandonPublication(tx: Transaction, id: string): Promise<void> {
  await tx.rows(sql`DELETE FROM ${publication} WHERE id = ${id}::uuid AND completed_at IS NULL`);
}

/** 清除旧发布 · Forgets every publication but some; their rows go county by county, see `clearCounty`. */
export async function forgetPublications(tx: Transaction, kept: readonly string[]): Promise<void> {
  await tx.rows(sql`DELETE FROM ${publication} WHERE id <> ALL (${arrayLiteral(kept)}::uuid[])`);
}

/** 有登记的县 · Counties that have households, of some, and those of which something was published. */
export async function countiesToPublish(
  tx: Transaction,
  counties: readonly string[],
): Promise<{ readonly registered: string[]; readonly emptied: string[] }> {
  const having = async (table: 'household' | 'published_household'): Promise<string[]> => {
    const from = sql`SELECT h.county_code AS county FROM ${sql.identifier(table)} h`;
    const rows = await rowsOver<{ county: string }>(tx, counties, (pin) =>
      pin === 'one'
        ? sql`${from} WHERE h.county_code = $1 GROUP BY 1`
        : sql`${from} WHERE h.county_code = ANY ($1::text[]) GROUP BY 1`,
    );
    return rows.map(({ county }) => county).sort();
  };
  const [registered, published] = await Promise.all([having('household'), having('published_household')]);
  return { registered, emptied: published.filter((county) => !registered.includes(county)) };
}

/** 清除一县旧行 · Rows of a county of publications that are no longer there. */
export async function clearCounty(tx: Transaction, county: string): Promise<void> {
  const rows = await tx.rows<{ id: string }>(sql`SELECT id FROM ${publication}`);
  const kept = rows.map(({ id }) => id);
  for (const table of [
    publishedHousehold,
    publishedCase,
    publishedMeasure,
    publishedAlert,
    publishedFlow,
    publishedScore,
  ])
    await tx.rows(
      sql`DELETE FROM ${table} WHERE county_code = ${county} AND publication_id <> ALL (${arrayLiteral(kept)}::uuid[])`,
    );
}

/**
 * 发布一县 · Writes a row for every household, case and measure of a county as they stand on the day. The record key is the household's,
 * whatever is counted of it, so that the same households are perturbed alike in whatever words they are asked for.
 *
 * @param line  the county's monitoring line, fen a head; null for none
 */
export async function publishCounty(
  tx: Transaction,
  county: string,
  id: string,
  basis: StatBasis,
  line: number | null,
): Promise<void> {
  const own = (unit: string): SQL => sql`md5(${id}::text || ${sql.raw(unit)}::text)::uuid`;
  const within = line === null ? sql`NULL::boolean` : sql`h.per_capita_fen < ${line}::bigint`;
  const monitored = sql`EXISTS (SELECT 1 FROM monitoring_case o WHERE o.county_code = ${county} AND o.household_id = h.id
    AND o.status IN ('UNDER_IDENTIFICATION', 'MONITORED', 'UNDER_ELIMINATION'))`;
  const household = sql`h.former_status, h.resettled, h.size, h.special_groups, ${monitored}, ${within}, h.guarantees_secure, h.per_capita_fen`;
  const householdColumns = sql`former_status, resettled, size, special_groups, monitored, within_range, guarantees_secure, per_capita_fen`;
  await tx.rows(sql`
    INSERT INTO ${publishedHousehold} (county_code, id, region_code, publication_id, record_key, ${householdColumns}, labour_count, band, rigid_fen)
    SELECT h.county_code, ${own('h.id')}, h.region_code, ${id}::uuid, ${keyOf('h.id')}, ${household}, h.labour_count,
      ${bandOf('h.county_code', 'h.per_capita_fen', basis)},
      (SELECT i.medical + i.education + i.disaster + i.accident + i.housing + i.other FROM income_record i
       WHERE i.county_code = ${county} AND i.household_id = h.id ORDER BY i.window_to DESC, i.window_from DESC LIMIT 1)
    FROM household h WHERE h.county_code = ${county}`);
  const risks = (open: SQL): SQL => sql`ARRAY(SELECT DISTINCT k.risk_type FROM case_risk k
    WHERE k.county_code = ${county} AND k.case_id = c.id ${open} ORDER BY 1)`;
  await tx.rows(sql`
    INSERT INTO ${publishedCase} (county_code, id, region_code, publication_id, record_key, ${householdColumns}, category, status, channel,
      risk_types, open_risk_types, opened_on, identified_on, eliminated_on, tracking_only, identification_days, overdue, relapsed, without_support)
    SELECT c.county_code, ${own('c.id')}, c.region_code, ${id}::uuid, ${keyOf('h.id')}, ${household}, c.category, c.status, c.channel,
      ${risks(sql``)}, ${risks(sql`AND k.resolved_on IS NULL`)}, c.opened_on, c.identified_on, c.eliminated_on, c.tracking_only,
      CASE WHEN c.source = 'REGISTER' THEN c.identified_on - c.opened_on END, coalesce(c.due_on < ${basis.today}::date, false),
      EXISTS (SELECT 1 FROM monitoring_case p WHERE p.county_code = ${county} AND p.household_id = c.household_id
        AND p.status = 'RISK_ELIMINATED' AND (p.opened_on, p.id) < (c.opened_on, c.id)),
      c.status = 'MONITORED' AND c.supported_on IS NULL
    FROM monitoring_case c JOIN household h ON h.county_code = ${county} AND h.id = c.household_id WHERE c.county_code = ${county}`);
  await tx.rows(sql`
    INSERT INTO ${publishedMeasure} (county_code, id, region_code, publication_id, record_key, family, instrument, nature, timing, funding_source,
      status, starts_on, budget_fen, delivered_fen)
    SELECT m.county_code, ${own('m.id')}, m.region_code, ${id}::uuid, ${keyOf('m.household_id')}, m.family, m.instrument, m.nature,
      m.timing, m.funding_source, m.status, m.starts_on, m.budget_fen, m.delivered_fen
    FROM support_measure m WHERE m.county_code = ${county}`);
  await tx.rows(sql`
    INSERT INTO ${publishedAlert} (county_code, id, region_code, publication_id, record_key, department, kind, grade, status, raised_on, overdue, verification_days)
    SELECT a.county_code, ${own('a.id')}, a.region_code, ${id}::uuid, ${keyOf('coalesce(a.household_id, a.id)')},
      a.department, a.kind, a.grade, a.status, a.raised_on,
      coalesce(a.status = 'DISPATCHED' AND a.verify_by < ${basis.today}::date, false), a.settled_on - a.dispatched_on
    FROM department_alert a WHERE a.county_code = ${county}`);
  const move = "c.id::text || '/' || mv.sequence::text";
  await tx.rows(sql`
    INSERT INTO ${publishedFlow} (county_code, id, region_code, publication_id, record_key, moved_on, from_status, to_status, size, relapsed)
    SELECT c.county_code, ${own(`(${move})`)}, c.region_code, ${id}::uuid, ${keyOf('h.id')}, mv.moved_on, mv.from_status, mv.to_status, h.size,
      EXISTS (SELECT 1 FROM monitoring_case p WHERE p.county_code = ${county} AND p.household_id = c.household_id
        AND p.status = 'RISK_ELIMINATED' AND (p.opened_on, p.id) < (c.opened_on, c.id))
    FROM monitoring_case c JOIN household h ON h.county_code = ${county} AND h.id = c.household_id ${moves(sql`${county}`, 'c')}
    WHERE c.county_code = ${county}`);
}
