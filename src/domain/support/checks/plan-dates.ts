import { type Refusal, refuse } from '../../kernel/verdict.js';
import type { PlanQuestion } from '../plan-question.js';

/**
 * 计划日期 · A plan has at least one measure, was made by today and not before the case was monitored; no measure ends
 * before it starts. Measures may start and end in the future.
 *
 * @article 4.1
 */
export function planDates({ on, today, identifiedOn, measures }: PlanQuestion): Refusal[] {
  const refusals: Refusal[] = [];
  if (measures.length === 0) refusals.push(refuse('BAD_VALUE', 'name at least one measure', ['measures'], '4.1'));
  if (on > today) refusals.push(refuse('DATE_IN_FUTURE', `${on} has not come; today is ${today}`, ['on'], '4.1'));
  if (identifiedOn !== null && on < identifiedOn)
    refusals.push(refuse('DATE_ORDER', `the case is monitored from ${identifiedOn}, after ${on}`, ['on'], '4.1'));
  measures.forEach(({ startsOn, endsOn }, index) => {
    if (!startsOn || !endsOn || endsOn >= startsOn) return;
    const message = `the measure ends on ${endsOn}, before it starts on ${startsOn}`;
    refusals.push(refuse('DATE_ORDER', message, ['measures', String(index), 'endsOn'], '4.1'));
  });
  return refusals;
}
