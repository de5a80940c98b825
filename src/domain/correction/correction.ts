import type { CaseCategory, DiscoveryChannel } from '../case/monitoring-case.js';
import type { GuaranteeName, GuaranteeStatus } from '../guarantee/guarantee-check.js';
import type { FormerStatus, MemberFacts } from '../household/household.js';
import type { RecordSource } from '../household/record-source.js';
import type { INCOME_AMOUNTS, RIGID_AMOUNTS } from '../income/income-amounts.js';
import type { CalendarDate } from '../kernel/calendar-date.js';
import type { Fen } from '../kernel/money.js';
import type { Refusal } from '../kernel/verdict.js';
import type { ProcedureKind } from '../procedure/procedure-definition.js';
import type { LocalizedText } from '../province/localized-text.js';
import type { FundingSource } from '../support/policy-instrument.js';
import type { MeasureTiming } from '../support/support-measure.js';

type Amount = (typeof INCOME_AMOUNTS)[number] | (typeof RIGID_AMOUNTS)[number];

/** 收入更正 · Which window was recorded wrongly, and what it should say; what is absent stays. @article 2.1 */
export interface IncomeCorrection extends Readonly<Partial<Record<Amount, Fen>>> {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** The window as it should be. */
  readonly window?: { readonly from: CalendarDate; readonly to: CalendarDate };
  readonly heads?: number;
  /** Where it comes from; null where nobody knows. */
  readonly source?: RecordSource | null;
}

/** 保障核查更正 · Which day's check was recorded wrongly, and what it should say. @article 2.1 */
export interface GuaranteeCorrection extends Readonly<Partial<Record<GuaranteeName, GuaranteeStatus>>> {
  readonly checkedOn: CalendarDate;
  /** The day as it should be. */
  readonly day?: CalendarDate;
  readonly source?: RecordSource | null;
}

/** 农户更正 · What of a household is put right. @article 2.1 */
export interface HouseholdCorrection {
  readonly formerStatus?: FormerStatus;
  readonly source?: RecordSource | null;
  readonly income?: IncomeCorrection;
  readonly guarantees?: GuaranteeCorrection;
}

/** 可更正的成员字段 · What the rules read of a member. @article 2.1 */
export const MEMBER_FIELDS = [
  'birthDate',
  'sex',
  'health',
  'disabilityGrade',
  'selfCare',
  'labour',
  'schooling',
  'medicalInsurance',
  'safetyNet',
] as const;

/** 成员更正 · What of a member is put right; absent stays, null clears. @article 2.1 */
export type MemberCorrection = Partial<Pick<MemberFacts, (typeof MEMBER_FIELDS)[number]>>;

/** 档案更正 · What of a case is put right. @article 2.1 */
export interface CaseCorrection {
  readonly category?: CaseCategory;
  readonly channel?: DiscoveryChannel;
  readonly openedOn?: CalendarDate;
  /** Of cases of the national system; elsewhere it is the day of the county decision. */
  readonly identifiedOn?: CalendarDate;
  /** A step that happened on another day. */
  readonly step?: {
    readonly procedure?: ProcedureKind;
    readonly code: string;
    /** The last one where none is said. */
    readonly attempt?: number;
    readonly on: CalendarDate;
  };
}

/** 措施更正 · What of a measure, or of one of its deliveries, is put right. @article 4.1 */
export interface MeasureCorrection {
  readonly addresses?: readonly string[];
  readonly timing?: MeasureTiming;
  readonly fundingSource?: FundingSource;
  /** Who provides it; null clears. */
  readonly provider?: string | null;
  readonly budget?: Fen;
  readonly startsOn?: CalendarDate;
  readonly endsOn?: CalendarDate;
  readonly delivery?: {
    /** The day as it is recorded. */
    readonly on: CalendarDate;
    /** Which of several on that day, from 1, in the order of entry. */
    readonly number?: number;
    readonly day?: CalendarDate;
    /** Null where it was given in kind alone. */
    readonly amount?: Fen | null;
    /** What was given in kind; null clears. */
    readonly inKind?: string | null;
  };
}

/** 风险更正 · What of a risk is put right. @article 4.2 */
export interface RiskCorrection {
  readonly riskType?: string;
  readonly primary?: boolean;
  readonly identifiedOn?: CalendarDate;
}

/** 更正的后果 · Codes of what follows from a correction. @article none — technical */
export const CONSEQUENCE_CODES = [
  'category-no-longer-fits',
  'range-changed',
  'identification-would-differ',
  'elimination-would-differ',
  'plan-would-differ',
  'deadline-would-differ',
  'measure-without-risk',
] as const;
export type ConsequenceCode = (typeof CONSEQUENCE_CODES)[number];

/** 更正的后果 · What the rules, run again, say of the record as it is now; nobody's name or amount in it. @article 2.1 */
export interface Consequence {
  readonly code: ConsequenceCode;
  readonly message: LocalizedText;
  readonly article: string;
}

/** 更正结果 · Either every reason against it, or the values before and after, by field, and what follows. @article 5.3 */
export type Corrected<After> =
  | { readonly refusals: readonly Refusal[] }
  | {
      readonly after: After;
      readonly before: Readonly<Record<string, unknown>>;
      readonly values: Readonly<Record<string, unknown>>;
      readonly consequences: readonly Consequence[];
    };

/** 更正字段的路径 · Where in the input a field of the correction stands. @article none — technical */
export const inSet = (...field: string[]): string[] => ['set', ...field];
