import type { CalendarDate } from '../kernel/calendar-date.js';
import { type Refusal, refuse } from '../kernel/verdict.js';
import { evidenceFaults } from './checks/evidence-complete.js';
import type { EvidenceGiven } from './step-act.js';

/** 会议 · One village meeting or office session at which steps of many cases were done. @article 3.2 */
export interface Meeting {
  /** The day it was held; null where the acts say each for itself. */
  readonly heldOn: CalendarDate | null;
  /** Its minutes, which are evidence of every step done there. */
  readonly minutes: readonly EvidenceGiven[];
}

/** 会议 · A meeting lies not in the future, and its minutes are named by their SHA-256. @article 3.2 */
export function checkMeeting({ heldOn, minutes }: Meeting, today: CalendarDate): Refusal[] {
  const refusals = evidenceFaults(minutes, 'minutes');
  if (heldOn === null || heldOn <= today) return refusals;
  return [refuse('DATE_IN_FUTURE', `${heldOn} has not come; today is ${today}`, ['heldOn'], '3.2'), ...refusals];
}

/** 会议当日 · What is done at a meeting is done on its day. @article 3.2 */
export function doneAtMeeting({ heldOn }: Pick<Meeting, 'heldOn'>, occurredOn: CalendarDate): Refusal[] {
  if (heldOn === null || heldOn === occurredOn) return [];
  const message = `the meeting was held on ${heldOn}, and the step happened on ${occurredOn}: send it without heldOn, or mend the day`;
  return [refuse('DATE_ORDER', message, ['occurredOn'], '3.2')];
}
