import type { CalendarDate } from '../kernel/calendar-date.js';
import type { HolidayCalendar } from '../kernel/working-days.js';
import { openWaitingSteps, waitingStep } from './open-steps.js';
import type { ProcedureDefinition, ProcedureKind } from './procedure-definition.js';
import type { ProcedureRun } from './procedure-run.js';
import { setDueDays } from './set-due-days.js';

/** 启动程序 · What a run begins with. @article 3.2 */
export interface RunStart {
  readonly kind: ProcedureKind;
  /** The procedure as it stands on the day of the start; the run keeps to it. */
  readonly definition: ProcedureDefinition;
  readonly startedOn: CalendarDate;
  /** Content hash of the configuration that the run follows. */
  readonly configVersion: string;
  /** Gives a new id at each call: first the run's, then the steps' in the order of the definition. */
  readonly newId: () => string;
  readonly holidays: HolidayCalendar;
}

/**
 * 启动程序 · Begins a run: the first steps are current from its first day, the others wait.
 *
 * @throws RangeError when the definition is of another kind: a fault of the caller, not of a person
 * @article 3.2
 */
export function startRun({ kind, definition, startedOn, configVersion, newId, holidays }: RunStart): ProcedureRun {
  if (definition.kind !== kind) throw new RangeError(`a ${kind} run cannot follow a definition of ${definition.kind}`);
  const id = newId();
  const waiting = definition.steps.map((step) => waitingStep(newId(), step.code, 1));
  const steps = openWaitingSteps(waiting, definition, startedOn);
  const run = { id, kind, startedOn, endedOn: null, outcome: null, dueOn: null, configVersion, steps };
  return setDueDays(run, definition, holidays);
}
