import { describe, expect, it } from 'vitest';
import type { HazardRule } from '../../../../src/domain/hazard/hazard-rule.js';
import { checkHazardRule } from '../../../../src/domain/province/rules/hazard-rules-single-out.js';

const rule = (more: Partial<HazardRule>): HazardRule => ({
  code: 'a-rule',
  name: { zh: '规则', en: 'A rule' },
  kinds: ['FIRE'],
  households: { specialGroup: true },
  ...more,
});

describe('R19: checkHazardRule', () => {
  it('accepts one kind and one condition, and names a rule without either', () => {
    expect(checkHazardRule(rule({}))).toEqual([]);
    expect(checkHazardRule(rule({ kinds: [], households: {} })).map(({ code }) => code)).toEqual([
      'hazard-rule-open',
      'hazard-rule-open',
    ]);
    expect(checkHazardRule(rule({ households: { notSecure: [] } }))).toHaveLength(1);
  });
});
