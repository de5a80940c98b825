import { type SQL, sql } from 'drizzle-orm';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import { judgementDay } from '../../domain/scorecard/judge-timeliness.js';
import type { ScorecardFigure } from '../../domain/scorecard/scorecard-figure.js';
import { pinnedBesideTo, pinnedTo } from '../../platform/database/read-rows.js';
import { visit } from '../campaign/visit.table.js';
import { monitoringCase, responsiblePerson } from '../case/case.table.js';

/** 评分期间 · Of which region and days figures are, and the counties that a statement names. */
export interface FigurePeriod {
  readonly counties: readonly string[];
  readonly region: RegionCode;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** The day of the question, or of the publication: `to` may be later, and nothing that is still to come is judged. */
  readonly today: CalendarDate;
}

/** 评判之日 · The day that a period is judged on. */
export const judgedOn = ({ to, today }: FigurePeriod): CalendarDate => judgementDay(to, today);

/** 计数对象 · Kinds of records that figures count. */
export type FigureSubject =
  | 'HOUSEHOLD'
  | 'MONITORED_CASE'
  | 'IDENTIFICATION'
  | 'IDENTIFIED_CASE'
  | 'NOTICE_ENTRY'
  | 'ELIMINATED_CASE'
  | 'ALERT'
  | 'FINDING';

/**
 * 指标口径 · What a figure counts: written once, for the statement that counts and for the list of what was counted. All of it is on
 * alias `t`, beside county and region.
 *
 * @article 5.3
 */
export interface FigureRows {
  readonly table: string;
  /** What is counted, or what a share is taken of; other tables that it stands on are pinned as it is read, see `beside` and `joined`. */
  readonly counted: (period: FigurePeriod, pin: TablePin) => SQL;
  /** Figures that are shares of it, by what meets them. */
  readonly meets: Readonly<Partial<Record<ScorecardFigure, Meets>>>;
}

/** 达标条件 · What meets a figure: a condition on alias `t`, or that another table has rows of it. */
export type Meets = ((period: FigurePeriod) => SQL) | MembersThatMeet;

/** 达标成员 · Rows of another table, by the county and by the column of `t` that they name as `member`. */
export interface MembersThatMeet {
  readonly by: 'id' | 'household_id';
  /** @param which  pins the table of an alias, whose column names the member */
  readonly members: (period: FigurePeriod, which: (alias: string, column: string) => SQL) => SQL;
}

/** 是否达标 · Whether a row of alias `t` meets, looked up row by row: for a page of a list. */
export function rowMeets(meets: Meets, period: FigurePeriod): SQL {
  if (typeof meets === 'function') return meets(period);
  const own = (alias: string, column: string): SQL =>
    sql`${beside(alias, period)} AND ${sql.raw(`${alias}.${column} = t.${meets.by}`)}`;
  return sql`EXISTS (${meets.members(period, own)})`;
}

/** 县的限定 · How a table is pinned to the counties of a period, and to that of alias `t`. */
export type TablePin = (alias: string, period: FigurePeriod) => SQL;

/** By the county of alias `t`, of a table that is looked up row by row. */
export const beside: TablePin = (alias, { counties }) =>
  sql`${pinnedBesideTo(counties, alias)} AND ${sql.raw(alias)}.county_code = t.county_code`;

/** By the county of alias `t`, of a table that is joined by hashing: an index finds its counties, or all of it would be read. */
export const joined: TablePin = (alias, { counties }) =>
  sql`${pinnedTo(counties, alias)} AND ${sql.raw(alias)}.county_code = t.county_code`;

const days = ({ from, to }: FigurePeriod): SQL => sql`BETWEEN ${from}::date AND ${to}::date`;

/** Households that somebody met in the period. */
const visited = (by: 'id' | 'household_id', more: SQL): Meets => ({
  by,
  members: (period, which) => sql`SELECT v.county_code, v.household_id AS member FROM ${visit} v
    WHERE ${which('v', 'household_id')} AND v.visited_on ${days(period)} AND v.mode <> 'ABSENT'${more}`,
});

/** The case of a run, with a deadline of its own or of the run. */
const caseOfRun = (period: FigurePeriod, pin: TablePin, more: SQL): SQL =>
  sql`EXISTS (SELECT 1 FROM ${monitoringCase} c WHERE ${pin('c', period)} AND c.id = t.case_id AND ${more})`;

/** 各类计数对象 · What each kind is, and what of it meets which figure. @article 5.3 */
export const FIGURE_ROWS: Readonly<Record<FigureSubject, FigureRows>> = {
  HOUSEHOLD: {
    table: 'household',
    counted: () => sql`t.closed_on IS NULL`,
    meets: {
      INSPECTION_COVERAGE: visited('id', sql``),
      POLICY_EXPLAINED: visited('id', sql` AND v.policy_explained`),
    },
  },
  MONITORED_CASE: {
    table: 'monitoring_case',
    counted: (period) => {
      const day = judgedOn(period);
      return sql`t.identified_on <= ${day}::date AND (t.eliminated_on IS NULL OR t.eliminated_on > ${day}::date) AND t.status <> 'WITHDRAWN'`;
    },
    meets: {
      RESPONSIBILITY: {
        by: 'id',
        members: (period, which) => {
          const day = judgedOn(period);
          return sql`SELECT p.county_code, p.case_id AS member FROM ${responsiblePerson} p
            WHERE ${which('p', 'case_id')} AND p.serves_from <= ${day}::date AND (p.serves_to IS NULL OR p.serves_to >= ${day}::date)`;
        },
      },
      HELPED: (period) => sql`t.supported_on <= ${judgedOn(period)}::date`,
      SUPERVISED: visited('household_id', sql``),
    },
  },
  IDENTIFICATION: {
    table: 'procedure_run',
    counted: (
      period,
      pin,
    ) => sql`t.kind IN ('IDENTIFICATION', 'EMERGENCY_IDENTIFICATION') AND t.ended_on ${days(period)}
      AND ${caseOfRun(period, pin, sql`(t.due_on IS NOT NULL OR c.identification_due_on IS NOT NULL)`)}`,
    meets: {
      IDENTIFIED_ON_TIME: (period) =>
        caseOfRun(
          period,
          beside,
          sql`CASE WHEN t.outcome = 'PASSED' THEN coalesce(c.identified_on, t.ended_on) ELSE t.ended_on END
            <= least(t.due_on, c.identification_due_on)`,
        ),
    },
  },
  IDENTIFIED_CASE: {
    table: 'monitoring_case',
    counted: (period) => sql`t.status <> 'WITHDRAWN' AND t.identified_on ${days(period)}`,
    meets: {},
  },
  NOTICE_ENTRY: { table: 'notice_entry', counted: () => sql`true`, meets: {} },
  ELIMINATED_CASE: {
    table: 'monitoring_case',
    counted: (period) => sql`t.eliminated_on ${days(period)}`,
    meets: {
      RELAPSE_RATE: (period) => sql`EXISTS (SELECT 1 FROM ${monitoringCase} n WHERE ${beside('n', period)}
        AND n.household_id = t.household_id AND n.identified_on > t.eliminated_on AND n.identified_on <= ${period.to}::date)`,
    },
  },
  ALERT: {
    table: 'department_alert',
    // Those whose day is not over say nothing yet, unless they are settled.
    counted: (period) =>
      sql`t.verify_by ${days(period)} AND (t.verify_by < ${period.today}::date OR t.settled_on IS NOT NULL)`,
    meets: { ALERTS_VERIFIED_ON_TIME: () => sql`t.settled_on <= t.verify_by` },
  },
  FINDING: { table: 'quality_finding', counted: () => sql`t.status = 'OPEN'`, meets: {} },
};

/** 指标的计数对象 · Which kind of records each figure counts. @article 5.3 */
export const SUBJECT_OF: Readonly<Record<ScorecardFigure, FigureSubject>> = {
  HOUSEHOLDS: 'HOUSEHOLD',
  MONITORED: 'MONITORED_CASE',
  IDENTIFIED_ON_TIME: 'IDENTIFICATION',
  SUPPORTED_ON_TIME: 'IDENTIFIED_CASE',
  ALERTS_VERIFIED_ON_TIME: 'ALERT',
  INSPECTION_COVERAGE: 'HOUSEHOLD',
  NOTICE_COMPLIANCE: 'NOTICE_ENTRY',
  RELAPSE_RATE: 'ELIMINATED_CASE',
  DATA_QUALITY_FLAGS: 'FINDING',
  RESPONSIBILITY: 'MONITORED_CASE',
  HELPED: 'MONITORED_CASE',
  SUPERVISED: 'MONITORED_CASE',
  POLICY_EXPLAINED: 'HOUSEHOLD',
};
