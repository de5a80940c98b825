import { addDays, type CalendarDate, daysBetween } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { HolidayCalendar } from '../../domain/kernel/working-days.js';
import {
  type CaseCohortFigures,
  type CohortOutcome,
  cohortOutcome,
  ELIMINATION_HORIZONS,
  type LimitFrom,
  RELAPSE_HORIZONS,
  supportDueOn,
} from '../../domain/statistics/case-cohort.js';
import { UNGROUPED } from '../../domain/statistics/stat-plan.js';
import type { Caller } from '../../platform/auth/caller.js';
import { ApiError } from '../../platform/errors/api-error.js';
import { limitFilter } from '../../platform/graphql/filter-limits.js';
import { alikeCounties } from '../province/index.js';
import { reachFor } from '../publication/index.js';
import { type Asked, type StatLedger, tellWholeSource } from '../stat-desk/index.js';
import { type CaseStatFilter, conditionOn, statusesOf } from '../stat-source/index.js';
import { type CohortRow, countName, type DueDays, readCaseCohorts } from './case-cohorts.repository.js';
import type { FlowPeriod } from './case-flows.repository.js';
import type { CaseFlowParts } from './case-flows.service.js';
import { type CohortsAnswer, type CohortsAsked, publishedCohorts } from './published-cohorts.js';

/** Ten years: the deadline of each day is told to the statement. */
const MOST_DAYS = 3_660;

/**
 * 识别队列 · What became of the cases that were identified in each period: by day of their own, so that only those are judged whose
 * time is over.
 *
 * @article 3.2
 */
export class CaseCohortsService {
  constructor(private readonly parts: CaseFlowParts & { readonly holidays: HolidayCalendar }) {}

  /**
   * 队列 · Reckons what the question takes, pays for it, and asks it.
   *
   * @throws ApiError BAD_USER_INPUT for a period that ends before it begins, has not begun, or is longer than ten years,
   *   COMPLEXITY_LIMIT for a question that takes too much, before it runs
   */
  async ask(
    caller: Caller,
    where: CaseStatFilter['where'],
    period: FlowPeriod,
    ledger: StatLedger,
  ): Promise<Asked<CohortsAnswer>> {
    limitFilter(where);
    const { from, to } = period;
    if (to < from) throw refused('identifiedTo', `the period ends on ${to}, before it begins on ${from}`);
    if (daysBetween(from, to) > MOST_DAYS)
      throw refused('identifiedTo', `from ${from} to ${to} there are more than ${MOST_DAYS} days`);
    if (from > caller.today) throw refused('identifiedFrom', `${from} has not come; today is ${caller.today}`);
    const { reach, published } = await reachFor(caller, { subject: 'CASES', where }, this.parts.access);
    const counties = reach.counties(where?.region);
    const asked = { reach, counties, where, period };
    const read = published ? publishedCohorts(this.parts, asked) : () => this.exact(caller, asked);
    // Every case is put into its period, and nothing is sorted.
    const work = { groupings: [UNGROUPED], past: false };
    const question = {
      subject: 'CASES' as const,
      counted: 'CASES' as const,
      ...tellWholeSource(published, 'each case is judged by the day of its identification'),
      ...work,
      reach,
      counties,
      statuses: statusesOf({ subject: 'CASES', where }),
      key: ['cohorts', where, period],
    };
    return this.parts.desk.ask<CohortsAnswer>(caller, { ...question, read }, ledger);
  }

  private async exact(caller: Caller, { reach, counties, where, period }: CohortsAsked): Promise<CohortsAnswer> {
    const { today } = caller;
    // Nobody is identified in days that have not come.
    const [last] = [period.to, today].sort();
    const due = this.dueDays(counties, { ...period, to: last! });
    const condition = conditionOn({ subject: 'CASES', where }, counties, { today, rulesOn: today }, this.parts);
    const units = { counties, scope: reach.scope, where: condition };
    const rows = await this.parts.analysis.read(reach.scope, (tx) =>
      readCaseCohorts(tx, { units, period, due, today }),
    );
    return { rows: rows.map(exactFigures), published: null };
  }

  /** Counties under the same limits have the same deadlines. */
  private dueDays(counties: readonly string[], { from, to }: FlowPeriod): DueDays[] {
    const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => addDays(from, at));
    const alike = alikeCounties(counties, (county) => this.limitsOf(county, from, to));
    return alike.map(({ counties: own, rules: limits }) => ({
      counties: own,
      days: days.flatMap((identifiedOn) => {
        const dueOn = supportDueOn(identifiedOn, limits, this.parts.holidays);
        return dueOn === null ? [] : [{ identifiedOn, dueOn }];
      }),
    }));
  }

  private limitsOf(county: RegionCode, from: CalendarDate, to: CalendarDate): LimitFrom[] {
    const { provinces } = this.parts;
    const entries = provinces.served(county)?.config.supportLimit ?? [];
    const turns = entries.map((entry) => entry.from).filter((day) => day > from && day <= to);
    return [...new Set([from, ...turns])].sort().map((day) => ({
      from: day,
      limit: provinces.rulesOn(county, day).supportLimit?.value ?? null,
    }));
  }
}

function exactFigures(row: CohortRow): CaseCohortFigures {
  const outcome = (what: 'eliminated' | 'relapsed', months: number): [number, CohortOutcome] => [
    months,
    cohortOutcome(row[countName(what, months, 'observed')] ?? 0, row[countName(what, months, 'reached')] ?? 0),
  ];
  return {
    period: row.period,
    cases: row.cases,
    persons: row.persons,
    supportedWithinLimit: cohortOutcome(row['supported_observed'] ?? 0, row['supported_reached'] ?? 0),
    eliminated: new Map(ELIMINATION_HORIZONS.map((months) => outcome('eliminated', months))),
    relapsed: new Map(RELAPSE_HORIZONS.map((months) => outcome('relapsed', months))),
  };
}

function refused(at: string, why: string): ApiError {
  return new ApiError('BAD_USER_INPUT', `Cohorts are not told so: ${why}.`, { path: [at] });
}
