import { describe, expect, it } from 'vitest';
import { checkAuthorizationWithdrawal } from '../../../src/domain/case/check-authorization-withdrawal.js';
import { withdrawableAuthorization } from '../../../src/domain/case/withdrawable-authorization.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { anIdentification, aRun } from '../procedure/a-procedure.js';

const definition = anIdentification();
const run = aRun(definition);
const signed = {
  ...run,
  steps: run.steps.map((step) =>
    step.code === 'commitment'
      ? { ...step, status: 'DONE' as const, outcome: 'PASSED' as const, completedOn: date('2023-03-02') }
      : step,
  ),
};
const national = { source: 'NATIONAL_SYSTEM' as const, identifiedOn: date('2022-05-10'), runs: [] };
const ask = (record: Partial<Parameters<typeof withdrawableAuthorization>[0]>) =>
  withdrawableAuthorization({ ...national, ...record }, () => definition);

describe('withdrawableAuthorization', () => {
  it('is what may have been given in the national system, by the day of identification there', () => {
    expect(ask({})).toEqual({ source: 'NATIONAL_SYSTEM', on: '2022-05-10' });
  });

  it('is the one given here, once there is one', () => {
    expect(ask({ runs: [signed] })).toMatchObject({ step: 'commitment', on: '2023-03-02' });
  });

  it('is none once it was withdrawn, and none of a case of the register that was never asked', () => {
    expect(ask({ authorizationWithdrawnOn: date('2023-03-08') })).toBeNull();
    expect(ask({ source: 'REGISTER' })).toBeNull();
  });

  it('is withdrawn from the day of identification in the national system on, 10 May 2022, and not the day before', () => {
    const on = (day: string) =>
      checkAuthorizationWithdrawal(
        { status: 'MONITORED' },
        ask({}),
        { on: date(day), note: '来电' },
        date('2023-03-10'),
      );
    expect(on('2022-05-10')).toEqual([]);
    expect(on('2022-05-09')).toMatchObject([
      {
        code: 'DATE_ORDER',
        message: 'the household was identified in the national system on 2022-05-10, after 2022-05-09',
      },
    ]);
  });
});
