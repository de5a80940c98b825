import type { CaseCategory, CaseFacts, CaseRisk, CaseSource, CaseStatus } from '../../domain/case/monitoring-case.js';
import type { FormerStatus, MemberFacts } from '../../domain/household/household.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { ProcedureKind, StepKind } from '../../domain/procedure/procedure-definition.js';
import type { ProcedureRun, ProcedureStep } from '../../domain/procedure/procedure-run.js';
import type { VerificationSection } from '../../domain/procedure/step-act.js';
import type { SupportMeasure } from '../../domain/support/support-measure.js';
import type { FieldCipher } from '../../platform/crypto/field-cipher.js';

/** 所属档案 · The case that rows which hang on it are written for. */
export interface CasePlace {
  readonly countyCode: string;
  readonly regionCode: RegionCode;
  readonly householdId: string;
  readonly caseId: string;
}

/** 档案行 · A case's row as a change needs it, locked. */
export interface CaseRow {
  readonly id: string;
  readonly countyCode: string;
  readonly regionCode: RegionCode;
  readonly householdId: string;
  readonly number: string;
  readonly status: CaseStatus;
  readonly category: CaseCategory | null;
  readonly source: CaseSource;
  readonly emergency: boolean;
  readonly openedOn: CalendarDate;
  readonly identificationDueOn: CalendarDate | null;
  readonly identifiedOn: CalendarDate | null;
  readonly eliminatedOn: CalendarDate | null;
  readonly eliminationMode: string | null;
  readonly eliminationReasonSealed: string | null;
  readonly trackingOnly: boolean;
  readonly supportContinued: boolean;
  readonly nextReviewOn: CalendarDate | null;
  readonly authorizationWithdrawnOn: CalendarDate | null;
  readonly supportedOn: CalendarDate | null;
  readonly priority: number;
  readonly version: number;
  readonly auditSequence: number;
  readonly auditHash: string | null;
}

/** 办理步骤行 · A step's row with what pins it to its definition. */
export interface StepRow extends Omit<ProcedureStep, 'visitors'> {
  readonly kind: StepKind;
  readonly runKind: ProcedureKind;
  readonly sectionSealed: string | null;
  readonly noticeId: string | null;
}

/** 办理行 · A run with its steps' rows. */
export interface RunRow extends Omit<ProcedureRun, 'steps'> {
  readonly sequence: number;
  readonly steps: readonly StepRow[];
}

/** 档案的从属 · What hangs on a case. */
export interface CaseParts {
  readonly risks: readonly CaseRisk[];
  readonly runs: readonly RunRow[];
  readonly measures: readonly SupportMeasure[];
  /** The earliest day on which a lead of the case was reported; null for none. */
  readonly firstReportedOn: CalendarDate | null;
  /** What the household was before the end of 2020 (R02). */
  readonly formerStatus: FormerStatus;
  /** Labour and safety net of the household's present members (R12). */
  readonly members: readonly Pick<MemberFacts, 'labour' | 'safetyNet'>[];
}

/**
 * 档案事实 · A case as the rules see it. The visitors of a verification, and for whom it was entered, are opened, since whoever verified takes no
 * county decision.
 */
export function caseFacts(row: CaseRow, parts: CaseParts, cipher: FieldCipher): CaseFacts {
  return {
    id: row.id,
    status: row.status,
    category: row.category,
    source: row.source,
    openedOn: row.openedOn,
    identifiedOn: row.identifiedOn,
    eliminatedOn: row.eliminatedOn,
    trackingOnly: row.trackingOnly,
    supportContinued: row.supportContinued,
    authorizationWithdrawnOn: row.authorizationWithdrawnOn,
    risks: parts.risks,
    runs: parts.runs.map((run) => domainRun(run, cipher)),
    measures: parts.measures,
  };
}

function domainRun(run: RunRow, cipher: FieldCipher): ProcedureRun {
  return { ...run, steps: run.steps.map((step) => domainStep(step, cipher)) };
}

function domainStep(row: StepRow, cipher: FieldCipher): ProcedureStep {
  if (row.kind !== 'HOUSEHOLD_VERIFICATION' || row.sectionSealed === null) return row;
  const place = { table: 'procedure_step', column: 'entered_for', rowId: row.id };
  const step = { ...row, enteredFor: row.enteredFor === null ? null : cipher.open(row.enteredFor, place) };
  const section = cipher.open(row.sectionSealed, {
    table: 'procedure_step',
    column: 'section_sealed',
    rowId: step.id,
  });
  return { ...step, visitors: (JSON.parse(section) as { visitors?: string[] }).visitors ?? [] };
}

/** 核实所见 · What the newest verification said that a plan has to answer. @article 4.2 */
export interface VerifiedFacts {
  readonly needs: readonly string[];
  /** Null where it was not looked at. */
  readonly stableIncomeFromWork: boolean | null;
  readonly weakDrive: boolean;
}

/** 核实所见 · Of the newest verification that passed; nothing where there is none. @article 4.2 */
export function verifiedFacts(parts: CaseParts, cipher: FieldCipher): VerifiedFacts {
  const verified = parts.runs
    .flatMap(({ steps }) => steps)
    .filter(
      (step) => step.kind === 'HOUSEHOLD_VERIFICATION' && step.outcome === 'PASSED' && step.sectionSealed !== null,
    )
    .at(-1);
  const section: Partial<VerificationSection> =
    verified === undefined
      ? {}
      : JSON.parse(
          cipher.open(verified.sectionSealed!, {
            table: 'procedure_step',
            column: 'section_sealed',
            rowId: verified.id,
          }),
        );
  const { needs, stableIncomeFromWork, weakDrive } = section;
  return {
    needs: needs ?? [],
    stableIncomeFromWork: stableIncomeFromWork ?? null,
    weakDrive: weakDrive === true,
  };
}
