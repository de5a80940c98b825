import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { publishNotice } from '../../../src/domain/procedure/publish-notice.js';
import { anIdentification, CALENDAR_2023, DAYS, passedUntil, withNotice } from './a-procedure.js';

const definition = anIdentification();
const ready = passedUntil(definition, 'notice', DAYS);

const holidays = CALENDAR_2023;
const publish = (opensOn: string, closesOn: string, today = '2023-03-20', run = ready, step = 'notice') =>
  publishNotice({
    run,
    definition,
    step,
    opensOn: date(opensOn),
    closesOn: date(closesOn),
    today: date(today),
    holidays,
  });
const codes = (...args: Parameters<typeof publish>) => {
  const result = publish(...args);
  return 'refusals' in result ? result.refusals.map((refusal) => refusal.code) : [];
};

describe('publishNotice', () => {
  it('takes five days, 5 to 10 March, and refuses four, 5 to 9 March', () => {
    expect(codes('2023-03-05', '2023-03-10')).toEqual([]);
    expect(codes('2023-03-05', '2023-03-09')).toEqual(['NOTICE_TOO_SHORT']);
  });

  it('takes seven days and refuses six where the province asks for seven', () => {
    const seven = anIdentification((step) => (step.code === 'notice' ? { ...step, minimumNoticeDays: 7 } : step));
    const ask = (closesOn: string) =>
      publishNotice({
        run: ready,
        definition: seven,
        step: 'notice',
        opensOn: date('2023-03-05'),
        closesOn: date(closesOn),
        today: date('2023-03-20'),
        holidays,
      });
    expect('run' in ask('2023-03-12')).toBe(true);
    expect('run' in ask('2023-03-11')).toBe(false);
  });

  it('hangs the notice on the current attempt with no objection and the day of entry', () => {
    const result = publish('2023-03-05', '2023-03-10', '2023-03-06');
    expect('run' in result && result.run.steps[4]?.notice).toEqual({
      opensOn: '2023-03-05',
      closesOn: '2023-03-10',
      openObjections: 0,
      enteredOn: '2023-03-06',
    });
    expect(result).toMatchObject({ published: ready.steps[4]?.id, extended: false });
  });

  it('may open on the day of the review, 5 March, and not on the day before', () => {
    expect(codes('2023-03-04', '2023-03-10')).toEqual(['DATE_ORDER']);
  });

  it('may open today and not tomorrow; it may close in the future', () => {
    expect(codes('2023-03-06', '2023-03-11', '2023-03-06')).toEqual([]);
    expect(codes('2023-03-07', '2023-03-12', '2023-03-06')).toEqual(['DATE_IN_FUTURE']);
  });

  it('refuses a closing day before the opening day as an order of dates', () => {
    expect(codes('2023-03-05', '2023-03-04')).toEqual(['DATE_ORDER']);
  });

  it('is extended from 10 to 11 March, not shortened to 9, not repeated, not moved to another opening day', () => {
    const posted = withNotice(ready, 'notice', '2023-03-05', '2023-03-11', { openObjections: 1 });
    const extended = publish('2023-03-05', '2023-03-12', '2023-03-08', posted);
    expect(extended).toMatchObject({ extended: true });
    expect('run' in extended && extended.run.steps[4]?.notice).toMatchObject({
      closesOn: '2023-03-12',
      openObjections: 1,
    });
    expect(codes('2023-03-05', '2023-03-10', '2023-03-08', posted)).toEqual(['NOTICE_SHORTENED']);
    expect(codes('2023-03-05', '2023-03-11', '2023-03-08', posted)).toEqual(['DUPLICATE']);
    expect(codes('2023-03-06', '2023-03-13', '2023-03-08', posted)).toEqual(['BAD_VALUE']);
  });

  it('may be entered on 20 March, after it closed on 10 March', () => {
    expect(codes('2023-03-05', '2023-03-10', '2023-03-20')).toEqual([]);
  });

  it('belongs to a current notice step: not to a review, a step to come, an unknown one or an ended run', () => {
    const early = passedUntil(definition, 'review', DAYS);
    expect(codes('2023-03-05', '2023-03-10', '2023-03-20', early, 'review')).toEqual(['BAD_VALUE']);
    expect(codes('2023-03-05', '2023-03-10', '2023-03-20', early)).toEqual(['STEP_NOT_CURRENT']);
    expect(codes('2023-03-05', '2023-03-10', '2023-03-20', ready, 'poster')).toEqual(['STEP_NOT_CURRENT']);
    const ended = { ...ready, endedOn: date('2023-03-06'), outcome: 'REJECTED' as const };
    expect(codes('2023-03-06', '2023-03-11', '2023-03-20', ended)).toEqual(['INVALID_STATE']);
  });

  it('counts an extension on 12 March of a notice that closed on 10 March as entered late, one on 10 March not', () => {
    const posted = withNotice(ready, 'notice', '2023-03-05', '2023-03-10', { enteredOn: date('2023-03-05') });
    const enteredOn = (today: string) => {
      const result = publish('2023-03-05', '2023-03-20', today, posted);
      return 'refusals' in result
        ? result.refusals
        : result.run.steps.find(({ code }) => code === 'notice')?.notice?.enteredOn;
    };
    expect([enteredOn('2023-03-10'), enteredOn('2023-03-12')]).toEqual(['2023-03-05', '2023-03-12']);
  });

  it('takes a notice of 366 days, to 5 March 2024, and refuses 6 March', () => {
    expect(codes('2023-03-05', '2024-03-05')).toEqual([]);
    expect(codes('2023-03-05', '2024-03-06')).toEqual(['BAD_VALUE']);
  });
});
