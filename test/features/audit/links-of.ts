import { sql } from 'drizzle-orm';
import type { AuditLink } from '../../../src/features/audit/append-audit.js';
import type { Database } from '../../../src/platform/database/database.js';
import { WHOLE_REGISTER } from '../../../src/platform/database/scope.js';

/** The links of a subject's chain, in order. */
export function linksOf(database: Database, county: string, subjectId: string): Promise<AuditLink[]> {
  return database.read(WHOLE_REGISTER, (tx) =>
    tx.rows<AuditLink>(sql`
      SELECT county_code AS "countyCode", region_code AS "regionCode", household_id AS "householdId", subject_type AS "subjectType",
        subject_id AS "subjectId", sequence, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at,
        occurred_on AS "occurredOn", actor, role, action, change, request_id AS "requestId", hash, previous_hash AS "previousHash"
      FROM audit_event WHERE county_code = ${county} AND subject_id = ${subjectId}::uuid ORDER BY sequence`),
  );
}
