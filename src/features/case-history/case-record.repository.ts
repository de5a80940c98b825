import { sql } from 'drizzle-orm';
import type { DiscoveryChannel } from '../../domain/case/monitoring-case.js';
import type { CaseEvent, RebuiltPerson } from '../../domain/case/rebuild/rebuilt-case.js';
import type { Transaction } from '../../platform/database/database.js';
import { auditEvent } from '../audit/audit.table.js';
import { monitoringCase, responsiblePerson } from '../case/case.table.js';

/** 档案的其余各列 · What a case's record says that no rule looks at. */
export interface CaseRest {
  readonly channel: DiscoveryChannel;
  readonly configVersion: string;
  readonly withdrawalReason: string | null;
}

/** 档案的其余各列 · Of one case. */
export async function restOfCase(tx: Transaction, county: string, id: string): Promise<CaseRest | null> {
  const [row] = await tx.rows<CaseRest>(sql`
    SELECT channel, config_version AS "configVersion", withdrawal_reason AS "withdrawalReason"
    FROM ${monitoringCase} WHERE county_code = ${county} AND id = ${id}::uuid`);
  return row ?? null;
}

/** 历任责任人 · Every term of responsibility for a case, without names. */
export function personsOf(tx: Transaction, county: string, caseId: string): Promise<RebuiltPerson[]> {
  return tx.rows<RebuiltPerson>(sql`
    SELECT id, organization, serves_from AS "from", serves_to AS "to" FROM ${responsiblePerson}
    WHERE county_code = ${county} AND case_id = ${caseId}::uuid ORDER BY serves_from, id`);
}

/** 措施提供方 · Who provides each measure of a case, as it is kept. */
export function providersOf(
  tx: Transaction,
  county: string,
  caseId: string,
): Promise<{ readonly id: string; readonly provider: string | null }[]> {
  return tx.rows(sql`
    SELECT m.id, m.provider FROM support_measure m WHERE m.county_code = ${county} AND m.case_id = ${caseId}::uuid`);
}

/** Longer than any case: a chain of so many events is looked at from its beginning and told to differ. */
const MOST_EVENTS = 10_000;

/** 档案的全部事件 · Every event of a case, oldest first. */
export function eventsOf(tx: Transaction, county: string, caseId: string): Promise<CaseEvent[]> {
  return tx.rows<CaseEvent>(sql`
    SELECT action, occurred_on AS "occurredOn", change FROM ${auditEvent}
    WHERE county_code = ${county} AND subject_id = ${caseId}::uuid ORDER BY sequence LIMIT ${MOST_EVENTS}`);
}
