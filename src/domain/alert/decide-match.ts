import { faultOfText } from '../kernel/entered-text.js';
import { type Refusal, refuse } from '../kernel/verdict.js';
import type { AlertStatus } from './department-alert.js';

/** 匹配说明上限 · Longest note, in characters. */
const LONGEST_NOTE = 4_000;

/**
 * R06 匹配、退回 · The county matches an alert that found nobody, or returns it, once, and says why.
 *
 * @article 3.1
 */
export function checkMatch({ status, note }: { readonly status: AlertStatus; readonly note: string }): Refusal[] {
  const refusals: Refusal[] = [];
  if (status !== 'UNMATCHED')
    refusals.push(
      refuse(
        'INVALID_STATE',
        `the alert is ${status}; only one that found nobody is matched or returned`,
        ['alertId'],
        '3.1',
      ),
    );
  const fault = faultOfText(note, LONGEST_NOTE);
  if (fault !== null) refusals.push(refuse('BAD_VALUE', `the note ${fault}; say why`, ['note'], '3.1'));
  return refusals;
}
