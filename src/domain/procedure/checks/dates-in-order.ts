import { type Refusal, refuse } from '../../kernel/verdict.js';
import type { StepQuestion } from './step-question.js';

/**
 * 日期先后 · What happened lies neither in the future nor before its predecessors, nor before the run began.
 *
 * Late entry is never refused: the day on which a paper is entered plays no part.
 *
 * @article 3.2
 */
export function datesInOrder({ run, act, today, step }: StepQuestion): Refusal[] {
  const path = ['occurredOn'];
  if (act.occurredOn > today)
    return [refuse('DATE_IN_FUTURE', `${act.occurredOn} has not come; today is ${today}`, path, '3.2')];
  const earliest = step?.startedOn ?? run.startedOn;
  if (act.occurredOn >= earliest) return [];
  const why = earliest === run.startedOn ? 'the run began' : 'the steps before it happened';
  return [refuse('DATE_ORDER', `${act.occurredOn} lies before ${earliest}, the day ${why}`, path, '3.2')];
}
