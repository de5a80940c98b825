import { describe, expect, it } from 'vitest';
import { fittingAct } from '../../../../src/domain/case/actions/fitting-act.js';
import { date } from '../../../../src/domain/kernel/calendar-date.js';
import { checkStep } from '../../../../src/domain/procedure/complete-step.js';
import { STEP_KINDS, STEP_OUTCOMES } from '../../../../src/domain/procedure/procedure-definition.js';
import { aProcedure, aRun, aStep } from '../../procedure/a-procedure.js';
import { RISK_TYPES } from '../a-case.js';

const kinds = STEP_KINDS.filter((kind) => kind !== 'PUBLIC_NOTICE');

describe('fittingAct', () => {
  it.each(kinds)(
    'says of a first %s step nothing that its checks refuse, for each outcome that needs no earlier step',
    (kind) => {
      const own = aStep(kind, 'only', [], { quorumPercent: 100, majorityPercent: 99, requiredEvidence: ['minutes'] });
      const definition = aProcedure('IDENTIFICATION', [own]);
      for (const outcome of STEP_OUTCOMES.filter((one) => one !== 'RETURNED')) {
        const act = fittingAct({ definition, own, outcome, on: date('2023-03-02'), riskTypes: RISK_TYPES });
        const refusals = checkStep({ run: aRun(definition), definition, act, today: date('2023-03-02'), actor: 'li' });
        // No authorization stands before a comparison that is the only step, and nothing is known of an earlier one.
        expect(refusals, outcome).toEqual([]);
      }
    },
  );

  it('goes back from a second step to the first, and names no step where none stands before', () => {
    const [first, second] = [
      aStep('HOUSEHOLD_VERIFICATION', 'first', []),
      aStep('COUNTY_DECISION', 'second', ['first']),
    ];
    const definition = aProcedure('ELIMINATION', [first, second]);
    const returned = (own: typeof first) =>
      fittingAct({ definition, own, outcome: 'RETURNED', on: date('2023-03-02'), riskTypes: [] }).returnTo;
    expect([returned(second), returned(first)]).toEqual(['first', null]);
  });
});
