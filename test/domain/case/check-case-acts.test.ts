import { describe, expect, it } from 'vitest';
import { checkContinuedSupport } from '../../../src/domain/case/check-continued-support.js';
import { checkProposal } from '../../../src/domain/case/check-proposal.js';
import { checkRiskFound, checkRiskResolved } from '../../../src/domain/case/check-risk.js';
import { checkWithdrawal } from '../../../src/domain/case/check-withdrawal.js';
import { decideRollback, type Rollback } from '../../../src/domain/case/decide-rollback.js';
import { CASE_STATUSES } from '../../../src/domain/case/monitoring-case.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { aCase, aRisk, RISK_TYPES, said } from './a-case.js';

const TODAY = date('2023-03-02');

describe('checkProposal', () => {
  it('names a category that does not fit and each risk type that the province does not know', () => {
    const risks = [
      { riskType: 'illness', primary: true },
      { riskType: 'debt', primary: false },
    ];
    const verification = {
      visitors: ['v'],
      mode: 'VISIT',
      findings: 'f',
      category: 'MARGINAL_AT_RISK',
      risks,
    } as const;
    expect(said(checkProposal(verification, 'FORMERLY_POOR', RISK_TYPES))).toEqual([
      'RULE_VIOLATION verification.category',
      'BAD_VALUE verification.risks.1.riskType',
    ]);
    expect(checkProposal({ ...verification, risks: risks.slice(0, 1) }, 'GENERAL', RISK_TYPES)).toEqual([]);
  });
});

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

describe('checkWithdrawal', () => {
  it('withdraws open cases only', () => {
    const allowed = CASE_STATUSES.filter(
      (status) => checkWithdrawal(aCase({ status }), { on: TODAY, note: 'moved to the city' }, TODAY).length === 0,
    );
    expect(allowed).toEqual(['UNDER_IDENTIFICATION', 'MONITORED', 'UNDER_ELIMINATION']);
  });

  it('takes the day it was opened, 20 December 2022, and refuses the day before, tomorrow and no word', () => {
    const withdrawn = (on: string, note = 'moved') => said(checkWithdrawal(aCase(), { on: date(on), note }, TODAY));
    expect(withdrawn('2022-12-20')).toEqual([]);
    expect(withdrawn('2022-12-19')).toEqual(['DATE_ORDER on']);
    expect(withdrawn('2023-03-03')).toEqual(['DATE_IN_FUTURE on']);
    expect(withdrawn('2023-03-02', ' ')).toEqual(['BAD_VALUE note']);
  });
});

describe('decideRollback', () => {
  const roll = (set: Partial<Rollback> = {}) => {
    const result = decideRollback({
      facts: aCase({ status: 'RISK_ELIMINATED', eliminatedOn: date('2023-02-01') }),
      on: TODAY,
      today: TODAY,
      reason: 'wrong household',
      lastDay: TODAY,
      hasOpenCase: false,
      ...set,
    });
    return 'refusals' in result ? said(result.refusals) : result.status;
  };

  it('is monitored again on the last day of the limit and not on the day after', () => {
    expect(roll()).toBe('MONITORED');
    expect(roll({ lastDay: date('2023-03-01') })).toEqual(['RULE_VIOLATION on']);
    expect(roll({ lastDay: null })).toBe('MONITORED');
  });

  it('takes the day it was marked, 1 February, and refuses 31 January', () => {
    expect(roll({ on: date('2023-02-01') })).toBe('MONITORED');
    expect(roll({ on: date('2023-01-31') })).toEqual(['DATE_ORDER on']);
  });

  it('takes nothing back where a new case is open, without a reason, or of a case that is not eliminated', () => {
    expect(roll({ hasOpenCase: true, reason: '' })).toEqual(['CASE_ALREADY_OPEN caseId', 'BAD_VALUE reason']);
    expect(roll({ facts: aCase() })).toEqual(['INVALID_STATE caseId']);
  });
});

describe('checkContinuedSupport', () => {
  it('is looked at again tomorrow at the earliest, for a monitored case, with a reason', () => {
    const goOn = (reviewBy: string, facts = aCase(), reason = 'work is seasonal') =>
      said(checkContinuedSupport(facts, { reason, reviewBy: date(reviewBy) }, TODAY));
    expect(goOn('2023-03-03')).toEqual([]);
    expect(goOn('2023-03-02')).toEqual(['DATE_ORDER reviewBy']);
    expect(goOn('2023-09-01', aCase({ status: 'UNDER_ELIMINATION' }))).toEqual(['INVALID_STATE caseId']);
    expect(goOn('2023-09-01', aCase(), '')).toEqual(['BAD_VALUE reason']);
  });
});
