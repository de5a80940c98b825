import type { CalendarDate } from '../kernel/calendar-date.js';
import { type Refusal, refuse } from '../kernel/verdict.js';
import type { CaseFacts } from './monitoring-case.js';

/** 风险消除回退 · An elimination that the county takes back. @article 3.3 */
export interface Rollback {
  readonly facts: Pick<CaseFacts, 'status' | 'eliminatedOn'>;
  readonly on: CalendarDate;
  readonly today: CalendarDate;
  readonly reason: string;
  /** Last day on which the province lets it be taken back; null where no limit is known. */
  readonly lastDay: CalendarDate | null;
  /** The household has a later case that is open. */
  readonly hasOpenCase: boolean;
}

/** 回退结果 · Every reason against it, or the case as it stands: monitored, as if it had not been marked. @article 3.3 */
export type RolledBack =
  | { readonly refusals: readonly Refusal[] }
  | { readonly status: 'MONITORED'; readonly eliminatedOn: null; readonly eliminationMode: null };

/**
 * 风险消除回退 · Takes back an elimination that was marked by mistake, with a reason, within the province's limit.
 *
 * A relapse is no mistake: it opens a new case. Where one is open already, nothing is taken back.
 *
 * @article 3.3
 */
export function decideRollback({ facts, on, today, reason, lastDay, hasOpenCase }: Rollback): RolledBack {
  if (facts.status !== 'RISK_ELIMINATED')
    return {
      refusals: [refuse('INVALID_STATE', `the case is ${facts.status}, not RISK_ELIMINATED`, ['caseId'], '3.3')],
    };
  const refusals: Refusal[] = [];
  if (hasOpenCase)
    refusals.push(refuse('CASE_ALREADY_OPEN', 'the household has a later case that is open', ['caseId'], '3.3'));
  if (reason.trim() === '') refusals.push(refuse('BAD_VALUE', 'say what the mistake was', ['reason'], '3.3'));
  if (on > today) refusals.push(refuse('DATE_IN_FUTURE', `${on} has not come; today is ${today}`, ['on'], '3.3'));
  if (facts.eliminatedOn !== null && on < facts.eliminatedOn)
    refusals.push(refuse('DATE_ORDER', `it was marked on ${facts.eliminatedOn}, after ${on}`, ['on'], '3.3'));
  if (lastDay !== null && on > lastDay)
    refusals.push(
      refuse('RULE_VIOLATION', `it could be taken back until ${lastDay}; a relapse opens a new case`, ['on'], '3.3'),
    );
  if (refusals.length > 0) return { refusals };
  return { status: 'MONITORED', eliminatedOn: null, eliminationMode: null };
}
