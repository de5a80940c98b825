import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/database/database.js';
import { arrayLiteral } from '../../platform/database/filter-condition.js';
import type { DatabaseScope } from '../../platform/database/scope.js';
import { inScope } from '../../platform/database/scope-condition.js';
import { auditEvent } from '../audit/audit.table.js';

/** 变更 · A change as the audit trail tells it: the trail is written in the change's own transaction, and is the outbox. */
export interface FedChange {
  readonly eventId: string;
  readonly countyCode: string;
  readonly regionCode: string;
  readonly subjectType: string;
  readonly subjectId: string;
  /** Alerts that were taken in or matched, with the status that they began with; null for other changes. */
  readonly alerts: readonly { readonly alert: string; readonly alertStatus?: string }[] | null;
}

/** Of one look; what is over it comes with the next. */
const MOST_CHANGES = 2_000;

/**
 * 新近变更 · Changes of cases, and alerts that came in, since an instant, in some counties of a scope.
 *
 * @param known  events that were told before, left out
 */
export function changesSince(
  tx: Transaction,
  scope: DatabaseScope,
  counties: readonly string[],
  since: string,
  known: readonly string[],
): Promise<FedChange[]> {
  return tx.rows<FedChange>(sql`
    SELECT t.id AS "eventId", t.county_code AS "countyCode", t.region_code AS "regionCode", t.subject_type AS "subjectType",
      t.subject_id AS "subjectId", t.change -> 'alerts' AS alerts
    FROM ${auditEvent} t
    WHERE t.county_code = ANY (${arrayLiteral(counties)}::text[]) AND t.at >= ${since}::timestamptz AND ${inScope(scope, null)}
      AND (t.subject_type = 'MonitoringCase' OR t.action IN ('submitDepartmentAlerts', 'matchAlert'))
      AND NOT EXISTS (SELECT FROM unnest(${arrayLiteral(known)}::uuid[]) k(id) WHERE k.id = t.id)
    ORDER BY t.at, t.id LIMIT ${MOST_CHANGES}`);
}
