import { type SQL, sql } from 'drizzle-orm';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { type CountyPin, pinnedBeside } from '../../platform/database/read-shape.js';
import { movesCase } from './case-moves.repository.js';

/** The outer statement names the counties of `c`, which all else is looked up by. */
const at = (alias: string, pin: CountyPin): SQL => sql.raw(pinnedBeside(alias, pin));

/** Net income of a window, in fen; its spending that could not be helped. */
const NET = 'i.wages + i.business + i.property + i.transfers - i.business_expenses';
const RIGID = 'i.medical + i.education + i.disaster + i.accident + i.housing + i.other';
const SECURE = ['food', 'clothing', 'compulsory_education', 'basic_medical_care', 'safe_housing', 'drinking_water']
  .map((name) => `g.${name} = 'SECURE'`)
  .join(' AND ');

/**
 * 某日的农户 · The households as the register tells of a day, with the columns of the table, to be read in its place: members who
 * had not left by then and were born, the newest income window that had ended, the newest check (each told where it is asked for only). Former status, resettlement and
 * special groups are those of now, since the register keeps no day of them; so are members who came, whenever that was.
 *
 * @param day  null for now: the table itself
 * @article 2.1
 */
export function householdsAt(day: CalendarDate | null, pin: CountyPin): SQL {
  if (day === null) return sql`household`;
  return sql`(SELECT c.county_code, c.id, c.region_code, c.number, c.former_status, c.resettled, c.special_groups, c.updated_at, c.closed_on,
      pm.size, pm.labour_count, pi.per_capita_fen, pi.per_capita_after_rigid_fen,
      (SELECT ${sql.raw(SECURE)} FROM guarantee_check g
        WHERE ${at('g', pin)} AND g.county_code = c.county_code AND g.household_id = c.id AND g.checked_on <= ${day}::date
        ORDER BY g.checked_on DESC, g.recorded_at DESC LIMIT 1) AS guarantees_secure
    FROM household c
    LEFT JOIN LATERAL (SELECT count(*)::integer AS size, (count(*) FILTER (WHERE p.labour IN ('SKILLED', 'ORDINARY', 'WEAK')))::integer AS labour_count
      FROM member p WHERE ${at('p', pin)} AND p.county_code = c.county_code AND p.household_id = c.id
        AND (p.removed_on IS NULL OR p.removed_on > ${day}::date) AND coalesce(p.birth_date <= ${day}::date, true)) pm ON true
    LEFT JOIN LATERAL (SELECT round((${sql.raw(NET)})::numeric / i.heads)::bigint AS per_capita_fen,
        round((${sql.raw(NET)} - (${sql.raw(RIGID)}))::numeric / i.heads)::bigint AS per_capita_after_rigid_fen
      FROM income_record i WHERE ${at('i', pin)} AND i.county_code = c.county_code AND i.household_id = c.id AND i.window_to <= ${day}::date
      ORDER BY i.window_to DESC, i.window_from DESC LIMIT 1) pi ON true
    WHERE ${at('c', pin)} AND (c.created_at AT TIME ZONE 'Asia/Shanghai')::date <= ${day}::date AND (c.closed_on IS NULL OR c.closed_on > ${day}::date))`;
}

/**
 * 某日的档案 · The cases as their events tell of a day, with the columns of the table, to be read in its place: the status after the
 * last event by then, and what of identification, elimination, support and deadlines had happened. A category that was put right
 * since is the right one.
 *
 * @param day  null for now: the table itself
 * @article 3.2
 */
export function casesAt(day: CalendarDate | null, pin: CountyPin): SQL {
  if (day === null) return sql`monitoring_case`;
  const events = sql`audit_event e WHERE ${at('e', pin)} AND e.county_code = c.county_code AND e.subject_id = c.id AND e.occurred_on <= ${day}::date`;
  const due = (table: string, ended: string): SQL =>
    sql`(SELECT min(d.due_on) FROM ${sql.raw(table)} d WHERE ${at('d', pin)} AND d.county_code = c.county_code AND d.case_id = c.id
      AND d.started_on <= ${day}::date AND (${sql.raw(`d.${ended}`)} IS NULL OR ${sql.raw(`d.${ended}`)} > ${day}::date))`;
  return sql`(SELECT c.county_code, c.id, c.region_code, c.household_id, c.number, c.channel, c.source, c.opened_on, c.updated_at, c.record_closed_on, st.status,
      CASE WHEN c.identified_on <= ${day}::date THEN c.identified_on END AS identified_on,
      CASE WHEN st.status = 'RISK_ELIMINATED' THEN st.occurred_on END AS eliminated_on,
      CASE WHEN c.supported_on <= ${day}::date THEN c.supported_on END AS supported_on,
      CASE WHEN EXISTS (SELECT 1 FROM ${events} AND e.change ->> 'category' IS NOT NULL) THEN c.category END AS category,
      coalesce((SELECT (e.change ->> 'trackingOnly')::boolean FROM ${events} AND e.change ->> 'trackingOnly' IS NOT NULL
        ORDER BY e.sequence DESC LIMIT 1), false) AS tracking_only,
      least(${due('procedure_step', 'completed_on')}, ${due('procedure_run', 'ended_on')}) AS due_on
    FROM monitoring_case c JOIN LATERAL (SELECT e.change ->> 'status' AS status, e.occurred_on FROM ${events} AND ${movesCase('e')}
      ORDER BY e.sequence DESC LIMIT 1) st ON true
    WHERE ${at('c', pin)} AND c.opened_on <= ${day}::date AND (c.record_closed_on IS NULL OR c.record_closed_on > ${day}::date))`;
}
