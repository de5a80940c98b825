import type { CalendarDate } from '../kernel/calendar-date.js';
import { type Refusal, refuse } from '../kernel/verdict.js';
import type { NoticeState } from './procedure-run.js';

/** 异议状态 · 待处理、成立、不成立. @article 3.2 */
export const OBJECTION_STATUSES = ['OPEN', 'UPHELD', 'DISMISSED'] as const;
export type ObjectionStatus = (typeof OBJECTION_STATUSES)[number];

/**
 * 提出异议 · Anyone objects to a notice in its days, the first and the last among them; a letter may be entered later.
 *
 * @article 3.2
 */
export function checkObjection(
  notice: Pick<NoticeState, 'opensOn' | 'closesOn'>,
  objection: { readonly filedOn: CalendarDate; readonly statement: string },
  today: CalendarDate,
): Refusal[] {
  const { filedOn, statement } = objection;
  const refusals: Refusal[] = [];
  if (statement.trim() === '') refusals.push(refuse('BAD_VALUE', 'say what speaks against it', ['statement'], '3.2'));
  if (filedOn > today)
    refusals.push(refuse('DATE_IN_FUTURE', `${filedOn} has not come; today is ${today}`, ['filedOn'], '3.2'));
  else if (filedOn < notice.opensOn || filedOn > notice.closesOn)
    refusals.push(
      refuse(
        'RULE_VIOLATION',
        `the notice is open to objection from ${notice.opensOn} to ${notice.closesOn}`,
        ['filedOn'],
        '3.2',
      ),
    );
  return refusals;
}

/** 处理异议 · An open objection is resolved once, not before it was filed, with its reason. @article 3.2 */
export function checkObjectionResolution(
  objection: { readonly status: ObjectionStatus; readonly filedOn: CalendarDate },
  resolution: { readonly resolvedOn: CalendarDate; readonly resolution: string },
  today: CalendarDate,
): Refusal[] {
  if (objection.status !== 'OPEN')
    return [refuse('INVALID_STATE', `the objection is ${objection.status} already`, ['objectionId'], '3.2')];
  const { resolvedOn } = resolution;
  const refusals: Refusal[] = [];
  if (resolution.resolution.trim() === '')
    refusals.push(refuse('BAD_VALUE', 'say why it is upheld or dismissed', ['resolution'], '3.2'));
  if (resolvedOn > today)
    refusals.push(refuse('DATE_IN_FUTURE', `${resolvedOn} has not come; today is ${today}`, ['resolvedOn'], '3.2'));
  if (resolvedOn < objection.filedOn)
    refusals.push(
      refuse(
        'DATE_ORDER',
        `${resolvedOn} lies before ${objection.filedOn}, the day it was filed`,
        ['resolvedOn'],
        '3.2',
      ),
    );
  return refusals;
}
