import { addDays, type CalendarDate } from '../kernel/calendar-date.js';
import type { ProcedureDefinition } from './procedure-definition.js';
import type { ProcedureStep } from './procedure-run.js';
import { stepDefinition } from './step-graph.js';

/**
 * 公告截止日期 · Last day, inclusive, on which an announcement is shown to everyone; null for any step that announced no result.
 *
 * No text seen says how long a result stays announced, and a list of who was in need is not to be kept in public. So it is
 * shown for as many days as the longest notice of its procedure hangs at least: that long its village has had to be told.
 *
 * @param step  of the run that the definition belongs to
 * @article G
 */
export function announcedUntil(
  definition: ProcedureDefinition,
  step: Pick<ProcedureStep, 'code' | 'completedOn' | 'outcome'>,
): CalendarDate | null {
  const isAnnounced =
    stepDefinition(definition, step.code)?.kind === 'RESULT_ANNOUNCEMENT' && step.outcome === 'PASSED';
  if (!isAnnounced || step.completedOn === null) return null;
  const days = definition.steps.map(({ kind, minimumNoticeDays }) =>
    kind === 'PUBLIC_NOTICE' ? minimumNoticeDays : null,
  );
  return addDays(step.completedOn, Math.max(1, ...days.map((least) => least ?? 1)));
}
