import { sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Department } from '../../domain/support/policy-instrument.js';
import type { Transaction } from '../../platform/database/database.js';
import { arrayLiteral } from '../../platform/database/filter-condition.js';
import { inScope } from '../../platform/database/scope-condition.js';
import type { Reach } from '../access/index.js';
import { departmentLink } from './alert.table.js';

/** 收到数据 · That a department delivered for a county. */
export interface Delivered {
  readonly county: string;
  readonly department: Department;
  readonly on: CalendarDate;
  /** Instant, RFC 3339. */
  readonly at: string;
}

/** 记收到数据 · Notes when a department last delivered; the first time begins the link, in batches until the county says more. @article 5.2 */
export async function noteDelivery(tx: Transaction, { county, department, on, at }: Delivered): Promise<void> {
  await tx.rows(sql`
    INSERT INTO ${departmentLink} (county_code, id, region_code, department, real_time, since, last_received_at, updated_at)
    VALUES (${county}, ${uuidv7()}::uuid, ${county}, ${department}, false, ${on}::date, ${at}::timestamptz, ${at}::timestamptz)
    ON CONFLICT (county_code, region_code, department) DO UPDATE
      SET last_received_at = greatest(department_link.last_received_at, excluded.last_received_at), updated_at = excluded.updated_at`);
}

/** 部门联通 · One department's link in some regions. */
export interface LinkFound {
  readonly department: Department;
  readonly realTime: boolean;
  readonly since: CalendarDate;
  /** Instant, RFC 3339; null where nothing came. */
  readonly lastReceivedAt: string | null;
}

/** 部门联通清单 · The links of some counties, and of regions above that go by their own code, one line a department. @article 5.2 */
export function linksOf(tx: Transaction, reach: Reach, codes: readonly string[]): Promise<LinkFound[]> {
  return tx.rows<LinkFound>(sql`
    SELECT t.department, bool_or(t.real_time) AS "realTime", min(t.since) AS since,
      to_char(max(t.last_received_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "lastReceivedAt"
    FROM ${departmentLink} t WHERE t.county_code = ANY (${arrayLiteral(codes)}::text[]) AND ${inScope(reach.scope, null)}
    GROUP BY t.department ORDER BY t.department`);
}

/** 登记联通 · What an office says of a link. */
export interface LinkRecorded {
  readonly region: string;
  readonly department: Department;
  readonly since: CalendarDate;
  readonly realTime: boolean;
  readonly at: string;
}

/** 登记联通 · Writes what an office says of a link; when something last came stays. @article 5.2 */
export async function recordLink(
  tx: Transaction,
  { region, department, since, realTime, at }: LinkRecorded,
): Promise<void> {
  await tx.rows(sql`
    INSERT INTO ${departmentLink} (county_code, id, region_code, department, real_time, since, updated_at)
    VALUES (${region}, ${uuidv7()}::uuid, ${region}, ${department}, ${realTime}, ${since}::date, ${at}::timestamptz)
    ON CONFLICT (county_code, region_code, department) DO UPDATE
      SET real_time = excluded.real_time, since = excluded.since, updated_at = excluded.updated_at`);
}
