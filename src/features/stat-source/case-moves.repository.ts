import { type SQL, sql } from 'drizzle-orm';
import { CASE_STATUSES } from '../../domain/case/monitoring-case.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';

/** 变动事件 · That an event says what became of its case; a measure's status stands under the same name. */
export const movesCase = (alias: 'e' | 'b' | 't'): SQL =>
  sql.raw(`${alias}.change ->> 'status' IN (${CASE_STATUSES.map((status) => `'${status}'`).join(', ')})`);

/** 变动之日 · Days in which cases moved, both inclusive. @article none — technical */
export interface MovedDays {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** 时段内的变动事件 · That an event moved a case within some days, as the index of moves by their days finds it. @article none — technical */
export const movesCaseWithin = (alias: 'e' | 't', { from, to }: MovedDays): SQL =>
  sql`${movesCase(alias)} AND ${sql.raw(alias)}.occurred_on BETWEEN ${from}::date AND ${to}::date`;

/**
 * 状态变动 · Every change of status of the case of a row, with its day, as alias `mv`: what its events tell, oldest first.
 *
 * @param unit  alias of the case
 */
export function moves(county: SQL, unit: string): SQL {
  return sql`JOIN LATERAL (SELECT s.occurred_on AS moved_on, s.status AS to_status, lag(s.status) OVER (ORDER BY s.sequence) AS from_status, s.sequence
    FROM (SELECT e.sequence, e.occurred_on, e.change ->> 'status' AS status FROM audit_event e
      WHERE e.county_code = ${county} AND e.county_code = ${sql.raw(unit)}.county_code AND e.subject_id = ${sql.raw(unit)}.id AND ${movesCase('e')}) s
    ) mv ON mv.from_status IS DISTINCT FROM mv.to_status`;
}
