import type { Reason } from '../../kernel/verdict.js';
import type { DeadlineStop, ProcedureDefinition } from '../procedure-definition.js';
import { counterpart } from './r08-limits.js';

/**
 * R08 计时不放宽 · No deadline that the baseline sets stops for more than the baseline's does: a count that stands still is a longer one.
 *
 * Where the baseline sets no deadline, a province's own stops for what the province says. What a candidate leaves to the
 * province's `deadlineStops` is not looked at; `withDeadlineStops` fills it in.
 *
 * @article 3.2
 */
export function countNotLoosened(candidate: ProcedureDefinition, baseline: ProcedureDefinition): Reason[] {
  const whole =
    baseline.limitDays === null
      ? []
      : looser('the limit of the whole run', null, candidate.limitStops, baseline.limitStops);
  const steps = candidate.steps.flatMap((step) => {
    const other = counterpart(step, baseline);
    if (other === null || other.deadlineDays === null) return [];
    return looser('the deadline', step.code, step.deadlineStops, other.deadlineStops);
  });
  return [...whole, ...steps];
}

function looser(
  what: string,
  step: string | null,
  is: readonly DeadlineStop[] | undefined,
  was: readonly DeadlineStop[] = [],
): Reason[] {
  const more = is?.filter((stop) => !was.includes(stop)) ?? [];
  if (more.length === 0) return [];
  const baseline = was.length === 0 ? 'runs on' : `stops for ${was.join(', ')} only`;
  const message = `${step === null ? '' : `"${step}": `}${what} stops for ${more.join(', ')}, where the baseline's ${baseline}`;
  return [{ code: 'limit-loosened', message, article: '3.2', evidence: { step, what, is: is ?? [], baseline: was } }];
}
