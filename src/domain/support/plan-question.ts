import type { CaseRisk } from '../case/monitoring-case.js';
import type { GuaranteeName } from '../guarantee/guarantee-check.js';
import type { CalendarDate } from '../kernel/calendar-date.js';
import type { Fen } from '../kernel/money.js';
import type { Refusal } from '../kernel/verdict.js';
import type { RiskType } from '../risk/risk-type.js';
import type { FundingSource, InstrumentFamily, InstrumentNature, PolicyInstrument } from './policy-instrument.js';
import type { MeasureTiming, SupportMeasure } from './support-measure.js';

/** 拟定措施 · One measure of a plan. @article 4.1 */
export interface PlannedMeasure {
  /** Code of the instrument. */
  readonly instrument: string;
  /** Codes of the risk types of the case that it answers; empty for a guarantee, a need or labour alone. */
  readonly addresses: readonly string[];
  readonly timing: MeasureTiming;
  readonly fundingSource: FundingSource;
  readonly provider?: string | null;
  readonly budget?: Fen | null;
  readonly startsOn?: CalendarDate | null;
  readonly endsOn?: CalendarDate | null;
}

/** 帮扶规则 · What the province says of support on the day of the plan. @article 4.1 */
export interface SupportRules {
  /** Those in force; expired ones may stand among them. */
  readonly instruments: readonly PolicyInstrument[];
  readonly riskTypes: readonly RiskType[];
  /** Codes of the instruments that are the safety net (R12, R17); null where no rule lists them. */
  readonly socialSecurityInstruments: { readonly value: readonly string[] } | null;
}

/** 劳动状况 · What R17 asks of the household's labour. @article 4.2 */
export interface LabourSituation {
  /** Some member is SKILLED, ORDINARY or WEAK. */
  readonly hasLabour: boolean;
  /** There is labour, and all of it weak. */
  readonly partlyLost: boolean;
  /** Income from industry or work is stable; null where that is not known (then nothing follows from it). */
  readonly stableIncomeFromWork: boolean | null;
}

/** 帮扶计划 · A plan and the case that it is made for. @article 4.2 */
export interface PlanQuestion {
  readonly on: CalendarDate;
  readonly today: CalendarDate;
  /** The day from which the case is monitored; a plan is not older. */
  readonly identifiedOn: CalendarDate | null;
  /** All risks of the case, open and resolved. */
  readonly risks: readonly CaseRisk[];
  readonly guaranteesNotSecure: readonly GuaranteeName[];
  /** What the verification stated as needs. */
  readonly needs: readonly string[];
  readonly labour: LabourSituation;
  /** 内生动力不足 · The household's own drive is weak; a need that names 扶志扶智 says so too. */
  readonly weakDrive: boolean;
  /** Some member has the subsistence allowance or extreme-poverty support already. */
  readonly safetyNetGranted: boolean;
  readonly measures: readonly PlannedMeasure[];
  /** Measures of the case, of every status. */
  readonly standing: readonly SupportMeasure[];
  readonly overrideReason: string | null;
  readonly rules: SupportRules;
}

/** 审查 · One condition on a plan; answers with all that speaks against it. @article 4.2 */
export type PlanCheck = (question: PlanQuestion) => Refusal[];

/** 生效措施 · What counts of a measure, planned or standing, when a plan is looked at as a whole. @article 4.2 */
export interface CountedMeasure {
  readonly instrument: string;
  readonly family: InstrumentFamily;
  readonly nature: InstrumentNature;
  readonly statutory: boolean;
  readonly urgent: boolean;
  readonly addresses: readonly string[];
}

/** 措施的政策工具 · The instrument of the province that a measure names, or null. @article 4.1 */
export function instrumentOf(rules: Pick<SupportRules, 'instruments'>, code: string): PolicyInstrument | null {
  return rules.instruments.find((instrument) => instrument.code === code) ?? null;
}

/**
 * 计入措施 · The plan's measures with a known instrument, and those of the case that go on (approved or in progress).
 *
 * @article 4.2
 */
export function countedMeasures({
  measures,
  standing,
  rules,
}: Pick<PlanQuestion, 'measures' | 'standing'> & {
  readonly rules: Pick<SupportRules, 'instruments'>;
}): CountedMeasure[] {
  const planned = measures.flatMap(({ instrument: code, addresses }) => {
    const instrument = instrumentOf(rules, code);
    if (instrument === null) return [];
    const { family, nature, statutory } = instrument;
    return [{ instrument: code, family, nature, statutory, urgent: false, addresses }];
  });
  const going = standing
    .filter((measure) => measure.status === 'APPROVED' || measure.status === 'IN_PROGRESS')
    .map((measure) => ({ ...measure, statutory: instrumentOf(rules, measure.instrument)?.statutory ?? false }));
  return [...planned, ...going];
}

/** 未化解风险 · Codes of the risk types that are still open, each once. @article 4.2 */
export function openRiskTypes(risks: readonly CaseRisk[]): string[] {
  return [...new Set(risks.filter((risk) => risk.resolvedOn === null).map((risk) => risk.riskType))];
}

/** 书面理由 · Whether the plan gives its written reason. @article 4.2 */
export function hasReason(question: Pick<PlanQuestion, 'overrideReason'>): boolean {
  return (question.overrideReason ?? '').trim() !== '';
}
