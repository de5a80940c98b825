import type { CaseCorrection } from '../../correction/correction.js';
import type { CalendarDate } from '../../kernel/calendar-date.js';
import { parseYuan, ZERO_FEN } from '../../kernel/money.js';
import { withStartDay, withStepDay } from '../../procedure/with-step-day.js';
import type { MeasureTiming } from '../../support/support-measure.js';
import type { CaseEvent, RebuiltCase } from './rebuilt-case.js';
import type { RebuildWorld } from './run-events.js';

type Change = CaseEvent['change'];

/** 更正记录 · A correction of the case, of a risk or of a measure of it; one of the household leaves the case as it is. @article 5.3 */
export function recordCorrected(built: RebuiltCase, { change }: CaseEvent, world: RebuildWorld): RebuiltCase {
  switch (change['subject']) {
    case 'MonitoringCase':
      return caseCorrected(built, change, world);
    case 'CaseRisk':
      return riskCorrected(built, change);
    case 'SupportMeasure':
      return measureCorrected(built, change);
    default:
      return built;
  }
}

function caseCorrected(built: RebuiltCase, change: Change, { definitionOf, holidays }: RebuildWorld): RebuiltCase {
  const { step, openedOn, ...plain } = change['corrected'] as CaseCorrection;
  const days = (change['days'] ?? {}) as Partial<RebuiltCase>;
  const place = (change['run'] ?? null) as number | null;
  const runs = built.runs.map((run, index) => {
    if (index !== place) return run;
    const definition = definitionOf(run);
    if (openedOn !== undefined) return withStartDay(run, definition, openedOn, holidays);
    const { code, attempt, on } = step ?? {};
    return code === undefined || on === undefined || attempt === undefined
      ? run
      : withStepDay(run, definition, { code, attempt, on }, holidays);
  });
  return { ...built, ...plain, ...days, runs };
}

function riskCorrected(built: RebuiltCase, change: Change): RebuiltCase {
  const values = change['corrected'] as Partial<RebuiltCase['risks'][number]>;
  const risks = built.risks.map((risk) =>
    risk.riskType === change['riskType'] && risk.identifiedOn === change['identifiedOn']
      ? { ...risk, ...values }
      : risk,
  );
  return { ...built, risks };
}

function measureCorrected(built: RebuiltCase, change: Change): RebuiltCase {
  const { delivered, firstDeliveredOn, timing, provider } = change['measure'] as {
    readonly delivered: string;
    /** Absent in events of before it could be corrected. */
    readonly timing?: MeasureTiming;
    /** A digest; absent as the timing is. */
    readonly provider?: string | null;
    readonly firstDeliveredOn: CalendarDate | null;
  };
  const measures = built.measures.map((measure) =>
    measure.id === change['measureId']
      ? {
          ...measure,
          delivered: parseYuan(delivered) ?? ZERO_FEN,
          firstDeliveredOn,
          timing: timing ?? measure.timing,
          ...(provider === undefined ? {} : { provider }),
        }
      : measure,
  );
  return { ...built, measures, supportedOn: change['supportedOn'] as CalendarDate | null };
}
