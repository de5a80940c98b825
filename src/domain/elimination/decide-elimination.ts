import { judgementsFor } from '../judgement/judgement.js';
import { everyJudged } from '../judgement/judgement-answer.js';
import { type Refusal, refuse } from '../kernel/verdict.js';
import type { EliminationQuestion } from './elimination-question.js';
import type { Gate } from './gate.js';
import { guaranteesSecure } from './gates/guarantees-secure.js';
import { incomeAboveLine } from './gates/income-above-line.js';
import { judgementGate } from './gates/judgement-gate.js';
import { labourCapacity } from './gates/labour-capacity.js';
import { measuresConcluded } from './gates/measures-concluded.js';
import { monthsSinceIdentification } from './gates/months-since-identification.js';
import { naturalReason } from './gates/natural-reason.js';
import { risksResolved } from './gates/risks-resolved.js';
import { stability } from './gates/stability.js';

/**
 * 风险消除评估 · Every gate of elimination on a day, passed or not, each with its reason; eliminated only when all are passed.
 *
 * A fact that is missing leaves its gate closed, and the gate says which. The list is the same in both modes: a gate that
 * does not apply is passed and says so. Gates of the province's own come last.
 *
 * @article 3.3
 */
export function decideElimination(question: EliminationQuestion): Gate[] {
  return [
    labourCapacity(question),
    monthsSinceIdentification(question),
    incomeAboveLine(question),
    ...guaranteesSecure(question),
    risksResolved(question),
    measuresConcluded(question),
    stability(question),
    naturalReason(question),
    ...everyJudged(judgementsFor(question.rules, 'ELIMINATION'), question.judged ?? []).map((one) =>
      judgementGate(one, question.rules.provinceCode ?? ''),
    ),
  ];
}

/** 可标注风险消除 · Whether every gate is passed. @article 3.3 */
export function mayBeEliminated(gates: readonly Gate[]): boolean {
  return gates.every((gate) => gate.passed);
}

/**
 * 未满足条件 · One refusal for each gate that is not passed, named by its code.
 *
 * @param path  into the mutation's input; the gate of the natural reason points at `reason`
 * @article 3.3
 */
export function gateRefusals(
  gates: readonly Gate[],
  language: 'zh' | 'en' = 'en',
  path: readonly string[] = ['caseId'],
): Refusal[] {
  return gates
    .filter((gate) => !gate.passed)
    .map((gate) => {
      const at = gate.code === 'natural-reason' ? ['reason'] : path;
      return refuse('GATE_NOT_PASSED', `${gate.code}: ${gate.reason[language]}`, at, gate.article);
    });
}
