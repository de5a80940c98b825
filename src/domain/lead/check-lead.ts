import type { CalendarDate } from '../kernel/calendar-date.js';
import { type Refusal, refuse } from '../kernel/verdict.js';

/** 线索上报 · What is reported of a household that may be at risk. @article 3.1 */
export interface LeadReport {
  readonly reportedOn: CalendarDate;
  readonly statement: string;
  /** The household is in the register. */
  readonly householdKnown: boolean;
  readonly regionKnown: boolean;
  readonly contactName?: string | null;
  readonly contactPhone?: string | null;
}

/**
 * 线索上报审查 · A lead says what is wrong, on a day that has come; a household that is not registered is found by where it
 * lives and somebody to ask, by name or telephone.
 *
 * @article 3.1
 */
export function checkLead(report: LeadReport, today: CalendarDate): Refusal[] {
  const refusals: Refusal[] = [];
  const { reportedOn, statement, householdKnown, regionKnown, contactName, contactPhone } = report;
  if (statement.trim() === '') refusals.push(refuse('BAD_VALUE', 'say what the difficulty is', ['statement'], '3.1'));
  if (reportedOn > today)
    refusals.push(refuse('DATE_IN_FUTURE', `${reportedOn} has not come; today is ${today}`, ['reportedOn'], '3.1'));
  if (householdKnown) return refusals;
  if (!regionKnown) refusals.push(refuse('BAD_VALUE', 'say where the household lives', ['region'], '3.1'));
  if ([contactName, contactPhone].every((text) => (text ?? '').trim() === ''))
    refusals.push(refuse('BAD_VALUE', 'name the household, or somebody to ask', ['contactName'], '3.1'));
  return refusals;
}
