import { FACTS_FORM, type Judgement, type JudgementParameters } from '../../domain/judgement/judgement.js';
import type { GateAnswer, RangeAnswer } from '../../domain/judgement/judgement-answer.js';
import type { GateFacts, JudgementRules, RangeFacts } from '../../domain/judgement/judgement-facts.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { PolicySource } from '../../domain/kernel/source.js';
import type { LocalizedText } from '../../domain/province/localized-text.js';

/** 判定函数 · Frozen facts and the dated rules of the day in, an answer out; no clock, no chance, nothing from outside. */
export type JudgeFunction<F, A, P extends JudgementParameters> = (facts: F, rules: JudgementRules, parameters: P) => A;

interface JudgementDraft<F, A, P extends JudgementParameters> {
  /** Unique on every day and in every place, kebab-case; the name of its findings, or of its gate. */
  readonly code: string;
  readonly name: LocalizedText;
  /** `2.1` for the range and `3.3` for a gate where it is left out. */
  readonly article?: string;
  readonly from: string;
  /** Last day, inclusive. */
  readonly to?: string;
  /** 6-digit county whose own it is; the whole province where left out. */
  readonly county?: string;
  /** Numbers and words that it decides by: data, so that `diff` shows them and a simulation can try others. */
  readonly parameters?: P;
  readonly source: PolicySource;
  readonly judge: JudgeFunction<F, A, P>;
}

/** 范围判定草稿 · @article 2.1 */
export type RangeJudgementDraft<P extends JudgementParameters = JudgementParameters> = JudgementDraft<
  RangeFacts,
  RangeAnswer,
  P
>;
/** 消除条件草稿 · @article 3.3 */
export type GateJudgementDraft<P extends JudgementParameters = JudgementParameters> = JudgementDraft<
  GateFacts,
  GateAnswer,
  P
>;

/**
 * 范围判定 · A rule of the assessment of the province's own: what it finds, and whether it brings the household into the range.
 *
 * It brings in and never keeps out: under the line a household lies within the range whatever it answers (R08).
 *
 * @article 2.1
 * @example
 * rangeJudgement({
 *   code: 'lone-elder', name: { zh: '独居老人', en: 'Elder alone' }, from: '2024-01-01', source: WORK_RULES,
 *   parameters: { age: 70 },
 *   judge: (facts, rules, { age }) => ({ within: facts.members.every((one) => (one.age ?? 0) >= age), findings: [] }),
 * })
 */
export function rangeJudgement<P extends JudgementParameters>(draft: RangeJudgementDraft<P>): Judgement {
  return judgement(draft, 'RANGE', '2.1');
}

/**
 * 消除条件判定 · A gate of elimination of the province's own, beside those of the nation: every gate has to be passed.
 *
 * @article 3.3
 * @example
 * gateJudgement({
 *   code: 'all-insured', name: { zh: '全户参保', en: 'All insured' }, from: '2024-01-01', source: WORK_RULES,
 *   judge: ({ members }) => {
 *     const without = members.filter((one) => !one.medicalInsurance).length;
 *     return { passed: without === 0, reason: { zh: `未参保${without}人`, en: `${without} without medical insurance` } };
 *   },
 * })
 */
export function gateJudgement<P extends JudgementParameters>(draft: GateJudgementDraft<P>): Judgement {
  return judgement(draft, 'ELIMINATION', '3.3');
}

function judgement<F, A, P extends JudgementParameters>(
  { judge, article: own, to, county, parameters, from, ...rest }: JudgementDraft<F, A, P>,
  decides: Judgement['decides'],
  article: string,
): Judgement {
  return {
    ...rest,
    decides,
    article: own ?? article,
    from: from as CalendarDate,
    to: (to ?? null) as CalendarDate | null,
    county: county ?? null,
    parameters: parameters ?? {},
    judge: textOf(judge),
    form: FACTS_FORM,
  };
}

/** A method, `judge(facts) { … }`, is made the function that it means; what is no function is left for the check. */
function textOf(judge: unknown): string {
  if (typeof judge !== 'function') return judge as string;
  const text = String(judge);
  return /^judge\s*\(/.test(text) ? `function ${text}` : text;
}
