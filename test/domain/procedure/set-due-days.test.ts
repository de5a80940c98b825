import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import type { DeadlineStop, ProcedureDefinition } from '../../../src/domain/procedure/procedure-definition.js';
import { publishNotice } from '../../../src/domain/procedure/publish-notice.js';
import { isDeadlineSet, setDueDays } from '../../../src/domain/procedure/set-due-days.js';
import { anIdentification, CALENDAR_2023, DAYS, done, passedUntil, passing } from './a-procedure.js';

/** Twenty days for the whole from 1 March, ten for the comparison, which stands beside the notice. */
function limited(stops: readonly DeadlineStop[]): ProcedureDefinition {
  const whole = anIdentification((step) => {
    if (step.code === 'comparison') return { ...step, after: ['review'], deadlineDays: 10, deadlineStops: stops };
    if (step.code === 'review') return { ...step, after: ['commitment'] };
    return step.code === 'township' ? { ...step, after: ['notice', 'comparison'] } : step;
  });
  const steps = [...whole.steps].sort((a, b) => Number(a.code === 'comparison') - Number(b.code === 'comparison'));
  return { ...whole, steps, limitDays: 20, limitStops: stops };
}

function posted(stops: readonly DeadlineStop[], closesOn = '2023-03-10') {
  const definition = limited(stops);
  const run = passedUntil(definition, 'notice', ['2023-03-02', '2023-03-02', '2023-03-05']);
  const opensOn = date('2023-03-05');
  const result = publishNotice({
    ...{ run, definition, step: 'notice', opensOn, closesOn: date(closesOn) },
    today: opensOn,
    holidays: CALENDAR_2023,
  });
  if ('refusals' in result) throw new Error(JSON.stringify(result.refusals));
  const dueOn = (code: string) => result.run.steps.find((step) => step.code === code)?.dueOn;
  return { run: result.run, definition, dueOn };
}

describe('setDueDays', () => {
  it('has the run due on 21 March and the comparison on 15 March where the count runs on', () => {
    const { run, dueOn } = posted([]);
    expect([run.dueOn, dueOn('comparison')]).toEqual(['2023-03-21', '2023-03-15']);
  });

  it('moves both by the five days of a notice, and by six of one that hangs a day longer', () => {
    const five = posted(['NOTICE']);
    expect([five.run.dueOn, five.dueOn('comparison')]).toEqual(['2023-03-26', '2023-03-20']);
    const six = posted(['NOTICE'], '2023-03-11');
    expect([six.run.dueOn, six.dueOn('comparison')]).toEqual(['2023-03-27', '2023-03-21']);
  });

  it('cannot tell the day of the run while papers are returned, and tells it again once they are back', () => {
    const definition = { ...anIdentification(), limitDays: 20, limitStops: ['RETURN'] as const };
    const atTownship = passedUntil(definition, 'township', DAYS);
    expect(atTownship.dueOn).toBe('2023-03-21');
    const back = { outcome: 'RETURNED', returnTo: 'notice', note: 'the photograph is missing' } as const;
    const returned = done({ definition, run: atTownship }, passing('township', '2023-03-13', back));
    expect(returned.dueOn).toBeNull();
    const again = publishNotice({
      ...{ run: returned, definition, step: 'notice', opensOn: date('2023-03-14'), closesOn: date('2023-03-19') },
      today: date('2023-03-14'),
      holidays: CALENDAR_2023,
    });
    if ('refusals' in again) throw new Error(JSON.stringify(again.refusals));
    // Back on 20 March after seven days: 20 days from 1 March end on 28 March.
    expect(done({ definition, run: again.run }, passing('notice', '2023-03-20')).dueOn).toBe('2023-03-28');
  });

  it('gives a step that is done again for returned papers its own days: ten from the return on 13 March', () => {
    const definition = anIdentification((step) =>
      step.code === 'notice' ? { ...step, deadlineDays: 10, deadlineStops: ['RETURN'] as const } : step,
    );
    const back = { outcome: 'RETURNED', returnTo: 'notice', note: 'the photograph is missing' } as const;
    const run = passedUntil(definition, 'township', DAYS);
    const returned = done({ definition, run }, passing('township', '2023-03-13', back));
    expect(returned.steps.filter(({ code }) => code === 'notice').at(-1)?.dueOn).toBe('2023-03-23');
  });

  it('leaves alone what is done, what waits and what does not move', () => {
    const { run, definition } = posted([]);
    const again = setDueDays(run, definition, CALENDAR_2023);
    for (const [index, step] of again.steps.entries()) expect(step).toBe(run.steps[index]);
  });

  it('counts a step’s working days over the National Day holiday of 2023', () => {
    const definition = anIdentification((step) => ({ ...step, deadlineDays: 3, workingDays: true }));
    const run = passedUntil(definition, 'verification', []);
    const late = { ...run, steps: run.steps.map((step) => ({ ...step, startedOn: date('2023-09-28') })) };
    expect(setDueDays(late, definition, CALENDAR_2023).steps[0]?.dueOn).toBe('2023-10-09');
  });
});

describe('isDeadlineSet', () => {
  const whole = anIdentification();
  const without = { ...whole, limitDays: null, steps: whole.steps.map((step) => ({ ...step, deadlineDays: null })) };
  const some = limited([]);

  it('tells what the calendar keeps from being told apart from what has no last day at all', () => {
    expect(isDeadlineSet({ dueOn: null, undatedSteps: ['review'] }, without)).toBe(false);
    expect(isDeadlineSet({ dueOn: null, undatedSteps: [] }, some)).toBe(true);
    expect(isDeadlineSet({ dueOn: null, undatedSteps: [] }, { ...some, limitDays: null })).toBe(false);
    expect(isDeadlineSet({ dueOn: date('2023-03-21'), undatedSteps: ['comparison'] }, some)).toBe(true);
    expect(isDeadlineSet({ dueOn: date('2023-03-21'), undatedSteps: [] }, some)).toBe(false);
  });

  it('leaves out steps that the definition does not know', () => {
    expect(isDeadlineSet({ dueOn: date('2023-03-21'), undatedSteps: ['gone'] }, some)).toBe(false);
  });
});
