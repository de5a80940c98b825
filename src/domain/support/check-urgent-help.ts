import { isOpen } from '../case/is-open.js';
import type { CaseFacts } from '../case/monitoring-case.js';
import type { CalendarDate } from '../kernel/calendar-date.js';
import { formatYuan } from '../kernel/money.js';
import { type Refusal, refuse } from '../kernel/verdict.js';
import { checkDelivered, type DeliveryGiven } from './check-delivery.js';
import type { PolicyInstrument } from './policy-instrument.js';

/** 先行救助 · Help that cannot wait. @article 3.2 */
export interface UrgentHelp extends DeliveryGiven {
  readonly instrument: string;
  readonly note: string;
}

/** 先行救助审查 · The help and the case that it is given under. @article 3.2 */
export interface UrgentHelpQuestion {
  readonly facts: Pick<CaseFacts, 'status' | 'openedOn'>;
  readonly help: UrgentHelp;
  readonly instruments: readonly PolicyInstrument[];
  readonly hasLabour: boolean;
  readonly today: CalendarDate;
}

/**
 * 先行救助 · Help on a township officer's word, from the day the case opens, before any run; a note says why it cannot wait.
 *
 * The rules of a plan (R15–R17) do not hold it up. The instrument is one of the province's on that day, within its cap.
 *
 * @article 3.2
 */
export function checkUrgentHelp({ facts, help, instruments, hasLabour, today }: UrgentHelpQuestion): Refusal[] {
  if (!isOpen(facts.status))
    return [refuse('INVALID_STATE', `the case is ${facts.status}; help is given under an open one`, ['caseId'], '3.2')];
  const refusals = checkDelivered(help);
  const say = (code: 'BAD_VALUE' | 'RULE_VIOLATION', message: string, field: string): void => {
    refusals.push(refuse(code, message, [field], '4.1'));
  };
  if (help.note.trim() === '') say('BAD_VALUE', 'say why the help cannot wait', 'note');
  if (help.on > today)
    refusals.push(refuse('DATE_IN_FUTURE', `${help.on} has not come; today is ${today}`, ['on'], '3.2'));
  if (help.on < facts.openedOn)
    refusals.push(refuse('DATE_ORDER', `the case was opened on ${facts.openedOn}, after ${help.on}`, ['on'], '3.2'));
  const instrument = instruments.find((known) => known.code === help.instrument);
  if (instrument === undefined) say('BAD_VALUE', `the province has no instrument "${help.instrument}"`, 'instrument');
  else {
    if (help.on < instrument.from || (instrument.to !== null && help.on > instrument.to))
      say('RULE_VIOLATION', `"${instrument.code}" is not in force on ${help.on}`, 'instrument');
    if (instrument.requiresLabour && !hasLabour)
      say('RULE_VIOLATION', `"${instrument.code}" needs labour capacity`, 'instrument');
    if (instrument.cap !== null && (help.amount ?? 0) > instrument.cap)
      say('RULE_VIOLATION', `over the cap of "${instrument.code}", ${formatYuan(instrument.cap)} yuan`, 'amount');
  }
  return refusals;
}
