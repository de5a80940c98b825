import { type Refusal, refuse } from '../../kernel/verdict.js';
import type { PlanQuestion } from '../plan-question.js';
import type { FundingSource } from '../policy-instrument.js';

/** 社会帮扶资金 · The sources of social assistance. @article 4.3 */
export const SOCIAL_FUNDING: readonly FundingSource[] = [
  'SOCIAL_DONATION',
  'EAST_WEST_COOPERATION',
  'PAIRED_ASSISTANCE',
  'CENTRAL_UNIT_ASSISTANCE',
];

/** R18 社会帮扶 · Social assistance is recorded with its provider. @article 4.3 */
export function socialProvider({ measures }: Pick<PlanQuestion, 'measures'>): Refusal[] {
  return measures.flatMap((measure, index) => {
    if (!SOCIAL_FUNDING.includes(measure.fundingSource) || (measure.provider ?? '').trim() !== '') return [];
    const message = `R18: ${measure.fundingSource} is recorded with its provider`;
    return [refuse('BAD_VALUE', message, ['measures', String(index), 'provider'], '4.3')];
  });
}
