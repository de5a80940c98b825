import { describe, expect, it } from 'vitest';
import type { CaseCorrection } from '../../../src/domain/correction/correction.js';
import { decideCaseCorrection } from '../../../src/domain/correction/decide-case-correction.js';
import { said } from '../case/a-case.js';

const recorded = { category: 'MARGINAL_AT_RISK', channel: 'SELF_DECLARATION' } as const;
const decide = (set: CaseCorrection, category: typeof recorded.category | null = recorded.category) => {
  const answer = decideCaseCorrection({ ...recorded, category }, set, 'FORMERLY_POOR');
  return 'refusals' in answer ? said(answer.refusals) : answer.values;
};

describe('decideCaseCorrection', () => {
  it('takes a category that fits the former status, and not one that does not (R02)', () => {
    expect(decide({ category: 'UNSTABLE_OUT_OF_POVERTY' })).toEqual({ category: 'UNSTABLE_OUT_OF_POVERTY' });
    expect(decide({ category: 'MARGINAL_AT_RISK' })).toEqual(['RULE_VIOLATION set.category', 'BAD_VALUE set.category']);
  });

  it('refuses a category before one was proposed, a channel that is so already, and nothing', () => {
    expect(decide({ category: 'SUDDEN_SEVERE_DIFFICULTY' }, null)).toEqual(['INVALID_STATE set.category']);
    expect(decide({ channel: 'SELF_DECLARATION' })).toEqual(['BAD_VALUE set.channel']);
    expect(decide({})).toEqual(['BAD_VALUE set']);
  });
});
