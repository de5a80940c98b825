import type { CaseCategory } from '../case/monitoring-case.js';
import type { HouseholdFacts } from '../household/household-facts.js';
import { perCapita, perCapitaAfterRigid } from '../income/net-income.js';
import { judgementsFor } from '../judgement/judgement.js';
import { everyJudged, type Judged, type RangeAnswer } from '../judgement/judgement-answer.js';
import type { CalendarDate } from '../kernel/calendar-date.js';
import type { Fen } from '../kernel/money.js';
import { bandOf, type MonitoringBand } from '../province/monitoring-band.js';
import type { MonitoringLineInForce } from '../province/monitoring-line.js';
import type { ProvinceRules } from '../province/province-rules.js';
import type { Finding } from './finding.js';
import { judgementFindings } from './judgement-findings.js';
import { ASSESSMENT_RULES } from './rules/assessment-rules.js';
import { isUnderLine, situationOn } from './situation.js';
import { suggestCategory } from './suggest-category.js';
import { type InstrumentSuggestion, suggestInstruments } from './suggest-instruments.js';
import { withinRange } from './within-range.js';

/** 评估结果 · What the rules of a day say of a household. @article 2.1 */
export interface HouseholdAssessment {
  readonly on: CalendarDate;
  /**
   * Net income a head is under the line, or a function of the province brings the household in; null where a fact or an
   * answer is missing, and a finding says which.
   */
  readonly withinRange: boolean | null;
  readonly band: MonitoringBand | null;
  readonly line: MonitoringLineInForce | null;
  /** Net income a head in the line's window, fen; null where no record serves the day. */
  readonly perCapitaIncome: Fen | null;
  readonly perCapitaAfterRigid: Fen | null;
  readonly findings: readonly Finding[];
  /** For the verifier to confirm or change. */
  readonly suggestedCategory: CaseCategory | null;
  readonly suggestedInstruments: readonly InstrumentSuggestion[];
  /** Content hash of the configuration that it was assessed under. */
  readonly configVersion: string;
}

/**
 * 农户评估 · Runs every rule of the assessment on a household as of a day and explains each finding.
 *
 * Pure, and the same for any order of members, records and checks of different days. Nothing is refused and nothing
 * thrown: what is missing is a finding.
 *
 * @param facts  dated facts; what lies after `on` is not looked at
 * @param rules  resolved on the same day, for the household's county
 * @param judged  what the province's own functions say of the household; one that is left out is told as not run
 * @article 2.1
 * @example assessHousehold(facts, resolveRules(hunan, on, '430121'), on).withinRange // true at 7,499.99 yuan in 2023
 */
export function assessHousehold(
  facts: HouseholdFacts,
  rules: ProvinceRules,
  on: CalendarDate,
  judged: readonly Judged<RangeAnswer>[] = [],
): HouseholdAssessment {
  const situation = situationOn(facts, rules, on);
  const own = everyJudged(judgementsFor(rules, 'RANGE'), judged);
  const findings = [
    ...ASSESSMENT_RULES.flatMap((rule) => rule(situation)),
    ...own.flatMap((one) => judgementFindings(one, rules.provinceCode)),
  ];
  const broughtIn = own.some(({ answer }) => answer?.within === true);
  const suggestedCategory = suggestCategory(situation, broughtIn);
  const income = situation.income === null ? null : perCapita(situation.income);
  return {
    on,
    withinRange: withinRange(isUnderLine(situation), own),
    band: income === null ? null : bandOf(rules.bands, income),
    line: rules.line,
    perCapitaIncome: income,
    perCapitaAfterRigid: situation.income === null ? null : perCapitaAfterRigid(situation.income),
    findings,
    suggestedCategory,
    suggestedInstruments: suggestInstruments(situation, findings, suggestedCategory !== null),
    configVersion: rules.configVersion,
  };
}
