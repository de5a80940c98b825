import { describe, expect, it } from 'vitest';
import { guaranteesSecure } from '../../../../src/domain/elimination/gates/guarantees-secure.js';
import type { GuaranteeCheck } from '../../../../src/domain/guarantee/guarantee-check.js';
import { GUARANTEES } from '../../../../src/domain/guarantee/guarantee-check.js';
import { aCheck, anElimination } from '../an-elimination.js';

const failing = (...guarantees: readonly GuaranteeCheck[]) =>
  guaranteesSecure(anElimination({ guarantees }))
    .filter((gate) => !gate.passed)
    .map((gate) => gate.code);

describe('guaranteesSecure', () => {
  it('has a gate for each of the six, and passes them all when the one check is secure', () => {
    expect(guaranteesSecure(anElimination())).toHaveLength(6);
    expect(failing(aCheck('2023-07-01'))).toEqual([]);
  });

  it('fails each one by itself, at risk or not secured', () => {
    for (const name of GUARANTEES)
      for (const status of ['AT_RISK', 'NOT_SECURED'] as const)
        expect(failing(aCheck('2023-07-01', { [name]: status }))).toHaveLength(1);
    expect(failing(aCheck('2023-07-01', { drinkingWater: 'AT_RISK' }))).toEqual(['guarantee-drinking-water']);
  });

  it('fails for one bad check among good ones, naming its day', () => {
    const checks = [aCheck('2023-07-01'), aCheck('2023-05-01', { safeHousing: 'NOT_SECURED' })];
    expect(failing(...checks)).toEqual(['guarantee-safe-housing']);
    const gate = guaranteesSecure(anElimination({ guarantees: checks })).find(({ passed }) => !passed);
    expect(gate?.reason.zh).toContain('2023-05-01');
  });

  it('looks at 31 January, six months before 31 July, and not at 30 January', () => {
    const good = aCheck('2023-07-01');
    expect(failing(good, aCheck('2023-01-31', { food: 'AT_RISK' }))).toEqual(['guarantee-food']);
    expect(failing(good, aCheck('2023-01-30', { food: 'AT_RISK' }))).toEqual([]);
  });

  it('fails all six where nothing was checked in that time, or only on the day after', () => {
    expect(failing()).toHaveLength(6);
    expect(failing(aCheck('2023-01-30'))).toHaveLength(6);
    expect(failing(aCheck('2023-08-01'))).toHaveLength(6);
  });
});
