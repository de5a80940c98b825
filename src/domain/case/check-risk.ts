import type { CalendarDate } from '../kernel/calendar-date.js';
import { type Refusal, refuse } from '../kernel/verdict.js';
import type { RiskType } from '../risk/risk-type.js';
import { isOpen } from './is-open.js';
import type { CaseFacts } from './monitoring-case.js';

type RiskFacts = Pick<CaseFacts, 'status' | 'openedOn' | 'risks'>;

/** 风险发现 · A risk that turns up on an open case. @article 4.2 */
export interface RiskFound {
  readonly riskType: string;
  readonly identifiedOn: CalendarDate;
}

/**
 * 登记风险 · A risk is recorded on an open case, of a type that the province knows, once while it is open.
 *
 * A risk that was resolved may turn up again, as a new one. It may be older than the case: what was found is found.
 *
 * @article 4.2
 */
export function checkRiskFound(
  facts: RiskFacts,
  found: RiskFound,
  riskTypes: readonly RiskType[],
  today: CalendarDate,
): Refusal[] {
  if (!isOpen(facts.status))
    return [
      refuse('INVALID_STATE', `the case is ${facts.status}; risks are recorded on an open one`, ['caseId'], '4.2'),
    ];
  const refusals: Refusal[] = [];
  if (!riskTypes.some((known) => known.code === found.riskType))
    refusals.push(refuse('BAD_VALUE', `the province knows no risk type "${found.riskType}"`, ['riskType'], '4.2'));
  if (facts.risks.some((risk) => risk.riskType === found.riskType && risk.resolvedOn === null))
    refusals.push(refuse('DUPLICATE', `the case has an open risk "${found.riskType}" already`, ['riskType'], '4.2'));
  if (found.identifiedOn > today)
    refusals.push(
      refuse('DATE_IN_FUTURE', `${found.identifiedOn} has not come; today is ${today}`, ['identifiedOn'], '4.2'),
    );
  return refusals;
}

/** 风险化解 · A risk said to be resolved. @article 3.3 */
export interface RiskResolution {
  readonly riskId: string;
  readonly resolvedOn: CalendarDate;
  readonly note: string;
}

/**
 * 化解风险 · An open risk of an open case is resolved with a reason, not before it was found and not in the future.
 *
 * Whether a measure that fits it stands behind it is a gate of elimination: a risk may also pass of itself.
 *
 * @article 3.3
 */
export function checkRiskResolved(facts: RiskFacts, resolution: RiskResolution, today: CalendarDate): Refusal[] {
  if (!isOpen(facts.status))
    return [
      refuse('INVALID_STATE', `the case is ${facts.status}; risks are resolved on an open one`, ['caseId'], '3.3'),
    ];
  const risk = facts.risks.find((own) => own.id === resolution.riskId);
  if (risk === undefined) return [refuse('NOT_FOUND', 'the case has no such risk', ['riskId'])];
  if (risk.resolvedOn !== null)
    return [refuse('INVALID_STATE', `the risk was resolved on ${risk.resolvedOn}`, ['riskId'], '3.3')];
  const { resolvedOn, note } = resolution;
  const refusals: Refusal[] = [];
  if (note.trim() === '') refusals.push(refuse('BAD_VALUE', 'say how the risk was resolved', ['note'], '3.3'));
  if (resolvedOn > today)
    refusals.push(refuse('DATE_IN_FUTURE', `${resolvedOn} has not come; today is ${today}`, ['resolvedOn'], '3.3'));
  if (resolvedOn < risk.identifiedOn)
    refusals.push(
      refuse('DATE_ORDER', `the risk was found on ${risk.identifiedOn}, after ${resolvedOn}`, ['resolvedOn'], '3.3'),
    );
  return refusals;
}
