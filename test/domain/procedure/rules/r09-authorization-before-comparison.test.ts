import { describe, expect, it } from 'vitest';
import { date } from '../../../../src/domain/kernel/calendar-date.js';
import { anIdentification, aProcedure, aRun, aStep, DAYS, passedUntil, passing, refusalsOf } from '../a-procedure.js';

describe('authorizationBeforeComparison', () => {
  const definition = anIdentification();

  it('refuses a comparison before the commitment, beside saying that its turn has not come', () => {
    const run = passedUntil(definition, 'commitment', DAYS);
    expect(refusalsOf({ definition, run }, passing('comparison', '2023-03-04'))).toEqual([
      'STEP_NOT_CURRENT input.step',
      'RULE_VIOLATION input.step',
      'RULE_VIOLATION input.step',
    ]);
  });

  it('takes it on the day of the commitment', () => {
    const run = passedUntil(definition, 'comparison', DAYS);
    expect(refusalsOf({ definition, run }, passing('comparison', '2023-03-02'))).toEqual([]);
  });

  describe('in an elimination that has no authorization of its own', () => {
    const elimination = aProcedure('ELIMINATION', [aStep('DATA_COMPARISON', 'comparison', [])]);
    const ask = (authorizedEarlier?: boolean) =>
      refusalsOf(
        {
          definition: elimination,
          run: aRun(elimination),
          ...(authorizedEarlier === undefined ? {} : { authorizedEarlier }),
        },
        passing('comparison', '2023-03-04'),
      );

    it('asks for the one of the identification', () => {
      expect(ask(true)).toEqual([]);
      expect(ask(false)).toEqual(['RULE_VIOLATION input.step']);
    });

    it('refuses nothing where it is not known, as for cases from the national system', () => {
      expect(ask()).toEqual([]);
    });
  });

  it('takes a comparison that goes back having asked nobody, and refuses one that asked a department', () => {
    const run = passedUntil(definition, 'comparison', DAYS);
    const ask = (departments: string[]) =>
      refusalsOf(
        { definition, run, authorizationWithdrawnOn: date('2023-03-04') },
        {
          ...passing('comparison', '2023-03-04'),
          outcome: 'RETURNED',
          returnTo: 'commitment',
          note: '授权已撤回',
          comparison: { departments: departments as never, discrepancies: [] },
        },
      );
    expect([ask([]), ask(['CIVIL_AFFAIRS'])]).toEqual([[], ['RULE_VIOLATION input.step']]);
  });
});
