import type { HazardRule } from '../hazard/hazard-rule.js';
import type { SpecialGroup } from '../household/household.js';
import type { IncomeConcept } from '../income/income-concept.js';
import type { Judgement } from '../judgement/judgement.js';
import type { CalendarDate } from '../kernel/calendar-date.js';
import type { PolicySource } from '../kernel/source.js';
import type { EscalationStep } from '../lead/escalation.js';
import type { DeadlineStop, ProcedureDefinition, ProcedureKind } from '../procedure/procedure-definition.js';
import type { ProvinceQuality } from '../quality/province-quality.js';
import type { RiskType } from '../risk/risk-type.js';
import type { PolicyInstrument } from '../support/policy-instrument.js';
import type { AlertKind, OverdueWarning } from './alert-kind.js';
import type { LocalizedText } from './localized-text.js';
import type { MonitoringBand } from './monitoring-band.js';
import type { MonitoringLineInForce } from './monitoring-line.js';
import type { ParameterInForce } from './rule-entry.js';
import type { TimeLimit } from './time-limit.js';

/** 参数过期 · A parameter that serves a day past what its source vouches for; nothing stops. @article 2.2 */
export interface ParameterWarning {
  readonly code: 'PARAMETER_OUTDATED';
  /** Name of the parameter in `ProvinceConfig`, e.g. `monitoringLines`. */
  readonly parameter: string;
  /** First day of the entry that is in force. */
  readonly from: CalendarDate;
  readonly source: PolicySource;
}

/** 评估阈值 · What the assessment holds a household against beside the line; null where no rule sets one. @article 2.1 */
export interface AssessmentThresholds {
  /** Fall of income a head against the window before, per cent, inclusive. */
  readonly incomeFallPercent: ParameterInForce<number> | null;
  /** Share of net income that own medical spending takes, per cent, inclusive. */
  readonly medicalSharePercent: ParameterInForce<number> | null;
}

/** 消除规则 · The province's numbers behind the elimination gates (R11). @article 3.3 */
export interface EliminationRules {
  /** Months from identification at the soonest, in which every window counts. */
  readonly months: ParameterInForce<number> | null;
  /** Concept in which income is told; null where no rule sets one: that of the line. Absent in rules made by hand. */
  readonly concept?: ParameterInForce<IncomeConcept> | null;
  /** Within which the county may take an elimination back; null: no limit is known. */
  readonly rollbackLimit: ParameterInForce<TimeLimit> | null;
}

/**
 * 当日规则 · A province's configuration as it stands on a day, for one county or for the whole province.
 *
 * Every value names its source; `null` means that no rule sets one, never that everything is allowed or forbidden.
 *
 * @article 5.1
 */
export interface ProvinceRules {
  /** The day asked about. */
  readonly on: CalendarDate;
  readonly provinceCode: string;
  readonly provinceName: LocalizedText;
  /** The county whose overrides were taken in; null for the whole province. */
  readonly countyCode: string | null;
  readonly configVersion: string;
  /** No module of its own: the national baseline at the floor serves the province. */
  readonly servedByBaseline: boolean;
  /** Null before the first entry. */
  readonly line: MonitoringLineInForce | null;
  /** Lowest incomes first; empty where there is no line. */
  readonly bands: readonly MonitoringBand[];
  readonly thresholds: AssessmentThresholds;
  readonly specialGroupPriority: ParameterInForce<readonly SpecialGroup[]> | null;
  readonly riskTypes: readonly RiskType[];
  /** With `limitStops` and `deadlineStops` filled in. */
  readonly procedures: Readonly<Record<ProcedureKind, ProcedureDefinition>>;
  readonly procedureSources: Readonly<Record<ProcedureKind, PolicySource>>;
  readonly instruments: readonly PolicyInstrument[];
  /** Codes of the instruments that count as the safety net in place (R12, R17). */
  readonly socialSecurityInstruments: ParameterInForce<readonly string[]> | null;
  /** From the day a lead is reported to the end of its verification (R05). */
  readonly leadVerificationLimit: ParameterInForce<TimeLimit> | null;
  /** From the day a lead is found to the county's decision; the run's own limit is in its procedure. */
  readonly identificationLimit: ParameterInForce<TimeLimit> | null;
  /** From identification to the first delivered measure (R14). */
  readonly supportLimit: ParameterInForce<TimeLimit> | null;
  /** From identification to a developmental measure where there is labour capacity (R17), months. */
  readonly developmentalMonths: ParameterInForce<number> | null;
  readonly elimination: EliminationRules;
  /** Longest time between two visits of a household that is tracked only (R12), months. */
  readonly trackingVisitMonths: ParameterInForce<number> | null;
  /** What departments send down (R06); null where no rule lists any. Absent in rules made by hand. */
  readonly alertKinds?: ParameterInForce<readonly AlertKind[]> | null;
  /** For what deadlines stop where nothing else is said; null where no rule says it: they run on. */
  readonly deadlineStops?: ParameterInForce<readonly DeadlineStop[]> | null;
  /** Of a run that is over its limit; null where no rule sets one. */
  readonly overdueWarning?: ParameterInForce<OverdueWarning> | null;
  /** Share of a county's households that a campaign meets before it counts as done (R07), per cent; null where no rule sets one. */
  readonly inspectionCoveragePercent?: ParameterInForce<number> | null;
  /** Which households a hazard singles out (R19); null where no rule says it. */
  readonly hazardRules?: ParameterInForce<readonly HazardRule[]> | null;
  /** How long the personal data of a closed record is kept, months; null where no rule sets a time: it is kept. */
  readonly recordRetentionMonths?: ParameterInForce<number> | null;
  /** Longest time between two joint studies of regional risk (R27), months. */
  readonly riskStudyMonths?: ParameterInForce<number> | null;
  /** From when on an overdue lead stands in the worklists of the levels above (R05), the nearest first; null where no rule says it. */
  readonly leadEscalation?: ParameterInForce<readonly EscalationStep[]> | null;
  /** What the province adds to the national rules of data quality (5.3); null where it sets nothing. */
  readonly quality?: ParameterInForce<ProvinceQuality> | null;
  /** The province's own functions; absent where it has none. */
  readonly judgements?: readonly Judgement[];
  readonly warnings: readonly ParameterWarning[];
}
