import { describe, expect, it } from 'vitest';
import { checkRiskFound, checkRiskResolved } from '../../../src/domain/case/check-risk.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { aCase, aRisk, RISK_TYPES, said } from './a-case.js';

const TODAY = date('2023-03-02');

describe('checkRiskFound', () => {
  const found = (riskType: string, on = '2023-03-02', facts = aCase()) =>
    said(checkRiskFound(facts, { riskType, identifiedOn: date(on) }, RISK_TYPES, TODAY));

  it('takes schooling found today and refuses tomorrow', () => {
    expect(found('schooling')).toEqual([]);
    expect(found('schooling', '2023-03-03')).toEqual(['DATE_IN_FUTURE identifiedOn']);
  });

  it('refuses illness while it is open and takes it again once it was resolved', () => {
    expect(found('illness')).toEqual(['DUPLICATE riskType']);
    expect(found('illness', '2023-03-02', aCase({ risks: [aRisk('illness', { resolvedOn: TODAY })] }))).toEqual([]);
  });

  it('refuses an unknown type, and any on a case that is over', () => {
    expect(found('debt')).toEqual(['BAD_VALUE riskType']);
    expect(found('schooling', '2023-03-02', aCase({ status: 'RISK_ELIMINATED' }))).toEqual(['INVALID_STATE caseId']);
  });
});

describe('checkRiskResolved', () => {
  const resolved = (on: string, facts = aCase(), riskId = 'risk-illness', note = 'treated') =>
    said(checkRiskResolved(facts, { riskId, resolvedOn: date(on), note }, TODAY));

  it('takes the day it was found, 28 December 2022, and refuses the day before and tomorrow', () => {
    expect(resolved('2022-12-28')).toEqual([]);
    expect(resolved('2022-12-27')).toEqual(['DATE_ORDER resolvedOn']);
    expect(resolved('2023-03-03')).toEqual(['DATE_IN_FUTURE resolvedOn']);
  });

  it('refuses a risk of another case, one that is resolved, and one without a word', () => {
    expect(resolved('2023-03-02', aCase(), 'risk-of-another')).toEqual(['NOT_FOUND riskId']);
    const over = aCase({ risks: [aRisk('illness', { resolvedOn: TODAY })] });
    expect(resolved('2023-03-02', over)).toEqual(['INVALID_STATE riskId']);
    expect(resolved('2023-03-02', aCase(), 'risk-illness', '')).toEqual(['BAD_VALUE note']);
  });
});
