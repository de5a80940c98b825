import type { HazardRule } from '../hazard/hazard-rule.js';
import type { SpecialGroup } from '../household/household.js';
import type { IncomeConcept } from '../income/income-concept.js';
import type { Judgement } from '../judgement/judgement.js';
import type { CalendarDate } from '../kernel/calendar-date.js';
import type { Dated } from '../kernel/dated.js';
import type { Fen } from '../kernel/money.js';
import type { PolicySource } from '../kernel/source.js';
import type { EscalationStep } from '../lead/escalation.js';
import type { DeadlineStop, ProcedureDefinition } from '../procedure/procedure-definition.js';
import type { ProvinceQuality } from '../quality/province-quality.js';
import type { RiskType } from '../risk/risk-type.js';
import type { PolicyInstrument } from '../support/policy-instrument.js';
import type { AlertKind, OverdueWarning } from './alert-kind.js';
import type { LocalizedText } from './localized-text.js';
import type { BandDefinition } from './monitoring-band.js';
import type { MonitoringLineValue } from './monitoring-line.js';
import type { RuleEntry } from './rule-entry.js';
import type { TimeLimit } from './time-limit.js';

/** 风险类型 · A risk type with the days on which a province knows it. @article 4.2 */
export interface DatedRiskType extends RiskType {
  readonly from: CalendarDate;
  /** Last day, inclusive; null while open. */
  readonly to: CalendarDate | null;
  readonly source: PolicySource;
}

/** 各省自定 · Baseline values that are a default and no bound. @article 5.1 */
export const OPEN_PARAMETERS = ['procedureLimit'] as const;
export type OpenParameter = (typeof OPEN_PARAMETERS)[number];

/** 国家规定的约束力 · `fixed` nobody changes it, `range` within bounds or tighter only, `open` a default. @article 5.1 */
export const FREEDOMS = ['fixed', 'range', 'open'] as const;
export type Freedom = (typeof FREEDOMS)[number];

/** 可标注的参数 · Parameters that the baseline marks. @article 5.1 */
export const MARKED_FIELDS = [
  'monitoringLines',
  'bands',
  'incomeFallPercent',
  'medicalSharePercent',
  'specialGroupPriority',
  'riskTypes',
  'procedures',
  'deadlineStops',
  'instruments',
  'socialSecurityInstruments',
  'leadVerificationLimit',
  'identificationLimit',
  'supportLimit',
  'developmentalMonths',
  'eliminationMonths',
  'eliminationConcept',
  'trackingVisitMonths',
  'rollbackLimit',
  'alertKinds',
  'overdueWarning',
  'leadEscalation',
  'inspectionCoveragePercent',
  'hazardRules',
  'recordRetentionMonths',
  'riskStudyMonths',
  'quality',
  'judgements',
] as const;
export type MarkedField = (typeof MARKED_FIELDS)[number];

/**
 * 省级配置 · Everything that a province's module sets, dated, with what it inherits from the national baseline.
 *
 * Data only, functions as their text: it goes through JSON unchanged, and its canonical JSON is what the content hash is taken of.
 *
 * @article 5.1
 */
export interface ProvinceConfig {
  /** `430000`; the baseline's own code is `000000`. */
  readonly code: string;
  readonly name: LocalizedText;
  /** First day of the rules but the line; an earlier day is served by the first rules there are. */
  readonly firstDay: CalendarDate;
  /** What a province may also loosen, since no text of the nation binds it; everything else it may only tighten (R08). */
  readonly openToProvinces: readonly OpenParameter[];
  /** Field by field; what is not marked is `range`. Absent in configurations of before it was known. */
  readonly marks?: Readonly<Partial<Record<MarkedField, Freedom>>>;
  /** 1.5 × the national standard of the alleviation years, fen a head and year (R01). */
  readonly nationalFloor: Dated<Fen>;
  readonly monitoringLines: readonly RuleEntry<MonitoringLineValue>[];
  readonly bands: readonly RuleEntry<readonly BandDefinition[]>[];
  /** 收入大幅缩减 · Fall of income a head against the window before, per cent, from which it is sharp (R23). */
  readonly incomeFallPercent: readonly RuleEntry<number>[];
  /** 医疗支出占比 · Share of net income that own medical spending takes, per cent, from which it is heavy. */
  readonly medicalSharePercent: readonly RuleEntry<number>[];
  /** Groups that rank a household before others (R03). */
  readonly specialGroupPriority: readonly RuleEntry<readonly SpecialGroup[]>[];
  readonly riskTypes: readonly DatedRiskType[];
  readonly procedures: readonly RuleEntry<ProcedureDefinition>[];
  readonly instruments: readonly PolicyInstrument[];
  /** Instruments that count as the safety net in place (R12, R17), by code. */
  readonly socialSecurityInstruments: readonly RuleEntry<readonly string[]>[];
  /** From the day a lead is reported to the end of its verification (R05). */
  readonly leadVerificationLimit: readonly RuleEntry<TimeLimit>[];
  /** From the day a lead is found to the county's decision. */
  readonly identificationLimit: readonly RuleEntry<TimeLimit>[];
  /** From identification to the first delivered measure (R14). */
  readonly supportLimit: readonly RuleEntry<TimeLimit>[];
  /** From identification to a developmental measure where there is labour capacity (R17), months. */
  readonly developmentalMonths: readonly RuleEntry<number>[];
  /** From identification to elimination at the soonest, and the months in which every window counts (R11). */
  readonly eliminationMonths: readonly RuleEntry<number>[];
  /** Concept in which income is told at elimination, where it is not that of the line (R11). Absent in configurations of before it was known. */
  readonly eliminationConcept?: readonly RuleEntry<IncomeConcept>[];
  /** Longest time between two visits of a household that is tracked only (R12), months. */
  readonly trackingVisitMonths: readonly RuleEntry<number>[];
  /** Within which the county may take an elimination back. */
  readonly rollbackLimit: readonly RuleEntry<TimeLimit>[];
  /** What departments send down (R06). Absent in configurations of before it was known, as the next. */
  readonly alertKinds?: readonly RuleEntry<readonly AlertKind[]>[];
  readonly overdueWarning?: readonly RuleEntry<OverdueWarning>[];
  /** Longest time between two joint studies of regional risk (R27), months. Absent as the former. */
  readonly riskStudyMonths?: readonly RuleEntry<number>[];
  /** For what deadlines of procedures stop where the procedure or the step does not say. Absent as the former. */
  readonly deadlineStops?: readonly RuleEntry<readonly DeadlineStop[]>[];
  /** 集中排查覆盖率 · Share of a county's households that a campaign meets before it counts as done (R07), per cent. Absent as the former. */
  readonly inspectionCoveragePercent?: readonly RuleEntry<number>[];
  /** Which households a hazard singles out (R19). Absent as the former. */
  readonly hazardRules?: readonly RuleEntry<readonly HazardRule[]>[];
  /** 档案保存期限 · How long the personal data of a closed record is kept, months (5.3). Absent as the former. */
  readonly recordRetentionMonths?: readonly RuleEntry<number>[];
  /** 线索逾期上提 · From when on an overdue lead stands in the worklists of the levels above (R05). Absent as the former. */
  readonly leadEscalation?: readonly RuleEntry<readonly EscalationStep[]>[];
  /** 数据质量规定 · Stricter numbers for the national rules of data quality, and rules of the province's own (5.3). Absent as the former. */
  readonly quality?: readonly RuleEntry<ProvinceQuality>[];
  /** Functions, kept as text; absent where there is none. */
  readonly judgements?: readonly Judgement[];
}

/**
 * 已加载的省级配置 · A configuration that was checked and has its content hash.
 *
 * @article 5.1
 */
export interface LoadedProvince {
  /** The province that is served: `130000`, even where the baseline serves it. */
  readonly code: string;
  readonly name: LocalizedText;
  /** Content hash (SHA-256 of the canonical JSON of `config`, lower-case hexadecimal). */
  readonly configVersion: string;
  /** The province has no module of its own: the baseline at the floor serves it, and says so. */
  readonly servedByBaseline: boolean;
  /** Under the province's own code, the baseline's values included, so that no two provinces share a version. */
  readonly config: ProvinceConfig;
}
