import { GUARANTEES, type GuaranteeCheck } from '../guarantee/guarantee-check.js';
import { validateGuarantees } from '../guarantee/validate-guarantees.js';
import type { CalendarDate } from '../kernel/calendar-date.js';
import { type Refusal, refuse } from '../kernel/verdict.js';
import { type GuaranteeCorrection, inSet } from './correction.js';

/** 更正后的核查 · The check before and after, and all checks with it in its place, the newest first. @article 2.1 */
export type CheckCorrected =
  | { readonly refusals: readonly Refusal[] }
  | { readonly before: GuaranteeCheck; readonly after: GuaranteeCheck; readonly records: readonly GuaranteeCheck[] };

/**
 * 更正保障核查 · Puts the check of one day right, of several the one that counts; answers that are not said stay.
 *
 * @param checks  newest first
 * @param later  how many checks of the day that it is moved to were entered after it, and so stand before it
 * @article 2.1
 */
export function correctedCheck(
  checks: readonly GuaranteeCheck[],
  said: GuaranteeCorrection,
  today: CalendarDate,
  later = 0,
): CheckCorrected {
  const path = inSet('guarantees');
  const before = checks.find(({ checkedOn }) => checkedOn === said.checkedOn);
  if (before === undefined) {
    const message = `no check is recorded on ${said.checkedOn}; one that is missing is recorded, not corrected`;
    return { refusals: [refuse('BAD_VALUE', message, path, '2.1')] };
  }
  const answers = GUARANTEES.flatMap((name) => (said[name] === undefined ? [] : [[name, said[name]]]));
  const after: GuaranteeCheck = {
    ...before,
    ...Object.fromEntries(answers),
    checkedOn: said.day ?? before.checkedOn,
    ...(said.source === undefined ? {} : { source: said.source }),
  };
  const refusals = validateGuarantees(after, { today, path });
  if (JSON.stringify(after) === JSON.stringify(before))
    refusals.push(refuse('BAD_VALUE', 'the check says that already', path, '2.1'));
  if (refusals.length > 0) return { refusals };
  const others = checks.filter((check) => check !== before);
  const first = others.findIndex(({ checkedOn }) => checkedOn <= after.checkedOn);
  const place = first < 0 ? others.length : first + later;
  const records = [...others.slice(0, place), after, ...others.slice(place)];
  return { before, after, records };
}
