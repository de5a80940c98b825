/**
 * 省级配置工具包 · The door for provincial IT: everything that a province's module is written and checked with.
 *
 * @packageDocumentation
 */
export type { HazardKind } from '../domain/hazard/hazard-kind.js';
export type { HazardRule, HouseholdTraits } from '../domain/hazard/hazard-rule.js';
export type { Judgement, JudgementParameters } from '../domain/judgement/judgement.js';
export type { GateAnswer, JudgedFinding, RangeAnswer } from '../domain/judgement/judgement-answer.js';
export type { GateFacts, JudgedMember, JudgementRules, RangeFacts } from '../domain/judgement/judgement-facts.js';
export type { Judges } from '../domain/judgement/judges.js';
export type { PolicySource } from '../domain/kernel/source.js';
export type { ProcedureDefinition, StepDefinition } from '../domain/procedure/procedure-definition.js';
export type { AlertKind, OverdueWarning } from '../domain/province/alert-kind.js';
export type { LocalizedText } from '../domain/province/localized-text.js';
export type { BandDefinition } from '../domain/province/monitoring-band.js';
export type { DatedRiskType, LoadedProvince, ProvinceConfig } from '../domain/province/province-config.js';
export type { ProvinceRules } from '../domain/province/province-rules.js';
export { resolveRules } from '../domain/province/resolve-rules.js';
export type { RuleEntry } from '../domain/province/rule-entry.js';
export type { OwnQualityRule, ProvinceQuality } from '../domain/quality/province-quality.js';
export type { QualityCondition } from '../domain/quality/quality-condition.js';
export type { EscalationStep } from '../domain/lead/escalation.js';
export type { TimeLimit } from '../domain/province/time-limit.js';
export type { PolicyInstrument } from '../domain/support/policy-instrument.js';
export {
  adaptProcedure,
  nationalProcedure,
  type ProcedureChange,
  type StepChange,
} from './builders/adapt-procedure.js';
export { type AlertKindDraft, alertKind } from './builders/alert-kind.js';
export { type DatedDraft, dated } from './builders/dated.js';
export { hazardRule } from './builders/hazard-rule.js';
export { type InstrumentDraft, instrument } from './builders/instrument.js';
export {
  type GateJudgementDraft,
  gateJudgement,
  type JudgeFunction,
  type RangeJudgementDraft,
  rangeJudgement,
} from './builders/judgement.js';
export {
  incomeWindow,
  type MonitoringLineDraft,
  monitoringLine,
  timesRuralAllowance,
} from './builders/monitoring-line.js';
export {
  type AnnouncementDraft,
  announcement,
  type ProcedureDraft,
  procedure,
  type StepDraft,
  step,
} from './builders/procedure.js';
export { dataQuality, qualityRule } from './builders/quality-rule.js';
export { type RiskTypeDraft, riskType } from './builders/risk-type.js';
export { source } from './builders/source.js';
export { calendarDays, months, workingDays } from './builders/time-limit.js';
export { writtenYuan } from './builders/written-yuan.js';
export { canonicalJson } from './canonical-json.js';
export {
  type BaselineDraft,
  defineBaseline,
  defineProvince,
  type ProvinceDraft,
  type ProvinceModule,
} from './define-province.js';
export type { Fault } from './fault.js';
export { inherit } from './inherit.js';
export { type ReadAnswer, readJudgementAnswer } from './judgement-answer-shape.js';
export { SDK_VERSION } from './sdk-version.js';
export type { Mismatch } from './testing/compare-answer.js';
export { runScenarios, type ScenarioContext, type ScenarioResult } from './testing/run-scenarios.js';
export { validateBaseline, validateProvince } from './validate-province.js';
export { type WarnContext, warnProvince } from './warn-province.js';
