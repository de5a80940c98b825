import { addMonths, type CalendarDate } from '../kernel/calendar-date.js';
import { faultOfText } from '../kernel/entered-text.js';
import { levelOf, type RegionCode } from '../kernel/region-code.js';
import { type Refusal, refuse } from '../kernel/verdict.js';

/** 研判 · What is recorded of a joint study. @article 5.2 */
export interface StudyRecord {
  readonly region: RegionCode;
  readonly heldOn: CalendarDate;
  readonly departments: readonly string[];
  readonly conclusion: string;
  readonly warnings: number;
}

const LONGEST_CONCLUSION = 8_000;
const MOST_WARNINGS = 100;
/** 县级以上 · Who holds joint studies (R27). */
const HOLDING = ['COUNTY', 'CITY', 'PROVINCE', 'NATION'];

/**
 * R27 研判审查 · A joint study is of a county or a region above, on a day that has come, names the departments that took part, and says what
 * it concluded.
 *
 * @article 5.2
 */
export function checkStudy(record: StudyRecord, today: CalendarDate): Refusal[] {
  const refusals: Refusal[] = [];
  const { region, heldOn, departments, conclusion, warnings } = record;
  if (!HOLDING.includes(levelOf(region)))
    refusals.push(refuse('BAD_VALUE', `a study is held by a county or above; ${region} is below`, ['region'], '5.2'));
  if (heldOn > today)
    refusals.push(refuse('DATE_IN_FUTURE', `${heldOn} has not come; today is ${today}`, ['heldOn'], '5.2'));
  if (departments.length === 0)
    refusals.push(refuse('BAD_VALUE', 'name the departments that took part', ['departments'], '5.2'));
  if (new Set(departments).size < departments.length)
    refusals.push(refuse('DUPLICATE', 'a department is named twice', ['departments']));
  const fault = faultOfText(conclusion, LONGEST_CONCLUSION);
  if (fault !== null) refusals.push(refuse('BAD_VALUE', `the conclusion ${fault}`, ['conclusion'], '5.2'));
  if (warnings > MOST_WARNINGS)
    refusals.push(
      refuse('BAD_VALUE', `one study takes ${MOST_WARNINGS} warnings at most; here are ${warnings}`, ['warningIds']),
    );
  return refusals;
}

/** 研判义务 · When a region's next study is due, and whether it was missed. @article 5.2 */
export interface StudyDuty {
  readonly lastHeldOn: CalendarDate | null;
  /** Last day in time; null where no rule sets an interval. */
  readonly dueBy: CalendarDate | null;
  readonly missed: boolean;
}

/**
 * R27 研判周期 · A study is due within the province's months after the last one; where none was ever held, after the first day on
 * which a rule set an interval.
 *
 * @param months  the province's interval; null where no rule sets one: nothing can be missed then
 * @param since  first day on which any rule set an interval: a new interval lets no missed study be forgotten
 * @article 5.2
 * @example studyDuty(null, 3, date('2023-01-01'), date('2023-04-02')).missed // true: due by 2023-04-01
 */
export function studyDuty(
  lastHeldOn: CalendarDate | null,
  months: number | null,
  since: CalendarDate,
  on: CalendarDate,
): StudyDuty {
  if (months === null) return { lastHeldOn, dueBy: null, missed: false };
  const dueBy = addMonths(lastHeldOn ?? since, months);
  return { lastHeldOn, dueBy, missed: on > dueBy };
}
