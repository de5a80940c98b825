import { sql } from 'drizzle-orm';
import type { Role } from '../../domain/jurisdiction/role.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Transaction } from '../../platform/database/database.js';
import { arrayLiteral } from '../../platform/database/filter-condition.js';
import { screeningJob, screeningPart } from '../screening/screening.table.js';
import type { HazardRow } from './hazard.repository.js';
import { hazardEvent } from './hazard.table.js';

/** 筛查任务 · A screening that was asked for, with its hazard. */
export interface ScreeningJob {
  readonly id: string;
  readonly onDay: CalendarDate;
  readonly households: number;
  readonly requestedBy: string;
  readonly requestedAs: Role | null;
  readonly requestId: string;
  readonly hazard: Pick<HazardRow, 'rowId' | 'prefixes' | 'kind' | 'severity'>;
}

/**
 * 新增筛查任务 · Writes what was asked for. Two who ask at the same moment wait for each other here.
 *
 * @returns false where a screening of the hazard as of the day was asked for already
 */
export async function insertJob(tx: Transaction, values: typeof screeningJob.$inferInsert): Promise<boolean> {
  const { hazardId, onDay } = screeningJob;
  const insertion = tx.orm
    .insert(screeningJob)
    .values(values)
    .onConflictDoNothing({ target: [hazardId, onDay] });
  return (await tx.run(insertion.returning({ id: screeningJob.id }))).length > 0;
}

/** 未完任务 · Screenings that are not through, the oldest first, but for some; of one hazard where it is named. */
export function openJobs(
  tx: Transaction,
  hazardId: string | null = null,
  but: readonly string[] = [],
): Promise<ScreeningJob[]> {
  return tx.rows<ScreeningJob>(sql`
    SELECT t.id, t.on_day AS "onDay", t.households, t.requested_by AS "requestedBy", t.requested_as AS "requestedAs",
      t.request_id AS "requestId",
      json_build_object('rowId', h.id, 'prefixes', h.prefixes, 'kind', h.kind, 'severity', h.severity) AS hazard
    FROM ${screeningJob} t JOIN ${hazardEvent} h ON h.county_code = t.hazard_county AND h.id = t.hazard_id
    WHERE t.finished_at IS NULL AND t.id <> ALL (${arrayLiteral(but)}::uuid[]) AND (${hazardId}::uuid IS NULL OR t.hazard_id = ${hazardId}::uuid)
    ORDER BY t.requested_at, t.id LIMIT 100`);
}

/** 任务完成 · Writes that every county is through. */
export async function finishJob(tx: Transaction, id: string, at: string): Promise<void> {
  await tx.rows(sql`UPDATE ${screeningJob} SET finished_at = ${at}::timestamptz WHERE id = ${id}::uuid`);
}

/** 最近筛查 · The newest screening of a hazard. */
export interface LatestScreening {
  readonly hazardId: string;
  readonly on: CalendarDate;
  readonly households: number;
  readonly requestedAt: string;
  readonly finishedAt: string | null;
}

/** 最近筛查 · The newest screening of each of some hazards that were screened. */
export function latestJobs(tx: Transaction, hazardIds: readonly string[]): Promise<LatestScreening[]> {
  return tx.rows<LatestScreening>(sql`
    SELECT DISTINCT ON (t.hazard_id) t.hazard_id AS "hazardId", t.on_day AS "on", t.households,
      to_char(t.requested_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "requestedAt",
      to_char(t.finished_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "finishedAt"
    FROM ${screeningJob} t WHERE t.hazard_id = ANY (${arrayLiteral(hazardIds)}::uuid[])
    ORDER BY t.hazard_id, t.on_day DESC, t.requested_at DESC`);
}

/** 各风险事件的筛查进展 · What came of the screenings of a hazard, over the counties that the caller reaches. */
export interface HazardProgress {
  readonly hazardId: string;
  readonly subject: string;
  readonly screened: number;
  readonly singledOut: number;
  readonly leadsOpened: number;
}

/** 筛查进展 · Sums of the parts of some hazards, by screening. */
export function progressOf(
  tx: Transaction,
  counties: readonly string[],
  hazardIds: readonly string[],
): Promise<HazardProgress[]> {
  return tx.rows<HazardProgress>(sql`
    SELECT t.hazard_id AS "hazardId", t.subject, sum(t.households)::integer AS screened,
      sum(t.singled_out)::integer AS "singledOut", sum(t.leads_opened)::integer AS "leadsOpened"
    FROM ${screeningPart} t
    WHERE t.county_code = ANY (${arrayLiteral(counties)}::text[]) AND t.hazard_id = ANY (${arrayLiteral(hazardIds)}::uuid[])
    GROUP BY t.hazard_id, t.subject`);
}
