import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { CompiledFilter } from '../access/index.js';
import { type AlertStatFilter, alertStatCondition } from '../alert/alert-filter.repository.js';
import type { CaseFilterValues } from '../case/case-filter.repository.js';
import type { CaseReader } from '../case/index.js';
import type { HouseholdFilterValues } from '../household/household-filter.repository.js';
import type { HouseholdService } from '../household/index.js';
import { type MeasureFilterValues, measureCondition } from '../support/measure-filter.repository.js';

/** 统计筛选 · Which units are counted, by the filter of their lists; all of the reach where it is null. */
export type StatFilter =
  | { readonly subject: 'HOUSEHOLDS'; readonly where: HouseholdFilterValues | null }
  | CaseStatFilter
  | { readonly subject: 'MEASURES'; readonly where: MeasureFilterValues | null }
  | { readonly subject: 'ALERTS'; readonly where: AlertStatFilter | null };

/** 档案筛选 · Of cases. */
export interface CaseStatFilter {
  readonly subject: 'CASES';
  readonly where: CaseFilterValues | null;
}

/** 日期依据 · The day that is asked about, and the day whose rules are followed. */
export interface FilterDays {
  readonly today: CalendarDate;
  readonly rulesOn: CalendarDate;
}

/** 筛选所需 · What knows the filters of the lists. */
export interface FilterParts {
  readonly households: HouseholdService;
  readonly cases: CaseReader;
}

/**
 * 所限状态 · The statuses that a filter leaves, which an index may find; null for all. What stands within `and`, `or` and `not` is looked for row by row.
 *
 * @article none — technical
 */
export function statusesOf({ where }: StatFilter): readonly string[] | null {
  return where !== null && 'status' in where ? (where.status ?? null) : null;
}

/** 筛选条件 · The filter as a condition on alias `t`, the same as in the lists. */
export function conditionOn(
  { subject, where }: StatFilter,
  counties: readonly string[],
  { today, rulesOn }: FilterDays,
  parts: FilterParts,
): CompiledFilter['where'] {
  if (subject === 'HOUSEHOLDS') return parts.households.condition(where ?? {}, 't', counties, rulesOn);
  if (subject === 'ALERTS') return alertStatCondition(where ?? {}, today);
  return subject === 'CASES'
    ? parts.cases.condition(where ?? {}, counties, today, rulesOn)
    : measureCondition(where ?? {});
}
