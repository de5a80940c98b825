import type { Refusal } from '../kernel/verdict.js';
import { addressesOwnRisks } from './checks/addresses-own-risks.js';
import { fitsLabour } from './checks/fits-labour.js';
import { instrumentInForce } from './checks/instrument-in-force.js';
import { planDates } from './checks/plan-dates.js';
import { rightlyFunded } from './checks/rightly-funded.js';
import { withinCap } from './checks/within-cap.js';
import type { PlanCheck, PlanQuestion } from './plan-question.js';
import { oneRiskOneInstrument } from './rules/r15-one-risk-one-instrument.js';
import { planCoversAll } from './rules/r16-plan-covers-all.js';
import { labourAndSafetyNet } from './rules/r17-labour-and-safety-net.js';
import { socialProvider } from './rules/r18-social-provider.js';

/** 计划审查 · All that is asked of a plan: first of each measure, then of the plan as a whole. @article 4.2 */
export const PLAN_CHECKS: readonly PlanCheck[] = [
  planDates,
  instrumentInForce,
  fitsLabour,
  addressesOwnRisks,
  withinCap,
  rightlyFunded,
  socialProvider,
  oneRiskOneInstrument,
  planCoversAll,
  labourAndSafetyNet,
];

/**
 * 帮扶计划审查 · Every reason why a plan cannot be taken; empty when it can.
 *
 * Whether the case may start a SUPPORT run is asked elsewhere (`mayStartRun`).
 *
 * @article 4.2
 */
export function checkPlan(question: PlanQuestion): Refusal[] {
  return PLAN_CHECKS.flatMap((check) => check(question));
}
