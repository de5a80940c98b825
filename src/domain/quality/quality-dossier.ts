import type { CaseStatus } from '../case/monitoring-case.js';
import type { FormerStatus, HealthCondition, LabourCapacity, SafetyNetStatus } from '../household/household.js';
import type { CalendarDate } from '../kernel/calendar-date.js';
import type { Fen } from '../kernel/money.js';
import type { RiskGroup } from '../risk/risk-type.js';
import type { InstrumentFamily, InstrumentNature } from '../support/policy-instrument.js';

/** 成员情况 · What the quality rules look at of a member; an empty list of conditions means healthy. @article 5.3 */
export interface QualityMember {
  readonly health: readonly HealthCondition[];
  readonly labour: LabourCapacity;
  readonly safetyNet: SafetyNetStatus;
}

/** 措施情况 · What the quality rules look at of a measure. @article 5.3 */
export interface QualityMeasure {
  readonly family: InstrumentFamily;
  readonly nature: InstrumentNature;
  /** Of the province's list of social security: subsistence allowance, extreme-poverty support and what stands beside them. */
  readonly socialSecurity: boolean;
  readonly delivered: boolean;
}

/** 监测情况 · What the quality rules look at of a case. @article 5.3 */
export interface QualityCase {
  readonly status: CaseStatus;
  readonly identifiedOn: CalendarDate | null;
  readonly eliminatedOn: CalendarDate | null;
  readonly eliminationMode: 'SUPPORTED' | 'NATURAL' | null;
  readonly trackingOnly: boolean | null;
  readonly withdrawalReason: string | null;
  /** Groups of its risks, resolved ones too. */
  readonly risks: readonly RiskGroup[];
  /** Null where measures are not kept, as in a sheet of the national export. */
  readonly measures: readonly QualityMeasure[] | null;
}

/** 收入情况 · A household's income at one time, a head; null where none is known. @article 5.3 */
export interface QualityIncome {
  readonly perCapita: Fen | null;
  /** Own share of compliant medical cost, whole household. */
  readonly compliantMedicalCost: Fen | null;
}

/**
 * 质量检查卷宗 · What the quality rules see of a household, from the register or from a row of the national export alike; null is
 * what is not known, and a rule that needs it says nothing.
 *
 * @article 5.3
 */
export interface QualityDossier {
  readonly formerStatus: FormerStatus | null;
  readonly members: readonly QualityMember[];
  /** The newest case; null where it has none. */
  readonly case: QualityCase | null;
  readonly now: QualityIncome;
  readonly atIdentification: QualityIncome;
  readonly atElimination: QualityIncome;
  /** Whether an income of identification would be there if one had been recorded; a sheet of an eliminated case has none. */
  readonly identificationIncomeKept: boolean;
  /** Whether the six guarantees were ever checked. */
  readonly guaranteesChecked: boolean | null;
  /** Monitoring line a head, of today and of the day of elimination; null where there is none. */
  readonly line: Fen | null;
  readonly lineAtElimination: Fen | null;
  /** Day until which a first measure was in time, and until which a developmental one was; null where no rule says so. */
  readonly supportDueOn: CalendarDate | null;
  readonly developmentDueOn: CalendarDate | null;
  /** First day on which an elimination with support was not too soon; null where no rule says so. */
  readonly eliminationFrom: CalendarDate | null;
  /** Whether the household still stands in the register with members. */
  readonly inRegister: boolean;
}
