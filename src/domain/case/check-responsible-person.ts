import type { CalendarDate } from '../kernel/calendar-date.js';
import { type Refusal, refuse } from '../kernel/verdict.js';
import { isOpen } from './is-open.js';
import type { CaseFacts } from './monitoring-case.js';

/** 确定责任人 · Who looks after the household, and from which day. @article 5.1 */
export interface Assignment {
  readonly name: string;
  readonly organization: string;
  readonly from: CalendarDate;
}

/**
 * 确定帮扶责任人 · An open case has one person responsible at a time, named with the organization; terms follow one another.
 *
 * @param servesSince  first day of whoever serves now; null where nobody does
 * @article 5.1
 */
export function checkResponsiblePerson(
  facts: Pick<CaseFacts, 'status'>,
  { name, organization, from }: Assignment,
  servesSince: CalendarDate | null,
  today: CalendarDate,
): Refusal[] {
  if (!isOpen(facts.status)) {
    const message = `the case is ${facts.status}; only an open one has a person responsible`;
    return [refuse('INVALID_STATE', message, ['caseId'], '5.1')];
  }
  const refusals: Refusal[] = [];
  if (name.trim() === '') refusals.push(refuse('BAD_VALUE', 'give the name of the person', ['name'], '5.1'));
  if (organization.trim() === '')
    refusals.push(refuse('BAD_VALUE', 'give the organization of the person', ['organization'], '5.1'));
  if (from > today) refusals.push(refuse('DATE_IN_FUTURE', `${from} has not come; today is ${today}`, ['from'], '5.1'));
  if (servesSince !== null && from <= servesSince) {
    const message = `somebody serves since ${servesSince}; the next one begins on a later day`;
    refusals.push(refuse('DATE_ORDER', message, ['from'], '5.1'));
  }
  return refusals;
}
