import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { ProcedureRun } from '../../domain/procedure/procedure-run.js';

/** 最早期限 · The earliest day by which a current step of the run, or the run itself, is due; null where none is. */
export function earliestDue(run: ProcedureRun): CalendarDate | null {
  if (run.endedOn !== null) return null;
  const days = run.steps.flatMap(({ status, dueOn }) => (status === 'CURRENT' && dueOn !== null ? [dueOn] : []));
  return [...days, ...(run.dueOn === null ? [] : [run.dueOn])].sort()[0] ?? null;
}
