import { describe, expect, it } from 'vitest';
import { anIdentification, aPaper, DAYS, passedUntil, passing, refusalsOf, withNotice } from '../a-procedure.js';

const definition = anIdentification();
const ready = passedUntil(definition, 'notice', DAYS);
const posted = (set = {}) => withNotice(ready, 'notice', '2023-03-05', '2023-03-10', set);
const over = (occurredOn: string, today: string, run = posted(), act = {}) =>
  refusalsOf({ definition, run, today }, passing('notice', occurredOn, act));

describe('noticeOver', () => {
  it('can be completed on 11 March, the day after it closes, and not on 10 March, its last day', () => {
    expect(over('2023-03-11', '2023-03-11')).toEqual([]);
    expect(over('2023-03-10', '2023-03-10')).toEqual(['NOTICE_STILL_OPEN input.occurredOn']);
  });

  it('is not over on 10 March when that is entered on 20 March', () => {
    expect(over('2023-03-10', '2023-03-20')).toEqual(['NOTICE_STILL_OPEN input.occurredOn']);
  });

  it('cannot be over before it was put up', () => {
    expect(over('2023-03-11', '2023-03-11', ready)).toEqual(['INVALID_STATE input.step']);
  });

  it('waits for an open objection', () => {
    expect(over('2023-03-11', '2023-03-11', posted({ openObjections: 1 }))).toEqual(['OBJECTION_OPEN input.step']);
  });

  it('waits for an objection to the notice that hung before it and was sent back', () => {
    const [first, ...others] = posted().steps;
    const earlier = { ...posted({ openObjections: 1 }).steps.find(({ code }) => code === 'notice')!, id: 'sent-back' };
    const again = { ...posted(), steps: [first!, { ...earlier, status: 'DONE' as const, attempt: 0 }, ...others] };
    expect(over('2023-03-11', '2023-03-11', again)).toEqual(['OBJECTION_OPEN input.step']);
  });

  it('asks for a photograph where it was entered on 11 March, and not where it was entered on 10 March', () => {
    expect(over('2023-03-11', '2023-03-11', posted({ enteredOn: '2023-03-10' }))).toEqual([]);
    const late = posted({ enteredOn: '2023-03-11' });
    expect(over('2023-03-11', '2023-03-11', late)).toEqual(['EVIDENCE_REQUIRED input.evidence']);
    expect(over('2023-03-11', '2023-03-11', late, { evidence: [aPaper('board-photo')] })).toEqual([]);
  });

  it('may be returned while it hangs', () => {
    const act = { outcome: 'RETURNED', note: 'wrong name', returnTo: 'review' };
    expect(over('2023-03-07', '2023-03-07', posted(), act)).toEqual([]);
  });
});
