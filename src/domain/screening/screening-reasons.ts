import type { Judged, RangeAnswer } from '../judgement/judgement-answer.js';
import type { LocalizedText } from '../province/localized-text.js';
import type { HouseholdAssessment } from '../risk/assess-household.js';
import type { Finding } from '../risk/finding.js';

/** 筛查理由 · One reason why a screening singles a household out, and what it rests on. @article 3.1 */
export interface ScreeningReason {
  /** The same text for the same records held against the same rule: such a reason opens no second lead. */
  readonly basis: string;
  /** Rule of the assessment, code of a function of the province, or rule of hazards. */
  readonly rule: string;
  readonly message: LocalizedText;
  /** Numbers, days and codes; never a name. */
  readonly evidence: Readonly<Record<string, unknown>>;
  readonly article: string;
}

/**
 * R04 规则筛查 · Why the assessment of a day asks for somebody to visit a household: it lies within the range, or a finding is
 * critical. Nothing is identified by it.
 *
 * A household that was looked at and found in order is not reported again for the same records: an income that is recorded
 * anew, another line or another check is another basis.
 *
 * @param judged  what the province's own functions said of the household, as the assessment was given them
 * @returns empty where neither is so
 * @article 3.1
 */
export function screeningReasons(
  assessment: Pick<HouseholdAssessment, 'withinRange' | 'findings'>,
  judged: readonly Judged<RangeAnswer>[] = [],
): ScreeningReason[] {
  const reasons = assessment.findings.filter((finding) => isUnderLine(finding) || finding.severity === 'CRITICAL');
  const told = reasons.map(({ rule, message, evidence, article }) => ({
    basis: basisOf(rule, evidence),
    rule,
    message,
    evidence,
    article,
  }));
  if (assessment.withinRange !== true) return told;
  const broughtIn = judged
    .filter(({ answer, judgement }) => answer?.within === true && !told.some(({ rule }) => rule === judgement.code))
    .map(({ judgement: { code, name, article, from } }) => ({
      basis: `${code} ${from}`,
      rule: code,
      message: name,
      evidence: {},
      article,
    }));
  return [...told, ...broughtIn];
}

/** Of the findings on the line only the one that is held against an income has no fact missing. */
function isUnderLine({ rule, missing }: Finding): boolean {
  return rule === 'income-line' && missing.length === 0;
}

/** What the evidence says, but for the day of asking. */
function basisOf(rule: string, evidence: Readonly<Record<string, unknown>>): string {
  const { on: _day, lineOutdated: _outdated, ...rest } = evidence;
  const said = Object.keys(rest)
    .sort()
    .map((key) => `${key}=${JSON.stringify(rest[key])}`);
  return [rule, ...said].join(' ').slice(0, LONGEST_BASIS);
}

/** An index keeps it. */
const LONGEST_BASIS = 500;
