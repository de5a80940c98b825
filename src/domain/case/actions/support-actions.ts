import { ZERO_FEN } from '../../kernel/money.js';
import type { Refusal } from '../../kernel/verdict.js';
import { checkConclusion, MEASURE_CONCLUSIONS } from '../../support/check-conclusion.js';
import { checkDelivery } from '../../support/check-delivery.js';
import { checkUrgentHelp } from '../../support/check-urgent-help.js';
import type { SupportMeasure } from '../../support/support-measure.js';
import { mayStartRun } from '../may-start-run.js';
import { type ActionQuestion, type AvailableAction, actionOf, type CaseAction } from './available-action.js';
import { callerReasons } from './caller-reasons.js';
import { SOMETHING } from './fitting-act.js';

/**
 * 帮扶事项 · Whether support may be planned or given at once, and for each measure whether it may be delivered and concluded.
 *
 * What a plan must hold (R14–R18) is asked when it is made: here only whether one may be made now.
 *
 * @article 4.1
 */
export function supportActions(question: ActionQuestion): AvailableAction[] {
  const { facts } = question;
  return [
    actionOf('planSupport', [...callerReasons(question, 'planSupport'), ...mayStartRun(facts, 'SUPPORT')]),
    actionOf('giveUrgentHelp', [...callerReasons(question, 'giveUrgentHelp'), ...urgentHelp(question)]),
    ...facts.measures.flatMap((measure) => [
      about(question, 'recordDelivery', measure, delivery(question, measure)),
      ...MEASURE_CONCLUSIONS.map((status) =>
        about(
          question,
          'concludeMeasure',
          measure,
          checkConclusion(measure, { on: question.today, status, note: SOMETHING }, question.today),
          { status },
        ),
      ),
    ]),
  ];
}

/** By whichever instrument fits best: refused only where none would do. */
function urgentHelp({ facts, instruments, hasLabour, today }: ActionQuestion): Refusal[] {
  const codes = instruments.length === 0 ? [''] : instruments.map(({ code }) => code);
  const tried = codes.map((instrument) => {
    const help = { instrument, on: today, inKind: SOMETHING, note: SOMETHING };
    return checkUrgentHelp({ facts, help, instruments, hasLabour, today });
  });
  return tried.reduce((best, next) => (next.length < best.length ? next : best));
}

function delivery({ facts, today }: ActionQuestion, measure: SupportMeasure): Refusal[] {
  const given = { on: today, amount: null, inKind: SOMETHING };
  const { budget, startsOn, status } = measure;
  return checkDelivery({
    measure: { budget, startsOn, status, delivered: ZERO_FEN },
    cap: null,
    delivery: given,
    today,
    openedOn: facts.openedOn,
  });
}

function about(
  question: ActionQuestion,
  action: CaseAction,
  { id }: SupportMeasure,
  against: readonly Refusal[],
  choice: Readonly<Record<string, string>> = {},
): AvailableAction {
  const subject = { type: 'SupportMeasure' as const, id };
  return actionOf(action, [...callerReasons(question, action), ...against], { subject, choice });
}
