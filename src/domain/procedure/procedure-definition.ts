import type { RegionLevel } from '../kernel/region-code.js';

/** 程序 · The four procedures through which a case moves. @article 3.2 */
export const PROCEDURE_KINDS = ['IDENTIFICATION', 'EMERGENCY_IDENTIFICATION', 'SUPPORT', 'ELIMINATION'] as const;
export type ProcedureKind = (typeof PROCEDURE_KINDS)[number];

/** 环节 · National kinds of step, and CUSTOM for a province's own. @article 3.2 */
export const STEP_KINDS = [
  'HOUSEHOLD_VERIFICATION',
  'COMMITMENT_AUTHORIZATION',
  'DATA_COMPARISON',
  'DEMOCRATIC_REVIEW',
  'PUBLIC_NOTICE',
  'TOWNSHIP_REVIEW',
  'COUNTY_DECISION',
  'RESULT_ANNOUNCEMENT',
  'CUSTOM',
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** 办理结果 · 通过、退回、不予通过. @article 3.2 */
export const STEP_OUTCOMES = ['PASSED', 'RETURNED', 'REJECTED'] as const;
export type StepOutcome = (typeof STEP_OUTCOMES)[number];

/** 期限中止情形 · For what the count of a deadline may stop: NOTICE 公示期间, RETURN 退回补正期间. @article G */
export const DEADLINE_STOPS = ['NOTICE', 'RETURN'] as const;
export type DeadlineStop = (typeof DEADLINE_STOPS)[number];

/** 环节定义 · One step of a procedure as a province's module sets it. @article 3.2 */
export interface StepDefinition {
  /** Unique in the procedure, kebab-case, e.g. `village-notice`. */
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly kind: StepKind;
  /** The level whose officers complete it. */
  readonly level: RegionLevel;
  /** Codes of the steps that must be done before this one may begin; empty for a first step. */
  readonly after: readonly string[];
  /** Days from the day the step became current; null for none. */
  readonly deadlineDays: number | null;
  readonly workingDays: boolean;
  /** For what that count stops; the province's `deadlineStops` of the day where the step does not say. */
  readonly deadlineStops?: readonly DeadlineStop[];
  /** PUBLIC_NOTICE only: least days between opensOn and closesOn. */
  readonly minimumNoticeDays: number | null;
  /** DEMOCRATIC_REVIEW only: least share of the eligible that must attend, per cent; null where no text sets one. */
  readonly quorumPercent: number | null;
  /** DEMOCRATIC_REVIEW only: share of the votes cast that must be exceeded in favour, per cent; null where no text sets one. */
  readonly majorityPercent: number | null;
  readonly outcomes: readonly StepOutcome[];
  /** Kinds of evidence that must be given, e.g. `commitment-letter`. */
  readonly requiredEvidence: readonly string[];
  /** JSON Schema of what the province asks for beside the national fields. */
  readonly extraForm: Readonly<Record<string, unknown>> | null;
  readonly article: string | null;
}

/** 程序定义 · A procedure as it stands on a day. @article 3.2 */
export interface ProcedureDefinition {
  readonly kind: ProcedureKind;
  readonly name: string;
  readonly nameEn: string;
  /** Days for the whole run from its start; null for none. */
  readonly limitDays: number | null;
  readonly limitInWorkingDays: boolean;
  /** For what that count stops; the province's `deadlineStops` of the day where the procedure does not say. */
  readonly limitStops?: readonly DeadlineStop[];
  readonly steps: readonly StepDefinition[];
}
