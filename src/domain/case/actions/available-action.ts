import type { Gate } from '../../elimination/gate.js';
import type { FormerStatus } from '../../household/household.js';
import type { Grant } from '../../jurisdiction/role.js';
import type { CalendarDate } from '../../kernel/calendar-date.js';
import type { RegionCode } from '../../kernel/region-code.js';
import type { Refusal, RefusalCode } from '../../kernel/verdict.js';
import type { HolidayCalendar } from '../../kernel/working-days.js';
import type { StepSection } from '../../procedure/checks/section-matches-kind.js';
import type { ObjectionStatus } from '../../procedure/objection.js';
import type { ProcedureDefinition } from '../../procedure/procedure-definition.js';
import type { ProcedureRun } from '../../procedure/procedure-run.js';
import type { RiskType } from '../../risk/risk-type.js';
import type { PolicyInstrument } from '../../support/policy-instrument.js';
import type { CaseFacts, EliminationMode } from '../monitoring-case.js';

/** 可办理事项 · The mutations by which a case moves, in the order in which they are told. @article 5.1 */
export const CASE_ACTIONS = [
  'completeStep',
  'publishNotice',
  'resolveObjection',
  'recordRisk',
  'resolveRisk',
  'planSupport',
  'giveUrgentHelp',
  'recordDelivery',
  'concludeMeasure',
  'requestElimination',
  'continueSupport',
  'assignResponsiblePerson',
  'withdrawAuthorization',
  'withdrawCase',
  'rollBackElimination',
  'correctRecord',
] as const;
export type CaseAction = (typeof CASE_ACTIONS)[number];

/** 不可办理的原因 · A refusal as the mutation would answer it, or FORBIDDEN for a role that may never call it. @article 5.1 */
export interface ActionReason extends Omit<Refusal, 'code'> {
  readonly code: RefusalCode | 'FORBIDDEN';
}

/** 办理对象 · The risk, measure or objection that an action is about. @article none — technical */
export interface ActionSubject {
  readonly type: 'CaseRisk' | 'SupportMeasure' | 'Objection';
  readonly id: string;
}

/** 可办理事项 · One thing that could be done with a case now, and every reason against it. @article 5.1 */
export interface AvailableAction {
  readonly action: CaseAction;
  readonly reasons: readonly ActionReason[];
  /** Code of the step it is about; null where it is about none. */
  readonly step: string | null;
  readonly subject: ActionSubject | null;
  /** What else of the input is settled by choosing it, e.g. `{ outcome: 'PASSED' }`. */
  readonly choice: Readonly<Record<string, string>>;
  /** The section of the input that the step's kind calls for. */
  readonly section: StepSection | null;
  /** JSON Schema of what the province asks for beside it. */
  readonly extraForm: Readonly<Record<string, unknown>> | null;
  readonly requiredEvidence: readonly string[];
  /** With RETURNED: the steps that the run may go back to. */
  readonly returnTo: readonly string[];
}

/** 异议 · An objection to a notice of the case. @article 3.2 */
export interface ObjectionFacts {
  readonly id: string;
  readonly status: ObjectionStatus;
  readonly filedOn: CalendarDate;
  /** Attempt whose notice it was filed to. */
  readonly stepId: string;
}

/** 可办理事项的依据 · Who looks at which case on which day, and all that the rules need. @article 5.1 */
export interface ActionQuestion {
  readonly grants: readonly Grant[];
  /** Subject of the viewer's token. */
  readonly actor: string;
  readonly regionCode: RegionCode;
  readonly today: CalendarDate;
  readonly facts: CaseFacts;
  readonly formerStatus: FormerStatus;
  /** The definition that a run follows. */
  readonly definitionOf: (run: ProcedureRun) => ProcedureDefinition;
  readonly holidays: HolidayCalendar;
  /** Known to the province today. */
  readonly riskTypes: readonly RiskType[];
  readonly instruments: readonly PolicyInstrument[];
  readonly hasLabour: boolean;
  readonly objections: readonly ObjectionFacts[];
  /** First day of the person responsible now; null where there is none. */
  readonly servesSince: CalendarDate | null;
  /** Mode that was requested, while an elimination is under way. */
  readonly eliminationMode: EliminationMode | null;
  /** The gates on a day, with the reason that was given where the mode is the one requested. */
  readonly gates: (on: CalendarDate, mode: EliminationMode) => readonly Gate[];
  /** Last day on which an elimination may be taken back; null for no limit. */
  readonly rollbackLastDay: CalendarDate | null;
  readonly hasOtherOpenCase: boolean;
}

/** 事项 · An action with what is given of it; the rest is absent. @article none — technical */
export function actionOf(
  action: CaseAction,
  reasons: readonly ActionReason[],
  more: Partial<Omit<AvailableAction, 'action' | 'reasons'>> = {},
): AvailableAction {
  const none = {
    step: null,
    subject: null,
    choice: {},
    section: null,
    extraForm: null,
    requiredEvidence: [],
    returnTo: [],
  };
  return { action, reasons, ...none, ...more };
}
