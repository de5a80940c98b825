import { type Refusal, refuse } from '../../kernel/verdict.js';
import type { StepQuestion } from './step-question.js';

/**
 * 本省附加表单 · The answers to the province's own form, checked against its JSON Schema outside; none where it asks nothing.
 *
 * A run that is sent back or ended need not fill the form; what is filled must be right all the same.
 *
 * @article 3.2
 */
export function extraFormFilled({ act, own }: StepQuestion): Refusal[] {
  if (own === null) return [];
  const given = (act.extra ?? null) !== null;
  if (own.extraForm === null)
    return given
      ? [refuse('SECTION_MISMATCH', `step "${own.code}" has no form beside the national fields`, ['extra'])]
      : [];
  if (!given && act.outcome !== 'PASSED') return [];
  return (act.extraFaults ?? []).map((fault) =>
    given
      ? refuse('BAD_VALUE', fault, ['extra'])
      : refuse('SECTION_MISMATCH', `fill the step's form: ${fault}`, ['extra']),
  );
}
