import type { CalendarDate } from '../kernel/calendar-date.js';
import { decisionDay } from '../procedure/decision-day.js';
import type { ProcedureDefinition } from '../procedure/procedure-definition.js';
import type { ProcedureRun } from '../procedure/procedure-run.js';
import type { MeasureStatus } from '../support/support-measure.js';
import type { CaseFacts, CaseStatus, EliminationMode } from './monitoring-case.js';

/** 程序办结 · A run that ended, and the case that it moves. @article 3.2 */
export interface EndedRun {
  readonly facts: CaseFacts;
  readonly run: ProcedureRun;
  /** The definition that the run followed. */
  readonly definition: ProcedureDefinition;
  /** ELIMINATION only: the mode that was requested. */
  readonly mode?: EliminationMode;
}

/** 档案变化 · The case as it stands after the run; what does not change is repeated. @article 3.2 */
export interface CaseAfterRun {
  readonly status: CaseStatus;
  readonly identifiedOn: CalendarDate | null;
  readonly eliminatedOn: CalendarDate | null;
  /** Null but for a case whose elimination passed. */
  readonly eliminationMode: EliminationMode | null;
  readonly supportContinued: boolean;
  /** Measures whose status changes. */
  readonly measures: readonly MeasureDecided[];
}

/** 措施的决定 · The status that a measure takes when a run or its case ends, and the one it had. @article 4.1 */
export interface MeasureDecided {
  readonly id: string;
  readonly before: MeasureStatus;
  readonly status: MeasureStatus;
}

/**
 * 程序办结之后 · What follows for the case when a run ends.
 *
 * Identification: MONITORED from the day of the county's decision, or NOT_IDENTIFIED; urgent help given stands either way.
 * Elimination: RISK_ELIMINATED from that day, or MONITORED again. Support: what was planned is approved, or cancelled; a
 * case has one run at a time, so all that is planned belongs to it.
 *
 * @throws RangeError while the run is under way: a fault of the caller
 * @article 3.2
 */
export function afterRun({ facts, run, definition, mode = 'SUPPORTED' }: EndedRun): CaseAfterRun {
  if (run.endedOn === null) throw new RangeError(`the ${run.kind} run ${run.id} has not ended`);
  const passed = run.outcome === 'PASSED';
  const same: CaseAfterRun = {
    status: facts.status,
    identifiedOn: facts.identifiedOn,
    eliminatedOn: facts.eliminatedOn,
    eliminationMode: null,
    supportContinued: facts.supportContinued,
    measures: [],
  };
  const on = decisionDay(run, definition);
  switch (run.kind) {
    case 'IDENTIFICATION':
    case 'EMERGENCY_IDENTIFICATION':
      return passed ? { ...same, status: 'MONITORED', identifiedOn: on } : { ...same, status: 'NOT_IDENTIFIED' };
    case 'ELIMINATION':
      return passed
        ? { ...same, status: 'RISK_ELIMINATED', eliminatedOn: on, eliminationMode: mode, supportContinued: false }
        : { ...same, status: 'MONITORED' };
    case 'SUPPORT': {
      const status: MeasureStatus = passed ? 'APPROVED' : 'CANCELLED';
      const planned = facts.measures.filter((measure) => measure.status === 'PLANNED');
      return { ...same, measures: planned.map(({ id, status: before }) => ({ id, before, status })) };
    }
  }
}
