import { type SQL, sql } from 'drizzle-orm';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { ELIMINATION_HORIZONS, RELAPSE_HORIZONS } from '../../domain/statistics/case-cohort.js';
import type { Transaction } from '../../platform/database/database.js';
import { arrayLiteral } from '../../platform/database/filter-condition.js';
import { rowsOver } from '../../platform/database/read-rows.js';
import { pinned, pinnedBeside } from '../../platform/database/read-shape.js';
import { inScope, isKept } from '../../platform/database/scope-condition.js';
import { bucketColumn, type UnitsWanted } from '../stat-source/index.js';
import type { FlowPeriod } from './case-flows.repository.js';

/** 帮扶截止日 · By which day whoever was identified on a day is to be helped, in some counties. */
export interface DueDays {
  readonly counties: readonly string[];
  readonly days: readonly { readonly identifiedOn: CalendarDate; readonly dueOn: CalendarDate }[];
}

/** 队列所求 · Which cases, by which days they were identified, and what their deadlines are. */
export interface CohortsWanted {
  readonly units: UnitsWanted;
  readonly period: FlowPeriod;
  readonly due: readonly DueDays[];
  readonly today: CalendarDate;
}

/** 队列计数 · A period with how many are observed and reached, by the names of `countsOf`. */
export type CohortRow = { readonly period: CalendarDate; readonly cases: number; readonly persons: number } & Readonly<
  Record<string, number>
>;

/** 期限列 · The name of a count of a horizon. */
export const countName = (what: 'eliminated' | 'relapsed', months: number, of: 'observed' | 'reached'): string =>
  `${what}_${months}_${of}`;

/** 读取队列 · What became of the cases identified in each period, in one statement. @article 3.2 */
export function readCaseCohorts(tx: Transaction, { units, period, due, today }: CohortsWanted): Promise<CohortRow[]> {
  const { scope, where, counties } = units;
  const horizons = [
    ...ELIMINATION_HORIZONS.flatMap((months) => horizon('eliminated', months, 'identified_on', 'eliminated_on', today)),
    ...RELAPSE_HORIZONS.flatMap((months) => horizon('relapsed', months, 'eliminated_on', 'again_on', today)),
  ];
  const helped = counted('supported', sql`support_due_on < ${today}::date`, sql`supported_on <= support_due_on`);
  return rowsOver<CohortRow>(
    tx,
    counties,
    (
      pin,
    ) => sql`SELECT period, count(*) AS cases, coalesce(sum(size), 0)::bigint AS persons, ${sql.join([...helped, ...horizons], sql`, `)}
      FROM (SELECT ${bucketColumn('t.identified_on', period.bucket).value} AS period, t.identified_on, t.eliminated_on, t.supported_on, h.size,
          CASE WHEN t.source = 'REGISTER' THEN l.due_on END AS support_due_on, again.day AS again_on
        FROM monitoring_case t JOIN household h ON ${sql.raw(pinnedBeside('h', pin))} AND h.county_code = t.county_code AND h.id = t.household_id
          LEFT JOIN (${limits(due)}) l ON l.place = ${placeOf(due)} AND l.identified_on = t.identified_on
          LEFT JOIN LATERAL (SELECT min(n.identified_on) AS day FROM monitoring_case n WHERE ${sql.raw(pinnedBeside('n', pin))}
            AND n.county_code = t.county_code AND n.household_id = t.household_id AND n.identified_on > t.eliminated_on) again ON true
        WHERE ${sql.raw(pinned('t', pin))} AND ${inScope(scope, 'household_id')} AND ${isKept(scope, 'record_closed_on')} AND ${where}
          AND t.identified_on BETWEEN ${period.from}::date AND ${period.to}::date) c
      GROUP BY 1 ORDER BY 1`,
  );
}

/** Observed once the last day of the time has passed. */
function horizon(
  what: 'eliminated' | 'relapsed',
  months: number,
  from: string,
  happened: string,
  today: CalendarDate,
): SQL[] {
  const last = sql.raw(`(${from} + interval '${months} months')::date`);
  return counted(`${what}_${months}`, sql`${last} < ${today}::date`, sql`${sql.raw(happened)} <= ${last}`);
}

function counted(name: string, observed: SQL, reached: SQL): SQL[] {
  return [
    sql`count(*) FILTER (WHERE ${observed}) AS ${sql.raw(`${name}_observed`)}`,
    sql`count(*) FILTER (WHERE ${observed} AND ${reached}) AS ${sql.raw(`${name}_reached`)}`,
  ];
}

/** Provinces have few limits and many counties: each list of deadlines is told once, under a number. */
function limits(due: readonly DueDays[]): SQL {
  const rows = due.flatMap(({ days }, place) => days.map((one) => ({ place: String(place), ...one })));
  const column = (name: 'place' | 'identifiedOn' | 'dueOn', type: string): SQL =>
    sql`${arrayLiteral(rows.map((row) => row[name]))}::${sql.raw(type)}[]`;
  return sql`SELECT * FROM unnest(${column('place', 'integer')}, ${column('identifiedOn', 'date')}, ${column('dueOn', 'date')}) AS d(place, identified_on, due_on)`;
}

function placeOf(due: readonly DueDays[]): SQL {
  const terms = due.map(
    ({ counties }, place) =>
      sql`WHEN t.county_code = ANY (${arrayLiteral(counties)}::text[]) THEN ${sql.raw(String(place))}`,
  );
  return terms.length === 0 ? sql`NULL::integer` : sql`CASE ${sql.join(terms, sql` `)} END`;
}
