import type { LocalizedText } from '../province/localized-text.js';
import type { Severity } from '../risk/finding.js';
import type { Judgement } from './judgement.js';

/** 判定发现 · One finding of a province's own function; rule, article and source are those of the judgement. @article 2.1 */
export interface JudgedFinding {
  readonly severity: Severity;
  readonly message: LocalizedText;
  /** Code of a risk type of the day; left out where it points at none. */
  readonly riskType?: string | null;
  /** Numbers, days and short words. */
  readonly evidence?: Readonly<Record<string, string | number | boolean | null>>;
  /** Facts that are missing, so that the function could not answer. */
  readonly missing?: readonly string[];
}

/** 范围判定 · What a function says of a household: whether it brings it into the range, and what it found. @article 2.1 */
export interface RangeAnswer {
  /** True brings the household in; false leaves it to the line; null where a fact is missing. */
  readonly within: boolean | null;
  readonly findings: readonly JudgedFinding[];
}

/** 消除判定 · What a gate of the province's own says. @article 3.3 */
export interface GateAnswer {
  readonly passed: boolean;
  readonly reason: LocalizedText;
  readonly missing?: readonly string[];
}

/**
 * 判定未果 · Why a function gave no answer. `GONE`: it was written for facts of a form that is no longer given. `NOT_RUN`:
 * nothing ran it, or too many households before had none either.
 */
export const JUDGEMENT_FAILURES = ['THREW', 'TIMED_OUT', 'STOPPED', 'WRONG_FORM', 'GONE', 'NOT_RUN'] as const;
export type JudgementFailureKind = (typeof JUDGEMENT_FAILURES)[number];

/** 判定未果 · What kept a function from answering, without a word of the household. @article none — technical */
export interface JudgementFailure {
  readonly kind: JudgementFailureKind;
  /** Where in the function, or what was expected of the answer; empty where there is nothing to say. */
  readonly detail: string;
}

/** 判定结果 · A judgement and what came of it. @article none — technical */
export type Judged<A> = { readonly judgement: Judgement } & (
  | { readonly answer: A; readonly failure: null }
  | { readonly answer: null; readonly failure: JudgementFailure }
);

/**
 * 全部判定结果 · What came of each judgement that holds; one that nothing ran is told, never left out.
 *
 * @article none — technical
 */
export function everyJudged<A>(judgements: readonly Judgement[], judged: readonly Judged<A>[]): Judged<A>[] {
  return judgements.map(
    (judgement) =>
      judged.find((one) => one.judgement === judgement) ?? {
        judgement,
        answer: null,
        failure: { kind: 'NOT_RUN', detail: '' },
      },
  );
}

const TOLD: Readonly<Record<JudgementFailureKind, LocalizedText>> = {
  THREW: { zh: '出错', en: 'threw an error' },
  TIMED_OUT: { zh: '超时', en: 'did not answer in time' },
  STOPPED: { zh: '用尽内存而中止', en: 'was stopped for want of memory' },
  WRONG_FORM: { zh: '答案格式不符', en: 'gave an answer of the wrong form' },
  GONE: { zh: '所需事实版本已不再提供', en: 'was written for facts that are no longer given' },
  NOT_RUN: { zh: '未运行', en: 'was not run' },
};

/** 说明未果 · Names the module, the function and what became of it, for people. @article none — technical */
export function tellFailure(
  { code, name, county }: Judgement,
  failure: JudgementFailure,
  module: string,
): LocalizedText {
  const told = TOLD[failure.kind];
  const detail = failure.detail === '' ? '' : ` (${failure.detail})`;
  const place = county ?? module;
  return {
    zh: `${place}的判定函数“${name.zh}”(${code})${told.zh}${detail},本项无法判定`,
    en: `the function "${name.en}" (${code}) of ${place} ${told.en}${detail}: not assessable`,
  };
}
