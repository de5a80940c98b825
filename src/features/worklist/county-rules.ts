import { casePriority } from '../../domain/case/rules/r03-case-priority.js';
import { SPECIAL_GROUPS } from '../../domain/household/household.js';
import { addDays, type CalendarDate, yearOf } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { HolidayCalendar } from '../../domain/kernel/working-days.js';
import { escalatedUpTo } from '../../domain/lead/escalation.js';
import type { OverdueWarning } from '../../domain/province/alert-kind.js';
import type { TimeLimit } from '../../domain/province/time-limit.js';
import type { ProvinceService } from '../province/index.js';

/** 帮扶期限 · The limit to the first delivered measure (R14) for cases identified in a span of days. */
export interface SupportLimit {
  /** First day of identification that it holds for; null for every earlier one. */
  readonly since: CalendarDate | null;
  /** First day that it holds for no more; null while in force. */
  readonly until: CalendarDate | null;
  readonly months: number;
  readonly days: number;
  /** The working days up to today, where the days are working days; null where they are calendar days. */
  readonly working: readonly CalendarDate[] | null;
}

/** 一县的待办规则 · What a county's rules say of its worklist. */
export interface CountyRules {
  readonly county: string;
  /** Rank of each special group (R03). */
  readonly ranks: Readonly<Record<string, number>>;
  /** Rank of a household without any. */
  readonly unranked: number;
  readonly support: readonly SupportLimit[];
  /** By level: the latest deadline of the leads that have escalated to it today; null where none has. A level without one is in no schedule. */
  readonly escalations: Readonly<Record<string, CalendarDate | null>>;
  /** Of an identification past its limit: who follows it up, and the grade; null where no rule sets a warning. */
  readonly warning: OverdueWarning | null;
}

/**
 * 一县的待办规则 · Reads them as configured now: ranks of today, limits by the day of identification. A county whose module was
 * refused has none; its steps wait all the same.
 *
 * @article 2.1, 3.1, 4.1
 */
export function countyRules(
  provinces: ProvinceService,
  holidays: HolidayCalendar,
  county: string,
  today: CalendarDate,
): CountyRules {
  const region = county as RegionCode;
  const province = provinces.find(region);
  const ranking = province === null ? [] : (provinces.rulesOn(region, today).specialGroupPriority?.value ?? []);
  const ranks = Object.fromEntries(SPECIAL_GROUPS.map((group) => [group, casePriority([group], ranking)]));
  const unranked = casePriority([], ranking);
  if (province === null) return { county, ranks, unranked, support: [], escalations: {}, warning: null };
  const { leadEscalation, overdueWarning } = provinces.rulesOn(region, today);
  const schedule = leadEscalation?.value ?? [];
  const escalations = Object.fromEntries(
    schedule.map(({ level, after }) => [level, escalatedUpTo(today, after, holidays)]),
  );
  const { supportLimit, firstDay } = province.config;
  const own = supportLimit.filter((entry) => entry.county === null || entry.county === county);
  const starts = [...new Set([firstDay, ...own.map(({ from }) => from)])].filter((day) => day >= firstDay).sort();
  const support = starts.flatMap((start, index) => {
    const limit = provinces.rulesOn(region, start).supportLimit?.value;
    if (limit === undefined) return [];
    const since = index === 0 ? null : start;
    return [{ since, until: starts[index + 1] ?? null, ...spanOf(limit, since ?? firstDay, today, holidays) }];
  });
  return { county, ranks, unranked, support, escalations, warning: overdueWarning?.value ?? null };
}

function spanOf({ amount, unit }: TimeLimit, since: CalendarDate, today: CalendarDate, holidays: HolidayCalendar) {
  if (unit === 'MONTHS') return { months: amount, days: 0, working: null };
  if (unit === 'CALENDAR_DAYS') return { months: 0, days: amount, working: null };
  return { months: 0, days: amount, working: workingDays(since, today, holidays) };
}

/** Ends with the last year that the calendar covers: what runs beyond cannot be told, and is not overdue. */
function workingDays(since: CalendarDate, today: CalendarDate, holidays: HolidayCalendar): CalendarDate[] {
  const days: CalendarDate[] = [];
  for (let day = addDays(since, 1); day <= today && holidays.coversYear(yearOf(day)); day = addDays(day, 1))
    if (holidays.isWorkingDay(day)) days.push(day);
  return days;
}
