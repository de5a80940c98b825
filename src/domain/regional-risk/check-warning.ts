import type { CalendarDate } from '../kernel/calendar-date.js';
import { faultOfText } from '../kernel/entered-text.js';
import { type Refusal, refuse } from '../kernel/verdict.js';

/** 发布预警 · What is raised by an office. @article 2.3 */
export interface WarningReport {
  readonly indicator: string;
  readonly raisedOn: CalendarDate;
  readonly evidence: Readonly<Record<string, unknown>>;
}

const LONGEST_NAME = 60;
const LONGEST_EVIDENCE = 20_000;
/** Seven digits in a row are a telephone or an identity number, which no indicator has. */
const A_NUMBER = /\d{7}/;

/**
 * 发布预警审查 · A warning names what it is about, on a day that has come, with evidence of bounded size.
 *
 * @article 2.3
 */
export function checkWarning({ indicator, raisedOn, evidence }: WarningReport, today: CalendarDate): Refusal[] {
  const refusals: Refusal[] = [];
  const fault = faultOfText(indicator, LONGEST_NAME) ?? (A_NUMBER.test(indicator) ? 'holds a long number' : null);
  if (fault !== null)
    refusals.push(
      refuse('BAD_VALUE', `the indicator ${fault}: name the figure or sign that departs`, ['indicator'], '2.3'),
    );
  if (raisedOn > today)
    refusals.push(refuse('DATE_IN_FUTURE', `${raisedOn} has not come; today is ${today}`, ['raisedOn'], '2.3'));
  const { length } = JSON.stringify(evidence);
  if (length > LONGEST_EVIDENCE)
    refusals.push(
      refuse('BAD_VALUE', `the evidence has ${length} characters as JSON; at most ${LONGEST_EVIDENCE} are kept`, [
        'evidence',
      ]),
    );
  return refusals;
}
