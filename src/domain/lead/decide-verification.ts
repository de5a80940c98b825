import type { CalendarDate } from '../kernel/calendar-date.js';
import { type Refusal, refuse } from '../kernel/verdict.js';
import type { LeadFacts, LeadStatus } from './lead.js';

/** 核实结论 · 建档、不属实、重复. @article 3.1 */
export const LEAD_OUTCOMES = ['OPEN_CASE', 'DISMISS', 'DUPLICATE'] as const;
export type LeadOutcome = (typeof LEAD_OUTCOMES)[number];

/** 核实结论对应状态 · What a lead becomes by its outcome. @article 3.1 */
export const STATUS_OF_OUTCOME: Readonly<Record<LeadOutcome, LeadStatus>> = {
  OPEN_CASE: 'CONFIRMED',
  DISMISS: 'DISMISSED',
  DUPLICATE: 'DUPLICATE',
};

/** 线索核实 · A lead and what its verification says. @article 3.1 */
export interface LeadVerification {
  readonly lead: Pick<LeadFacts, 'status' | 'reportedOn'>;
  /** The household that the lead names, null where it names only a contact. */
  readonly ofLead: string | null;
  /** The household that the verification names. */
  readonly named: string | null;
  readonly outcome: LeadOutcome;
  readonly verifiedOn: CalendarDate;
  readonly note: string;
  readonly today: CalendarDate;
  /** The open case of the household, if it has one. */
  readonly openCase: string | null;
  /** Another lead of the household that is open or was confirmed. */
  readonly otherLead: string | null;
}

/** 核实结果 · Every reason against it, or what the lead becomes and which case follows. @article 3.1 */
export type LeadVerified =
  | { readonly refusals: readonly Refusal[] }
  | {
      readonly status: LeadStatus;
      readonly household: string | null;
      /** The case that the lead joins; null where none, or where one is to be opened. */
      readonly joinsCase: string | null;
      readonly opensCase: boolean;
    };

/**
 * R05 线索核实 · Every lead ends in a recorded outcome, once: a case, a dismissal with its reason, or a duplicate.
 *
 * OPEN_CASE on a household that has an open case confirms the lead and joins that case; there is no second one. Whether
 * a new one may be opened is asked of `decideOpenCase`.
 *
 * @article 3.1
 */
export function decideVerification(verification: LeadVerification): LeadVerified {
  const { lead, ofLead, named, outcome, openCase } = verification;
  if (lead.status !== 'OPEN')
    return { refusals: [refuse('INVALID_STATE', `the lead is ${lead.status} already`, ['leadId'], '3.1')] };
  const refusals = [...checkDay(verification), ...checkHousehold(verification)];
  if (verification.note.trim() === '') refusals.push(refuse('BAD_VALUE', 'say what was found', ['note'], '3.1'));
  if (refusals.length > 0) return { refusals };
  const joinsCase = outcome === 'DISMISS' ? null : openCase;
  return {
    status: STATUS_OF_OUTCOME[outcome],
    household: ofLead ?? named,
    joinsCase,
    opensCase: outcome === 'OPEN_CASE' && joinsCase === null,
  };
}

function checkDay({ lead, verifiedOn, today }: LeadVerification): Refusal[] {
  const path = ['verifiedOn'];
  if (verifiedOn > today)
    return [refuse('DATE_IN_FUTURE', `${verifiedOn} has not come; today is ${today}`, path, '3.1')];
  if (verifiedOn >= lead.reportedOn) return [];
  return [refuse('DATE_ORDER', `the lead was reported on ${lead.reportedOn}, after ${verifiedOn}`, path, '3.1')];
}

function checkHousehold({ ofLead, named, outcome, openCase, otherLead }: LeadVerification): Refusal[] {
  const path = ['householdId'];
  if (ofLead !== null && named !== null && ofLead !== named)
    return [refuse('BAD_VALUE', 'the lead is about another household', path, '3.1')];
  const household = ofLead ?? named;
  if (outcome === 'OPEN_CASE' && household === null)
    return [refuse('BAD_VALUE', 'name the household; register it first where it is not yet', path, '3.1')];
  if (outcome === 'DUPLICATE' && household !== null && openCase === null && otherLead === null)
    return [
      refuse('BAD_VALUE', 'the household has no other lead and no open case that this one repeats', ['outcome'], '3.1'),
    ];
  return [];
}
