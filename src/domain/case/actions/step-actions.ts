import { gateRefusals } from '../../elimination/decide-elimination.js';
import { canCompleteStep } from '../../jurisdiction/can-complete-step.js';
import { addDays } from '../../kernel/calendar-date.js';
import type { Refusal } from '../../kernel/verdict.js';
import { authorizedEarlier } from '../../procedure/authorized-earlier.js';
import { SECTION_OF_KIND } from '../../procedure/checks/section-matches-kind.js';
import { stepIsCurrent } from '../../procedure/checks/step-is-current.js';
import { IDENTIFICATION_KINDS } from '../../procedure/checks/verification-complete.js';
import { completeStep } from '../../procedure/complete-step.js';
import { decidedRun } from '../../procedure/decided-run.js';
import type { ProcedureDefinition, StepDefinition, StepOutcome } from '../../procedure/procedure-definition.js';
import type { ProcedureRun, ProcedureStep } from '../../procedure/procedure-run.js';
import { publishNotice, LONGEST_NOTICE_DAYS } from '../../procedure/publish-notice.js';
import { currentSteps, stepDefinition } from '../../procedure/step-graph.js';
import { afterRun } from '../after-run.js';
import { openRun } from '../is-open.js';
import { checkCategory } from '../rules/r02-category-fits-former-status.js';
import { type ActionQuestion, type ActionReason, type AvailableAction, actionOf } from './available-action.js';
import { callerReasons } from './caller-reasons.js';
import { fittingAct, mayReturnTo } from './fitting-act.js';

/**
 * 环节事项 · For each current step every outcome that it may have, and its notice; where no run is under way, that it is over.
 *
 * Each is tried with an input as the step asks for it, dated today, by the very function that the mutation calls.
 *
 * @article 3.2
 */
export function stepActions(question: ActionQuestion): AvailableAction[] {
  const { facts, definitionOf } = question;
  const run = openRun(facts);
  if (run === null) return overActions(question);
  const definition = definitionOf(run);
  return currentSteps(run).flatMap((step) => {
    const own = stepDefinition(definition, step.code);
    if (own === null) return [];
    const completions = outcomesOf(own).map((outcome) => completion(question, { run, definition, own, outcome }));
    return own.kind === 'PUBLIC_NOTICE' ? [notice(question, run, definition, own, step), ...completions] : completions;
  });
}

/** A refused commitment is an answer even where the definition forgot to list it. */
function outcomesOf(own: StepDefinition): readonly StepOutcome[] {
  const mayRefuse = own.kind === 'COMMITMENT_AUTHORIZATION' && !own.outcomes.includes('REJECTED');
  return mayRefuse ? [...own.outcomes, 'REJECTED'] : own.outcomes;
}

function overActions(question: ActionQuestion): AvailableAction[] {
  const last = question.facts.runs.at(-1);
  if (last === undefined) return [];
  const act = { step: '', outcome: 'PASSED' as const, occurredOn: question.today };
  const definition = question.definitionOf(last);
  const over = { run: last, definition, act, today: question.today, actor: question.actor, own: null, step: null };
  const reasons = stepIsCurrent(over);
  return (['completeStep', 'publishNotice'] as const).map((action) =>
    actionOf(action, [...callerReasons(question, action), ...reasons]),
  );
}

interface Completion {
  readonly run: ProcedureRun;
  readonly definition: ProcedureDefinition;
  readonly own: StepDefinition;
  readonly outcome: StepOutcome;
}

function completion(question: ActionQuestion, { run, definition, own, outcome }: Completion): AvailableAction {
  const { facts, today, actor, holidays, definitionOf, riskTypes } = question;
  const decision = completeStep({
    run,
    definition,
    act: fittingAct({ definition, own, outcome, on: today, riskTypes }),
    today,
    actor,
    authorizedEarlier: authorizedEarlier(facts, run, definitionOf),
    authorizationWithdrawnOn: facts.authorizationWithdrawnOn,
    holidays,
    newId: () => own.code,
  });
  const against = 'refusals' in decision ? decision.refusals : endRefusals(question, decision.run, definition);
  return actionOf('completeStep', [...whoMay(question, 'completeStep', own), ...against], {
    step: own.code,
    choice: { outcome },
    section: SECTION_OF_KIND[own.kind],
    extraForm: own.extraForm,
    requiredEvidence: outcome === 'PASSED' ? own.requiredEvidence : [],
    returnTo: outcome === 'RETURNED' ? mayReturnTo(definition, own.code) : [],
  });
}

/** What decides an identification asks once more for the category, what decides an elimination for the gates. */
function endRefusals(
  { facts, formerStatus, eliminationMode, gates }: ActionQuestion,
  gone: ProcedureRun,
  definition: ProcedureDefinition,
): Refusal[] {
  const run = decidedRun(gone, definition) ?? gone;
  if (run.outcome !== 'PASSED') return [];
  if (IDENTIFICATION_KINDS.includes(run.kind))
    return facts.category === null ? [] : checkCategory(facts.category, formerStatus, ['outcome']);
  const mode = eliminationMode ?? 'SUPPORTED';
  const { eliminatedOn, status } = afterRun({ facts, run, definition, mode });
  if (status !== 'RISK_ELIMINATED' || eliminatedOn === null) return [];
  return gateRefusals(gates(eliminatedOn, mode), 'en', ['outcome']);
}

function notice(
  question: ActionQuestion,
  run: ProcedureRun,
  definition: ProcedureDefinition,
  own: StepDefinition,
  step: ProcedureStep,
): AvailableAction {
  const { today, holidays } = question;
  const opensOn = step.notice?.opensOn ?? today;
  const closesOn = step.notice === null ? addDays(today, LONGEST_NOTICE_DAYS) : addDays(step.notice.closesOn, 1);
  const decision = publishNotice({ run, definition, step: own.code, opensOn, closesOn, today, holidays });
  const against = 'refusals' in decision ? decision.refusals : [];
  return actionOf('publishNotice', [...whoMay(question, 'publishNotice', own), ...against], { step: own.code });
}

function whoMay(
  question: ActionQuestion,
  action: 'completeStep' | 'publishNotice',
  step: StepDefinition,
): ActionReason[] {
  const never = callerReasons(question, action);
  if (never.length > 0) return never;
  const { grants, regionCode } = question;
  const level = canCompleteStep({ grants, step, regionCode });
  return level === null ? [] : [level];
}
