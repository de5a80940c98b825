import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { decideWarningUpdate, type WarningUpdate } from '../../../src/domain/regional-risk/decide-warning-update.js';
import type { WarningEntry, WarningFacts } from '../../../src/domain/regional-risk/regional-warning.js';

const TODAY = date('2023-11-30');
const action = (number: number, department: 'AGRICULTURE' | 'FINANCE', dueOn: string): WarningEntry => ({
  number,
  on: date('2023-11-10'),
  status: 'RESPONDING',
  department,
  dueOn: date(dueOn),
  doneOn: null,
});
const warning = (status: WarningFacts['status'], entries: readonly WarningEntry[] = []): WarningFacts => ({
  status,
  raisedOn: date('2023-11-01'),
  entries,
});
const update = (status: WarningUpdate['status'], more: Partial<WarningUpdate> = {}): WarningUpdate => ({
  status,
  on: date('2023-11-20'),
  note: '会议研判',
  department: null,
  dueOn: null,
  doneOn: null,
  ...more,
});
const codes = (facts: WarningFacts, asked: WarningUpdate): string[] =>
  decideWarningUpdate(facts, asked, TODAY).refusals.map(({ code, path }) => `${code} ${path.slice(1).join('.')}`);

describe('decideWarningUpdate', () => {
  it('goes from RAISED to STUDIED and leaves no step out', () => {
    expect(codes(warning('RAISED'), update('STUDIED'))).toEqual([]);
    expect(codes(warning('RAISED'), update('CLOSED'))).toEqual(['INVALID_STATE status']);
    const answered = update('RESPONDING', { department: 'AGRICULTURE', dueOn: date('2023-12-31') });
    expect(codes(warning('RAISED'), answered)).toEqual(['INVALID_STATE status']);
    expect(codes(warning('STUDIED'), answered)).toEqual([]);
  });

  it('never goes back, and does nothing more once closed', () => {
    expect(codes(warning('RESPONDING'), update('STUDIED'))).toEqual(['INVALID_STATE status']);
    expect(codes(warning('CLOSED'), update('CLOSED'))).toEqual(['INVALID_STATE status']);
  });

  it('asks of an answer who owns it and by when', () => {
    expect(codes(warning('STUDIED'), update('RESPONDING'))).toEqual(['BAD_VALUE department', 'BAD_VALUE dueOn']);
  });

  it('lets a study close what needs no answer', () => {
    expect(codes(warning('STUDIED'), update('CLOSED'))).toEqual([]);
  });

  it('ends the action of a department that is due first, or the one due on the day that is named', () => {
    const facts = warning('RESPONDING', [
      action(2, 'AGRICULTURE', '2023-12-31'),
      action(3, 'AGRICULTURE', '2024-01-31'),
      action(4, 'FINANCE', '2023-12-31'),
    ]);
    const done = { department: 'AGRICULTURE', doneOn: date('2023-11-20') } as const;
    expect(decideWarningUpdate(facts, update('RESPONDING', done), TODAY)).toMatchObject({ completes: [2] });
    const named = { ...done, dueOn: date('2024-01-31') };
    expect(decideWarningUpdate(facts, update('RESPONDING', named), TODAY)).toMatchObject({ completes: [3] });
  });

  it('is not closed with an action open, unless its day done is given', () => {
    const facts = warning('RESPONDING', [action(2, 'AGRICULTURE', '2023-12-31')]);
    expect(codes(facts, update('CLOSED'))).toEqual(['INVALID_STATE doneOn']);
    const done = update('CLOSED', { doneOn: date('2023-11-20') });
    expect(decideWarningUpdate(facts, done, TODAY)).toMatchObject({ completes: [2] });
  });

  it('takes today and refuses tomorrow; takes the day of the last entry and refuses the day before', () => {
    expect(codes(warning('RAISED'), update('STUDIED', { on: TODAY }))).toEqual([]);
    expect(codes(warning('RAISED'), update('STUDIED', { on: date('2023-12-01') }))).toEqual(['DATE_IN_FUTURE on']);
    expect(codes(warning('RAISED'), update('STUDIED', { on: date('2023-11-01') }))).toEqual([]);
    expect(codes(warning('RAISED'), update('STUDIED', { on: date('2023-10-31') }))).toEqual(['DATE_ORDER on']);
  });

  it('asks for a note', () => {
    expect(codes(warning('RAISED'), update('STUDIED', { note: ' ' }))).toEqual(['BAD_VALUE note']);
  });
});
