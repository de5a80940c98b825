import type { CalendarDate } from '../kernel/calendar-date.js';
import type { ProcedureKind, StepOutcome } from './procedure-definition.js';

/** 环节状态 · WAITING 未开始, CURRENT 待办, DONE 已办. @article 3.2 */
export const STEP_STATUSES = ['WAITING', 'CURRENT', 'DONE'] as const;
export type StepStatus = (typeof STEP_STATUSES)[number];

/** 公示 · The notice of a PUBLIC_NOTICE step. @article 3.2 */
export interface NoticeState {
  readonly opensOn: CalendarDate;
  readonly closesOn: CalendarDate;
  readonly openObjections: number;
  /** The day it was first entered; one entered after it closed is completed with a photograph. Absent where not known. */
  readonly enteredOn?: CalendarDate;
}

/** 办理中的环节 · One attempt at a step; a step sent back is tried again as a new attempt, the old one stays. @article 3.2 */
export interface ProcedureStep {
  readonly id: string;
  readonly code: string;
  /** 1 for the first. */
  readonly attempt: number;
  readonly status: StepStatus;
  /** The day its predecessors happened; null while WAITING. */
  readonly startedOn: CalendarDate | null;
  readonly dueOn: CalendarDate | null;
  /** The day it happened, null while not DONE. */
  readonly completedOn: CalendarDate | null;
  readonly outcome: StepOutcome | null;
  /** Subject of the token that completed it. */
  readonly actor: string | null;
  /** The office holder for whom a clerk entered it. */
  readonly enteredFor: string | null;
  /** PUBLIC_NOTICE only, once published. */
  readonly notice: NoticeState | null;
  /** Who visited: HOUSEHOLD_VERIFICATION only; subjects or names as given, compared, never shown. */
  readonly visitors?: readonly string[];
}

/** 程序办理 · One run of a procedure, pinned to the configuration of its first day. @article 3.2 */
export interface ProcedureRun {
  readonly id: string;
  readonly kind: ProcedureKind;
  readonly startedOn: CalendarDate;
  readonly endedOn: CalendarDate | null;
  readonly outcome: StepOutcome | null;
  /** Last day in time for the whole run; null for no limit, or where it cannot be told. */
  readonly dueOn: CalendarDate | null;
  /** Content hash of the configuration that it follows. */
  readonly configVersion: string;
  /** All attempts, in the order of the definition, then by attempt. */
  readonly steps: readonly ProcedureStep[];
}
