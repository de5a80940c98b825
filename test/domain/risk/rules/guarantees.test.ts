import { describe, expect, it } from 'vitest';
import { GUARANTEES } from '../../../../src/domain/guarantee/guarantee-check.js';
import { guarantees } from '../../../../src/domain/risk/rules/guarantees.js';
import { aCheck, aHousehold } from '../a-household.js';
import { findIn } from './find-in.js';

describe('guarantees', () => {
  it.each([
    ['food', null],
    ['clothing', null],
    ['compulsoryEducation', 'SCHOOLING'],
    ['basicMedicalCare', 'ILLNESS'],
    ['safeHousing', 'HOUSING'],
    ['drinkingWater', 'WATER'],
  ] as const)('points from %s at the risk type %s', (guarantee, riskType) => {
    const found = findIn(
      guarantees,
      aHousehold()
        .guarantees(aCheck({ [guarantee]: 'NOT_SECURED' }))
        .get(),
    );
    expect(found).toMatchObject([{ riskType, severity: 'CRITICAL', evidence: { guarantee, status: 'NOT_SECURED' } }]);
  });

  it('warns of one at risk and finds all six where all six fail', () => {
    const atRisk = aHousehold()
      .guarantees(aCheck({ drinkingWater: 'AT_RISK' }))
      .get();
    expect(findIn(guarantees, atRisk)).toMatchObject([{ severity: 'WARNING' }]);
    const allLost = aCheck(Object.fromEntries(GUARANTEES.map((name) => [name, 'NOT_SECURED'])));
    expect(findIn(guarantees, aHousehold().guarantees(allLost).get())).toHaveLength(6);
  });

  it('looks at the newest check by the day only', () => {
    const mended = aHousehold()
      .guarantees(aCheck({ on: '2023-05-31' }), aCheck({ on: '2023-05-30', food: 'NOT_SECURED' }))
      .get();
    expect(findIn(guarantees, mended)).toEqual([]);
  });
});
