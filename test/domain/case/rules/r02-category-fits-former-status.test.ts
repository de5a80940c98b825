import { describe, expect, it } from 'vitest';
import { CASE_CATEGORIES } from '../../../../src/domain/case/monitoring-case.js';
import { categoryFits, checkCategory } from '../../../../src/domain/case/rules/r02-category-fits-former-status.js';

describe('R02', () => {
  it('opens UNSTABLE to the formerly poor only, MARGINAL to the general only, SUDDEN to both', () => {
    const open = (status: 'FORMERLY_POOR' | 'GENERAL') =>
      CASE_CATEGORIES.filter((category) => categoryFits(category, status));
    expect(open('FORMERLY_POOR')).toEqual(['UNSTABLE_OUT_OF_POVERTY', 'SUDDEN_SEVERE_DIFFICULTY']);
    expect(open('GENERAL')).toEqual(['MARGINAL_AT_RISK', 'SUDDEN_SEVERE_DIFFICULTY']);
  });

  it('is a violation of 2.1 at the category that was given', () => {
    expect(checkCategory('MARGINAL_AT_RISK', 'FORMERLY_POOR')).toMatchObject([
      { code: 'RULE_VIOLATION', article: '2.1', path: ['input', 'verification', 'category'] },
    ]);
    expect(checkCategory('MARGINAL_AT_RISK', 'GENERAL')).toEqual([]);
  });
});
