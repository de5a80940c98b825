import { sql } from 'drizzle-orm';
import type { ObjectionFacts } from '../../domain/case/actions/available-action.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Transaction } from '../../platform/database/database.js';
import { among } from '../../platform/database/filter-condition.js';
import { monitoringCase, responsiblePerson } from '../case/case.table.js';
import { noticeEntry, objection } from '../notice/notice.table.js';

/** 事项的旁证 · What the actions of a case depend on beside its own row and parts. */
export interface ActionBasis {
  readonly id: string;
  readonly servesSince: CalendarDate | null;
  readonly hasOtherOpenCase: boolean;
  readonly objections: readonly ObjectionFacts[];
}

/** 事项的旁证 · For some cases of a county, by case, in one statement; each subselect is bounded by the case. */
export async function actionBases(
  tx: Transaction,
  county: string,
  ids: readonly string[],
): Promise<Map<string, ActionBasis>> {
  const rows = await tx.rows<ActionBasis>(sql`
    SELECT c.id,
      (SELECT max(p.serves_from) FROM ${responsiblePerson} p
       WHERE p.county_code = ${county} AND p.case_id = c.id AND p.serves_to IS NULL) AS "servesSince",
      EXISTS (SELECT 1 FROM ${monitoringCase} o WHERE o.county_code = ${county} AND o.household_id = c.household_id AND o.id <> c.id
        AND o.status IN ('UNDER_IDENTIFICATION', 'MONITORED', 'UNDER_ELIMINATION')) AS "hasOtherOpenCase",
      (SELECT coalesce(json_agg(json_build_object('id', j.id, 'status', j.status, 'filedOn', j.filed_on, 'stepId', e.step_id)
         ORDER BY j.filed_on, j.id), '[]')
       FROM ${noticeEntry} e JOIN ${objection} j ON j.county_code = ${county} AND j.entry_id = e.id
       WHERE e.county_code = ${county} AND e.case_id = c.id AND j.status = 'OPEN') AS objections
    FROM ${monitoringCase} c WHERE c.county_code = ${county} AND ${among('c.id', ids, 'uuid')}`);
  return new Map(rows.map((row) => [row.id, row]));
}
