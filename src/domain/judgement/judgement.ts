import type { CalendarDate } from '../kernel/calendar-date.js';
import type { PolicySource } from '../kernel/source.js';
import type { LocalizedText } from '../province/localized-text.js';

/** 判定对象 · What a province's own function judges: whether a household lies in the range, or one more gate of elimination. @article 5.1 */
export const JUDGEMENT_SUBJECTS = ['RANGE', 'ELIMINATION'] as const;
export type JudgementSubject = (typeof JUDGEMENT_SUBJECTS)[number];

/**
 * 事实版本 · The form of the facts that a function is given. A function that was written for another form is gone: it is not
 * run with facts that it does not know.
 */
export const FACTS_FORM = 1;

/** 判定参数 · Numbers and words that a function decides by, beside its text, so that a change of one is seen. */
export type JudgementParameters = Readonly<Record<string, unknown>>;

/**
 * 判定 · A province's own function, where data cannot say what is meant, with the days on which it holds and its source.
 *
 * It is kept as text: the text is hashed and stored with the rest of the configuration, so that it answers for its days as
 * long as the configuration is known. It can only tighten: bring a household into the range, or add a gate.
 *
 * @article 5.1
 */
export interface Judgement {
  /** Kebab-case; the name of its findings, or of its gate. */
  readonly code: string;
  readonly name: LocalizedText;
  readonly decides: JudgementSubject;
  readonly article: string;
  readonly from: CalendarDate;
  /** Last day, inclusive; null while open. */
  readonly to: CalendarDate | null;
  /** 6-digit county whose own it is; null for the whole province. */
  readonly county: string | null;
  readonly parameters: JudgementParameters;
  /** Text of the function `(facts, rules, parameters) => answer`. */
  readonly judge: string;
  /** Form of the facts that it was written for. */
  readonly form: number;
  readonly source: PolicySource;
}

/** 当日判定 · The judgements of a subject that hold on a day; none in rules that were made by hand. @article 5.1 */
export function judgementsFor(
  rules: { readonly judgements?: readonly Judgement[] },
  subject: JudgementSubject,
): readonly Judgement[] {
  return (rules.judgements ?? []).filter(({ decides }) => decides === subject);
}

/** 当日有效判定 · Those of a configuration that hold on a day, for a county or for the whole province. @article 5.1 */
export function judgementsOn(
  judgements: readonly Judgement[],
  day: CalendarDate,
  county: string | null,
): readonly Judgement[] {
  return judgements.filter(
    (one) => one.from <= day && (one.to === null || day <= one.to) && (one.county === null || one.county === county),
  );
}
