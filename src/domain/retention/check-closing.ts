import type { CalendarDate } from '../kernel/calendar-date.js';
import { type Refusal, refuse } from '../kernel/verdict.js';
import type { ClosingReason } from './closing-reason.js';
import { keptUntil } from './kept-until.js';

/** 注销请求 · What a closing says. */
export interface Closing {
  readonly reason: ClosingReason;
  readonly closedOn: CalendarDate;
}

/** 注销所据 · What stands in the register of the household. */
export interface ClosingFacts {
  /** Cases that are open, by number. */
  readonly openCases: readonly string[];
  readonly openLeads: number;
  /** Last day on which something happened that the record tells of. */
  readonly lastOn: CalendarDate;
}

/**
 * 档案注销 · Whether a household's record may be closed: nothing of it is under way, the day has come, and a household that asks for it
 * does so after the time for which the record has to be kept. All reasons are told.
 *
 * @param months  the province's time of keeping on the day of the closing; null where no rule sets one
 * @article 5.3
 */
export function checkClosing(
  facts: ClosingFacts,
  { reason, closedOn }: Closing,
  months: number | null,
  today: CalendarDate,
): Refusal[] {
  const refusals: Refusal[] = [];
  const say = (code: 'INVALID_STATE' | 'DATE_IN_FUTURE', message: string, path: string): number =>
    refusals.push(refuse(code, message, [path], '5.3'));
  if (facts.openCases.length > 0) {
    const numbers = facts.openCases.join(', ');
    say(
      'INVALID_STATE',
      `case ${numbers} is open; end it first: with withdrawCase where it cannot go on`,
      'householdId',
    );
  }
  if (facts.openLeads > 0)
    say('INVALID_STATE', `${facts.openLeads} leads wait to be verified; end them with verifyLead first`, 'householdId');
  if (closedOn > today) say('DATE_IN_FUTURE', `${closedOn} has not come; today is ${today}`, 'on');
  if (reason !== 'ON_REQUEST') return refusals;
  const until = keptUntil({ reason, closedOn, lastOn: facts.lastOn }, months);
  if (until === null) {
    say(
      'INVALID_STATE',
      'no rule of the province says how long the record is kept, so none is closed on request',
      'reason',
    );
  } else if (until > closedOn) {
    const kept = `the record is kept for ${months} months after ${facts.lastOn}, the last thing recorded in it`;
    say('INVALID_STATE', `${kept}: on request it is closed from ${until} on`, 'reason');
  }
  return refusals;
}
