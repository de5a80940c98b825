import type { CalendarDate } from '../kernel/calendar-date.js';
import { faultOfText } from '../kernel/entered-text.js';
import { type Refusal, refuse } from '../kernel/verdict.js';
import type { Department } from '../support/policy-instrument.js';
import {
  openActions,
  WARNING_STATUSES,
  type WarningEntry,
  type WarningFacts,
  type WarningStatus,
} from './regional-warning.js';

/** 预警处置 · What is entered under a warning. @article 2.3 */
export interface WarningUpdate {
  readonly status: WarningStatus;
  readonly on: CalendarDate;
  readonly note: string;
  readonly department: Department | null;
  readonly dueOn: CalendarDate | null;
  readonly doneOn: CalendarDate | null;
}

/** 处置结果 · Why not; or the numbers of the earlier actions that are done by it. @article 2.3 */
export type WarningUpdateVerdict =
  | { readonly refusals: readonly Refusal[] }
  | { readonly refusals: readonly []; readonly completes: readonly number[] };

const LONGEST_NOTE = 4_000;
const NEXT: Readonly<Record<WarningStatus, readonly WarningStatus[]>> = {
  RAISED: ['STUDIED'],
  STUDIED: ['STUDIED', 'RESPONDING', 'CLOSED'],
  RESPONDING: ['RESPONDING', 'CLOSED'],
  CLOSED: [],
};

/**
 * 预警处置 · A warning is studied, answered and closed (R19): RAISED → STUDIED → RESPONDING → CLOSED. A study that finds nothing to
 * be done may close it; more entries may follow at the same status.
 *
 * An answer has a department that owns it and a day by which it is due. An entry with `doneOn` and a department that has an open
 * action is the end of that action, of the one due on `dueOn` where it is given. With CLOSED, `doneOn` ends every open action; a
 * warning with an action that is not done is not closed.
 *
 * @param warning  as it stands, its row locked
 * @article 2.3
 */
export function decideWarningUpdate(
  warning: WarningFacts,
  update: WarningUpdate,
  today: CalendarDate,
): WarningUpdateVerdict {
  const completes = completedBy(warning.entries, update);
  const refusals = [
    ...faultsOfStatus(warning, update),
    ...faultsOfDays(warning, update, today),
    ...faultsOfAnswer(update, completes),
    ...faultsOfEnd(warning, update, completes),
  ];
  const fault = faultOfText(update.note, LONGEST_NOTE);
  if (fault !== null) refusals.push(refuse('BAD_VALUE', `the note ${fault}`, ['note'], '2.3'));
  return refusals.length > 0 ? { refusals } : { refusals: [], completes: completes.map(({ number }) => number) };
}

function completedBy(entries: readonly WarningEntry[], update: WarningUpdate): readonly WarningEntry[] {
  const open = openActions(entries);
  if (update.doneOn === null) return [];
  if (update.department === null) return update.status === 'CLOSED' ? open : [];
  const own = open.filter(({ department }) => department === update.department);
  const due = update.dueOn === null ? own : own.filter(({ dueOn }) => dueOn === update.dueOn);
  return update.status === 'CLOSED' ? open : due.slice(0, 1);
}

function faultsOfStatus({ status }: WarningFacts, update: WarningUpdate): Refusal[] {
  if (NEXT[status].includes(update.status)) return [];
  const message =
    NEXT[status].length === 0
      ? 'the warning is closed; raise another where the risk is there again'
      : `a warning that is ${status} goes on to ${NEXT[status].join(' or ')}, not to ${update.status}: ${WARNING_STATUSES.join(' → ')}`;
  return [refuse('INVALID_STATE', message, ['status'], '2.3')];
}

function faultsOfDays({ raisedOn, entries }: WarningFacts, update: WarningUpdate, today: CalendarDate): Refusal[] {
  const refusals: Refusal[] = [];
  const { on, dueOn, doneOn } = update;
  const last = entries.at(-1)?.on ?? raisedOn;
  for (const [name, day] of [
    ['on', on],
    ['doneOn', doneOn],
  ] as const)
    if (day !== null && day > today)
      refusals.push(refuse('DATE_IN_FUTURE', `${day} has not come; today is ${today}`, [name], '2.3'));
  if (on < last)
    refusals.push(refuse('DATE_ORDER', `${on} is before ${last}, the day of what was entered last`, ['on'], '2.3'));
  if (dueOn !== null && dueOn < on && doneOn === null)
    refusals.push(refuse('DATE_ORDER', `the action would be due on ${dueOn}, before it is entered`, ['dueOn'], '2.3'));
  if (doneOn !== null && doneOn < raisedOn)
    refusals.push(refuse('DATE_ORDER', `${doneOn} is before the warning was raised on ${raisedOn}`, ['doneOn'], '2.3'));
  return refusals;
}

function faultsOfAnswer({ status, department, dueOn }: WarningUpdate, completes: readonly WarningEntry[]): Refusal[] {
  if (status !== 'RESPONDING' || completes.length > 0) return [];
  const refusals: Refusal[] = [];
  if (department === null)
    refusals.push(refuse('BAD_VALUE', 'an action has a department that owns it; name one', ['department'], '2.3'));
  if (dueOn === null)
    refusals.push(refuse('BAD_VALUE', 'an action has a day by which it is due; give one', ['dueOn'], '2.3'));
  return refusals;
}

function faultsOfEnd(
  { entries }: WarningFacts,
  { status }: WarningUpdate,
  completes: readonly WarningEntry[],
): Refusal[] {
  if (status !== 'CLOSED') return [];
  const left = openActions(entries).filter(({ number }) => !completes.some((done) => done.number === number));
  if (left.length === 0) return [];
  const named = left.map(({ number, department, dueOn }) => `${number} (${department}, due ${dueOn ?? 'open'})`);
  const message = `actions ${named.join(', ')} are not done; enter the day on which each was done, or give doneOn for all`;
  return [refuse('INVALID_STATE', message, ['doneOn'], '2.3')];
}
