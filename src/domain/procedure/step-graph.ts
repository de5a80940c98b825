import type { ProcedureDefinition, StepDefinition } from './procedure-definition.js';
import type { ProcedureRun, ProcedureStep } from './procedure-run.js';

/** 环节定义 · The definition of a step by its code, or null. @article 3.2 */
export function stepDefinition(definition: ProcedureDefinition, code: string): StepDefinition | null {
  return definition.steps.find((step) => step.code === code) ?? null;
}

/**
 * 在前环节 · Codes of all steps that must be done before a step, near and far, in the order of the definition.
 *
 * A circle does not trap it; the step itself is among the answer only where it stands in one.
 *
 * @article 3.2
 */
export function stepsBefore(definition: Pick<ProcedureDefinition, 'steps'>, code: string): string[] {
  const after = new Map(definition.steps.map((step) => [step.code, step.after]));
  const found = new Set<string>();
  const queue = [...(after.get(code) ?? [])];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (found.has(next) || !after.has(next)) continue;
    found.add(next);
    queue.push(...(after.get(next) ?? []));
  }
  return definition.steps.filter((step) => found.has(step.code)).map((step) => step.code);
}

/** 在后环节 · Codes of all steps that cannot begin before a step is done, in the order of the definition. @article 3.2 */
export function stepsAfter(definition: Pick<ProcedureDefinition, 'steps'>, code: string): string[] {
  return definition.steps.filter((step) => stepsBefore(definition, step.code).includes(code)).map((step) => step.code);
}

/** 最近一次办理 · The last attempt at a step, or null where the run has none. @article 3.2 */
export function latestAttempt(run: Pick<ProcedureRun, 'steps'>, code: string): ProcedureStep | null {
  let latest: ProcedureStep | null = null;
  for (const step of run.steps) {
    if (step.code === code && (latest === null || step.attempt > latest.attempt)) latest = step;
  }
  return latest;
}

/** 待办环节 · The steps that wait now. @article 3.2 */
export function currentSteps(run: Pick<ProcedureRun, 'steps'>): ProcedureStep[] {
  return run.steps.filter((step) => step.status === 'CURRENT');
}

/** 已通过 · Whether a step's last attempt is done and passed. @article 3.2 */
export function hasPassed(run: Pick<ProcedureRun, 'steps'>, code: string): boolean {
  const step = latestAttempt(run, code);
  return step !== null && step.status === 'DONE' && step.outcome === 'PASSED';
}

/** 排序 · Attempts in the order of the definition, then by attempt. @article none — technical */
export function inDefinitionOrder(definition: ProcedureDefinition, steps: readonly ProcedureStep[]): ProcedureStep[] {
  const place = new Map(definition.steps.map((step, index) => [step.code, index]));
  return [...steps].sort((a, b) => (place.get(a.code) ?? 0) - (place.get(b.code) ?? 0) || a.attempt - b.attempt);
}
