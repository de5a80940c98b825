import { type SQL, sql } from 'drizzle-orm';
import { OPEN_CASE_STATUSES } from '../../domain/case/monitoring-case.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { OwnWork } from '../../domain/worklist/whose-work.js';
import type { Transaction } from '../../platform/database/database.js';
import { arrayLiteral } from '../../platform/database/filter-condition.js';
import {
  cutPage,
  type OrderColumn,
  orderBy,
  type Page,
  type PageRequest,
  pastBoundary,
  sortValues,
} from '../../platform/database/page.js';
import { type PageRow, pinOf, rowsOver } from '../../platform/database/read-rows.js';
import { type CountyPin, packShape, pinned } from '../../platform/database/read-shape.js';
import { inScope } from '../../platform/database/scope-condition.js';
import type { Selection } from '../../platform/database/selection.js';
import { departmentAlert } from '../alert/alert.table.js';
import { monitoringCase, responsiblePerson } from '../case/case.table.js';
import { procedureRun, procedureStep } from '../case/procedure.table.js';
import { household } from '../household/household.table.js';
import { lead } from '../lead/lead.table.js';
import type { CountyRules } from './county-rules.js';
import { workItemShape } from './work-item-shape.repository.js';

/** 待办的提问 · Whose work, on which day. */
export interface WorkQuestion {
  readonly own: OwnWork;
  readonly rules: readonly CountyRules[];
  readonly today: CalendarDate;
  /** Last review day that shows. */
  readonly reviewsUntil: CalendarDate;
  readonly overdueOnly: boolean;
}

/** 一页待办 · Lines, and how many there are in all where that was asked for. */
export interface WorkPage {
  readonly page: Page<PageRow>;
  readonly total: number;
}

/** 待办次序 · Most urgent first (R03): by rank, then by deadline, none last. */
const MOST_URGENT_FIRST: readonly OrderColumn[] = [
  { column: 't.priority', cast: 'integer', direction: 'ASC', nullable: false },
  { column: 't.due_on', cast: 'date', direction: 'ASC', nullable: true },
  { column: 't.place', cast: 'integer', direction: 'ASC', nullable: false },
  { column: 't.id', cast: 'uuid', direction: 'ASC', nullable: false },
];

/** 一页待办 · Gathers what waits, cuts the page, reads cases and leads below it and counts, in one statement. */
export async function pageOfWork(
  tx: Transaction,
  counties: readonly string[],
  question: WorkQuestion,
  selection: Selection,
  request: PageRequest,
  counted: boolean,
): Promise<WorkPage> {
  interface Found {
    readonly id: string | null;
    readonly j: unknown;
    readonly k: PageRow['key'];
    readonly total: number;
  }
  const { text, unpack } = packShape(workItemShape, selection, pinOf(counties));
  const found = await rowsOver<Found>(tx, counties, (pin) => {
    const order = sql.raw(orderBy(MOST_URGENT_FIRST, false));
    const total = counted ? sql`(SELECT count(*)::int FROM work)` : sql`0`;
    const json = sql.raw(`${text} AS j, ${sortValues(MOST_URGENT_FIRST)} AS k`);
    return sql`
      WITH rules AS (${rulesRows(question.rules)}), work AS (${gathered(question, pin)}),
        page AS (SELECT * FROM work t WHERE ${pastBoundary(MOST_URGENT_FIRST, request) ?? sql`true`} ORDER BY ${order} LIMIT ${request.size + 1})
      SELECT t.id, ${json}, ${total} AS total FROM (SELECT 1) one LEFT JOIN page t ON true ORDER BY ${order}`;
  });
  const rows = found.filter(({ id }) => id !== null).map(({ j, k }) => ({ row: unpack(j, counties), key: k }));
  return { page: cutPage(rows, request), total: found[0]?.total ?? 0 };
}

function rulesRows(rules: readonly CountyRules[]): SQL {
  return sql`SELECT * FROM jsonb_to_recordset(${JSON.stringify(rules)}::jsonb) AS r(county text, ranks jsonb, unranked int, support jsonb, escalations jsonb, warning jsonb)`;
}

function gathered({ own, today, reviewsUntil, overdueOnly }: WorkQuestion, pin: CountyPin): SQL {
  const parts = sql.join(
    [
      steps(own, pin),
      leads(own, pin),
      unmatched(own, pin),
      reviews(own, pin, reviewsUntil),
      missing(own, pin, today),
      withoutPerson(own, pin, today),
      emergencies(own, pin, today),
      identifications(own, pin, today),
    ],
    sql` UNION ALL `,
  );
  return overdueOnly ? sql`SELECT * FROM (${parts}) w WHERE w.due_on < ${today}::date` : parts;
}

const ownTable = (alias: string, pin: CountyPin): SQL => sql.raw(pinned(alias, pin));
const open = sql.raw(`'${arrayLiteral(OPEN_CASE_STATUSES)}'::text[]`);

/** Due on the step's own last day or on that of the whole run, whichever is earlier. */
function steps({ steps: waiting }: OwnWork, pin: CountyPin): SQL {
  const ofLevels = waiting.map(({ level, scopes }) => sql`(t.level = ${level} AND ${within(scopes)})`);
  return sql`
    SELECT 'STEP' AS kind, 0 AS place, t.id, t.county_code, t.region_code, least(t.due_on, t.run_due_on) AS due_on, c.priority, t.case_id, NULL::uuid AS lead_id, NULL::uuid AS alert_id, false AS escalated,
      t.run_kind, t.run_started_on, t.config_version, t.code, NULL::text AS channel, c.tracking_only
    FROM ${procedureStep} t JOIN ${monitoringCase} c ON ${ownTable('c', pin)} AND c.county_code = t.county_code AND c.id = t.case_id
    WHERE ${ownTable('t', pin)} AND t.status = 'CURRENT' AND c.status = ANY (${open})
      AND ${ofLevels.length === 0 ? sql`false` : sql`(${sql.join(ofLevels, sql` OR `)})`}`;
}

/** An open lead, or the alert that it came from: with villages and townships from the start, above them once it has escalated. */
function leads({ leads: waiting }: OwnWork, pin: CountyPin): SQL {
  const rank = sql`(SELECT min((r.ranks ->> g)::int) FROM unnest(h.special_groups) g)`;
  const below = waiting.filter(({ level }) => level === 'VILLAGE' || level === 'TOWNSHIP');
  const seen = waiting.map(({ level, scopes }) => {
    if (level === 'VILLAGE' || level === 'TOWNSHIP') return within(scopes);
    const escalated = sql`t.due_on <= (r.escalations ->> ${level})::date`;
    // A county may verify them too, and has them all where the province has no schedule.
    const always = level === 'COUNTY' ? sql`NOT r.escalations ? ${level}` : sql`false`;
    return sql`(${within(scopes)} AND (${always} OR ${escalated}))`;
  });
  const own =
    below.length === 0
      ? sql`false`
      : sql.join(
          below.map(({ scopes }) => within(scopes)),
          sql` OR `,
        );
  return sql`
    SELECT CASE WHEN a.id IS NULL THEN 'LEAD' ELSE 'ALERT' END, 1, t.id, t.county_code, t.region_code, t.due_on, coalesce(${rank}, r.unranked),
      t.case_id, t.id, a.id, NOT (${own}) AND r.escalations <> '{}'::jsonb, NULL, NULL::date, NULL, NULL, t.channel, false
    FROM ${lead} t JOIN rules r ON r.county = t.county_code
      LEFT JOIN ${household} h ON ${ownTable('h', pin)} AND h.county_code = t.county_code AND h.id = t.household_id
      LEFT JOIN ${departmentAlert} a ON ${ownTable('a', pin)} AND a.county_code = t.county_code AND a.lead_id = t.id
    WHERE ${ownTable('t', pin)} AND t.status = 'OPEN' AND ${seen.length === 0 ? sql`false` : sql`(${sql.join(seen, sql` OR `)})`}`;
}

/** An alert that found nobody waits for the county, which matches or returns it; no text gives a deadline. */
function unmatched({ unmatched: scopes }: OwnWork, pin: CountyPin): SQL {
  return sql`
    SELECT 'ALERT', 6, t.id, t.county_code, t.region_code, NULL::date, r.unranked, NULL::uuid, NULL::uuid, t.id, false,
      NULL, NULL::date, NULL, 'UNMATCHED', NULL, false
    FROM ${departmentAlert} t JOIN rules r ON r.county = t.county_code
    WHERE ${ownTable('t', pin)} AND t.status = 'UNMATCHED' AND ${within(scopes)}`;
}

function reviews({ reviews: scopes }: OwnWork, pin: CountyPin, until: CalendarDate): SQL {
  return sql`
    SELECT 'CASE_REVIEW', 2, t.id, t.county_code, t.region_code, t.next_review_on, t.priority, t.id, NULL::uuid, NULL::uuid, false,
      NULL, NULL::date, NULL, NULL, NULL, t.tracking_only
    FROM ${monitoringCase} t
    WHERE ${ownTable('t', pin)} AND t.status IN ('MONITORED', 'UNDER_ELIMINATION') AND t.next_review_on <= ${until}::date AND ${within(scopes)}`;
}

/** R14: past the limit that held on the day of identification; working days that nobody has announced end nothing. */
function missing({ missingSupport: scopes }: OwnWork, pin: CountyPin, today: CalendarDate): SQL {
  const due = sql`CASE WHEN s.working IS NULL THEN (t.identified_on + make_interval(months => s.months, days => s.days))::date
    ELSE (SELECT w.day::date FROM jsonb_array_elements_text(s.working) WITH ORDINALITY w(day, place)
      WHERE w.day::date > t.identified_on ORDER BY w.place LIMIT 1 OFFSET s.days - 1) END`;
  return sql`
    SELECT 'MISSING_SUPPORT', 3, t.id, t.county_code, t.region_code, d.due_on, t.priority, t.id, NULL::uuid, NULL::uuid, false,
      NULL, NULL::date, NULL, NULL, NULL, t.tracking_only
    FROM ${monitoringCase} t JOIN rules r ON r.county = t.county_code
      CROSS JOIN LATERAL (SELECT ${due} AS due_on FROM jsonb_to_recordset(r.support) AS s(since date, until date, months int, days int, working jsonb)
        WHERE t.identified_on >= coalesce(s.since, '-infinity'::date) AND (s.until IS NULL OR t.identified_on < s.until)) d
    WHERE ${ownTable('t', pin)} AND t.status = 'MONITORED' AND t.supported_on IS NULL AND d.due_on < ${today}::date AND ${within(scopes)}`;
}

/** A monitored case that nobody is responsible for on the day. */
function withoutPerson({ missingPerson: scopes }: OwnWork, pin: CountyPin, today: CalendarDate): SQL {
  return sql`
    SELECT 'MISSING_PERSON', 4, t.id, t.county_code, t.region_code, NULL::date, t.priority, t.id, NULL::uuid, NULL::uuid, false,
      NULL, NULL::date, NULL, NULL, NULL, t.tracking_only
    FROM ${monitoringCase} t
    WHERE ${ownTable('t', pin)} AND t.status IN ('MONITORED', 'UNDER_ELIMINATION') AND ${within(scopes)}
      AND NOT EXISTS (SELECT 1 FROM ${responsiblePerson} p WHERE ${ownTable('p', pin)} AND p.county_code = t.county_code
        AND p.case_id = t.id AND (p.serves_to IS NULL OR p.serves_to >= ${today}::date))`;
}

/** R08: help came first, and the rest did not follow within the limit of the run's own configuration. */
function emergencies({ emergencies: scopes }: OwnWork, pin: CountyPin, today: CalendarDate): SQL {
  return sql`
    SELECT 'EMERGENCY_OVERDUE', 5, t.id, t.county_code, t.region_code, r.due_on, t.priority, t.id, NULL::uuid, NULL::uuid, false,
      NULL, NULL::date, NULL, NULL, NULL, t.tracking_only
    FROM ${monitoringCase} t JOIN ${procedureRun} r ON ${ownTable('r', pin)} AND r.county_code = t.county_code AND r.case_id = t.id
    WHERE ${ownTable('t', pin)} AND t.status = 'UNDER_IDENTIFICATION' AND t.emergency AND r.ended_on IS NULL
      AND r.due_on < ${today}::date AND ${within(scopes)}`;
}

/** Past the limit that began when the household was found, and not decided, whether or not the result waits to be announced: the county's, and whoever the province's warning names; help that came first has a line of its own below. */
function identifications({ identifications: waiting }: OwnWork, pin: CountyPin, today: CalendarDate): SQL {
  const seen = waiting.map(({ level, scopes }) => {
    const isTold = level === 'COUNTY' ? sql`NOT t.emergency` : sql`r.warning ->> 'followedUpBy' = ${level}`;
    return sql`(${within(scopes)} AND ${isTold})`;
  });
  const county = waiting.filter(({ level }) => level === 'COUNTY').map(({ scopes }) => within(scopes));
  const own = county.length === 0 ? sql`false` : sql`(${sql.join(county, sql` OR `)})`;
  return sql`
    SELECT 'IDENTIFICATION_OVERDUE', 7, t.id, t.county_code, t.region_code, t.identification_due_on, t.priority, t.id, NULL::uuid, NULL::uuid, NOT ${own},
      NULL, NULL::date, NULL, r.warning ->> 'grade', NULL, t.tracking_only
    FROM ${monitoringCase} t JOIN rules r ON r.county = t.county_code
    WHERE ${ownTable('t', pin)} AND t.status = 'UNDER_IDENTIFICATION' AND t.identification_due_on < ${today}::date
      AND NOT EXISTS (SELECT 1 FROM ${procedureStep} s WHERE ${ownTable('s', pin)} AND s.county_code = t.county_code AND s.case_id = t.id
        AND s.status <> 'DONE' HAVING bool_and(s.kind = 'RESULT_ANNOUNCEMENT'))
      AND ${seen.length === 0 ? sql`false` : sql`(${sql.join(seen, sql` OR `)})`}`;
}

function within(prefixes: readonly string[]): SQL {
  return inScope({ prefixes, householdId: null }, null);
}
