import type { DeadlineStop, ProcedureDefinition } from './procedure-definition.js';

/**
 * 补全期限中止 · The procedure with what its deadlines stop for filled in; what it and its steps say themselves goes before.
 *
 * @param stops  what deadlines stop for where nothing else is said
 * @article G
 */
export function withDeadlineStops(
  definition: ProcedureDefinition,
  stops: readonly DeadlineStop[],
): ProcedureDefinition {
  const steps = definition.steps.map((step) => ({ ...step, deadlineStops: step.deadlineStops ?? stops }));
  return { ...definition, limitStops: definition.limitStops ?? stops, steps };
}
