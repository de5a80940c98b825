import type { CalendarDate } from '../../kernel/calendar-date.js';
import type { Refusal } from '../../kernel/verdict.js';
import type { ProcedureDefinition, StepDefinition } from '../procedure-definition.js';
import type { ProcedureRun, ProcedureStep } from '../procedure-run.js';
import type { StepAct } from '../step-act.js';

/** 环节办理审查 · All that a check on the completion of a step may look at. @article 3.2 */
export interface StepQuestion {
  readonly run: ProcedureRun;
  readonly definition: ProcedureDefinition;
  readonly act: StepAct;
  readonly today: CalendarDate;
  /** Subject of the token that enters the act. */
  readonly actor: string;
  /** Whether the household gave its authorization in an earlier run of the case; absent where that is not known. */
  readonly authorizedEarlier?: boolean;
  /** Last day on which the household withdrew its authorization of look-ups; absent or null where it never did. */
  readonly authorizationWithdrawnOn?: CalendarDate | null;
  /** The definition of the step named, null where the procedure has none such. */
  readonly own: StepDefinition | null;
  /** The last attempt at the step named, null where there is none. */
  readonly step: ProcedureStep | null;
}

/** 审查 · One condition on the completion of a step; answers with all that speaks against it. @article 3.2 */
export type StepCheck = (question: StepQuestion) => Refusal[];
