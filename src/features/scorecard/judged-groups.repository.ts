import { type SQL, sql } from 'drizzle-orm';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { ProcedureKind } from '../../domain/procedure/procedure-definition.js';
import type { Transaction } from '../../platform/database/database.js';
import { arrayLiteral } from '../../platform/database/filter-condition.js';
import { procedureStep } from '../case/procedure.table.js';
import { publicNotice } from '../notice/notice.table.js';
import { keySumOf, recordKeyOf } from '../publication/index.js';
import { beside, FIGURE_ROWS, type FigurePeriod, joined, judgedOn, type TablePin } from './figure-rows.repository.js';
import { rowsIn, rowsOf, type ScoreScope } from './score-scope.repository.js';

/** 帮扶分组 · Cases that were identified on a day and first helped on a day: all of them are judged alike. @article 4.1 */
export interface SupportGroup {
  readonly county: RegionCode;
  readonly identifiedOn: CalendarDate;
  readonly supportedOn: CalendarDate | null;
}

/** 公示分组 · Cases on notices that were up for so many days, under the same rules. @article 3.2 */
export interface NoticeGroup {
  readonly county: RegionCode;
  readonly kind: ProcedureKind;
  readonly step: string;
  readonly configVersion: string;
  readonly startedOn: CalendarDate;
  readonly days: number;
}

/** 分组计数 · How many cases a group has at a place, and the key of them together. */
export interface KeyedGroup {
  readonly key: string;
  readonly cases: number;
  readonly cellKey: number;
}

/** 帮扶分组计数 · Cases identified in the period by the days of identification and of the first help, at most so many groups. */
export function supportGroups(
  tx: Transaction,
  scope: ScoreScope,
  limit: number | null = null,
): Promise<(SupportGroup & KeyedGroup)[]> {
  const { key, rows } = rowsOf(scope);
  const statement = sql`
    SELECT ${key} AS key, t.county_code AS county, t.identified_on AS "identifiedOn", t.supported_on AS "supportedOn", count(*)::int AS cases, ${keySumOf(recordKeyOf('t.household_id'))} AS "cellKey"
    FROM monitoring_case t WHERE ${rows} AND ${FIGURE_ROWS.IDENTIFIED_CASE.counted(scope, joined)} GROUP BY 1, 2, 3, 4 ${most(limit)}`;
  return rowsIn(tx, scope, statement);
}

/** 公示分组计数 · Cases on notices that closed in the period, by the days that they were up, at most so many groups; for transactions that join by hashing. */
export function noticeGroups(
  tx: Transaction,
  scope: ScoreScope,
  limit: number | null = null,
): Promise<(NoticeGroup & KeyedGroup)[]> {
  const { key, rows } = rowsOf(scope);
  const statement = sql`
    SELECT ${key} AS key, t.county_code AS county, t.purpose AS kind, s.code AS step, s.config_version AS "configVersion",
      s.run_started_on AS "startedOn", n.closes_on - n.opens_on AS days, count(*)::int AS cases,
      ${keySumOf(recordKeyOf('t.household_id'))} AS "cellKey"
    FROM notice_entry t, ${publicNotice} n, ${procedureStep} s WHERE ${rows} AND ${onNotice(scope, joined)} GROUP BY 1, 2, 3, 4, 5, 6, 7 ${most(limit)}`;
  return rowsIn(tx, scope, statement);
}

/** 评判的分组 · Groups of one kind. */
export type JudgedGroups =
  | { readonly kind: 'SUPPORT'; readonly groups: readonly SupportGroup[] }
  | { readonly kind: 'NOTICES'; readonly groups: readonly NoticeGroup[] };

/** 属于分组 · That a record, alias `t`, is of one of some groups. */
export function inGroups(judged: JudgedGroups, period: FigurePeriod): SQL {
  return judged.kind === 'SUPPORT' ? inSupportGroups(judged.groups) : inNoticeGroups(judged.groups, period);
}

function inSupportGroups(groups: readonly SupportGroup[]): SQL {
  const of = (value: (group: SupportGroup) => string): string => arrayLiteral(groups.map(value));
  return sql`EXISTS (SELECT 1 FROM unnest(${of(({ county }) => county)}::text[], ${of(({ identifiedOn }) => identifiedOn)}::date[],
      ${of(({ supportedOn }) => supportedOn ?? NEVER)}::date[]) AS g(county, identified, supported)
    WHERE g.county = t.county_code AND g.identified = t.identified_on AND g.supported = coalesce(t.supported_on, ${NEVER}::date))`;
}

function inNoticeGroups(groups: readonly NoticeGroup[], period: FigurePeriod): SQL {
  const of = (value: (group: NoticeGroup) => string): string => arrayLiteral(groups.map(value));
  return sql`EXISTS (SELECT 1 FROM ${publicNotice} n, ${procedureStep} s, unnest(${of(({ county }) => county)}::text[],
      ${of(({ kind }) => kind)}::text[], ${of(({ step }) => step)}::text[], ${of(({ configVersion }) => configVersion)}::text[],
      ${of(({ startedOn }) => startedOn)}::date[], ${of(({ days }) => String(days))}::int[]) AS g(county, kind, step, version, started, days)
    WHERE ${onNotice(period, beside)} AND g.county = t.county_code AND g.kind = t.purpose AND g.step = s.code AND g.version = s.config_version
      AND g.started = s.run_started_on AND g.days = n.closes_on - n.opens_on)`;
}

/** Later than any day. */
const NEVER = 'infinity';

const most = (limit: number | null): SQL => (limit === null ? sql`` : sql`LIMIT ${limit}::int`);

/** The notice and the step of an entry; the notice closed in the period, and one that is still up has not. */
const onNotice = (period: FigurePeriod, pin: TablePin): SQL => sql`${pin('n', period)} AND n.id = t.notice_id
  AND n.closes_on BETWEEN ${period.from}::date AND ${judgedOn(period)}::date AND ${pin('s', period)} AND s.id = t.step_id`;
