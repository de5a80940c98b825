import { gateRefusals } from '../../elimination/decide-elimination.js';
import { addDays } from '../../kernel/calendar-date.js';
import { type Refusal, refuse } from '../../kernel/verdict.js';
import { checkAuthorizationWithdrawal } from '../check-authorization-withdrawal.js';
import { withdrawableAuthorization } from '../withdrawable-authorization.js';
import { checkContinuedSupport } from '../check-continued-support.js';
import { checkResponsiblePerson } from '../check-responsible-person.js';
import { checkRiskFound, checkRiskResolved } from '../check-risk.js';
import { checkWithdrawal } from '../check-withdrawal.js';
import { decideRollback } from '../decide-rollback.js';
import { mayStartRun } from '../may-start-run.js';
import { ELIMINATION_MODES } from '../monitoring-case.js';
import { type ActionQuestion, type AvailableAction, actionOf, type CaseAction } from './available-action.js';
import { callerReasons } from './caller-reasons.js';
import { SOMETHING } from './fitting-act.js';

/** 风险事项 · Whether a risk may be recorded, and for each risk whether it may be resolved. @article 4.2 */
export function riskActions(question: ActionQuestion): AvailableAction[] {
  const { facts, riskTypes, today } = question;
  const isOpenAlready = (code: string): boolean =>
    facts.risks.some(({ riskType, resolvedOn }) => riskType === code && resolvedOn === null);
  const free = riskTypes.find(({ code }) => !isOpenAlready(code)) ?? riskTypes[0];
  const found = { riskType: free?.code ?? '', identifiedOn: today };
  return [
    plain(question, 'recordRisk', checkRiskFound(facts, found, riskTypes, today)),
    ...facts.risks.map(({ id }) => {
      const against = checkRiskResolved(facts, { riskId: id, resolvedOn: today, note: SOMETHING }, today);
      const subject = { type: 'CaseRisk' as const, id };
      return actionOf('resolveRisk', [...callerReasons(question, 'resolveRisk'), ...against], { subject });
    }),
  ];
}

/** 消除事项 · Whether elimination may be requested, in either way, and whether one may be taken back. @article 3.3 */
export function eliminationActions(question: ActionQuestion): AvailableAction[] {
  const { facts, today, gates, rollbackLastDay, hasOtherOpenCase } = question;
  const state = mayStartRun(facts, 'ELIMINATION');
  const requests = ELIMINATION_MODES.map((mode) => {
    // The reason of a natural elimination is input: whoever requests it gives it.
    const shut = gates(today, mode).filter(({ code }) => code !== 'natural-reason');
    const against = facts.identifiedOn === null ? state : [...state, ...gateRefusals(shut)];
    return actionOf('requestElimination', [...callerReasons(question, 'requestElimination'), ...against], {
      choice: { mode },
    });
  });
  const taken = decideRollback({
    facts,
    on: today,
    today,
    reason: SOMETHING,
    lastDay: rollbackLastDay,
    hasOpenCase: hasOtherOpenCase,
  });
  return [...requests, plain(question, 'rollBackElimination', 'refusals' in taken ? taken.refusals : [])];
}

/** 档案事项 · Acts on the case as a whole. @article 3.3 */
export function wholeCaseActions(question: ActionQuestion): AvailableAction[] {
  const { facts, today, servesSince, definitionOf } = question;
  const standing = withdrawableAuthorization(facts, definitionOf);
  const withdrawn = { on: today, note: SOMETHING };
  const continued = { reason: SOMETHING, reviewBy: addDays(today, 1) };
  const person = { name: SOMETHING, organization: SOMETHING, from: today };
  return [
    plain(question, 'continueSupport', checkContinuedSupport(facts, continued, today)),
    plain(question, 'assignResponsiblePerson', checkResponsiblePerson(facts, person, servesSince, today)),
    plain(question, 'withdrawAuthorization', checkAuthorizationWithdrawal(facts, standing, withdrawn, today)),
    plain(question, 'withdrawCase', checkWithdrawal(facts, { on: today, note: SOMETHING }, today)),
    // A mistake is put right in whatever state the case is.
    plain(question, 'correctRecord', []),
  ];
}

/** 异议事项 · Each open objection may be dismissed, and upheld while its run is under way. @article 3.2 */
export function objectionActions(question: ActionQuestion): AvailableAction[] {
  const { facts, objections } = question;
  return objections
    .filter(({ status }) => status === 'OPEN')
    .flatMap(({ id, stepId }) => {
      const subject = { type: 'Objection' as const, id };
      const who = callerReasons(question, 'resolveObjection');
      const under = facts.runs.some(
        ({ endedOn, steps }) => endedOn === null && steps.some((step) => step.id === stepId),
      );
      const over = 'the run that the notice belongs to has ended; the objection can only be dismissed';
      const ended = under ? [] : [refuse('INVALID_STATE', over, ['outcome'], '3.2')];
      return [
        actionOf('resolveObjection', [...who, ...ended], { subject, choice: { outcome: 'UPHELD' } }),
        actionOf('resolveObjection', who, { subject, choice: { outcome: 'DISMISSED' } }),
      ];
    });
}

function plain(question: ActionQuestion, action: CaseAction, against: readonly Refusal[]): AvailableAction {
  return actionOf(action, [...callerReasons(question, action), ...against]);
}
