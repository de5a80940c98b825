import { type CheaperQuestion, cheaperQuestions } from '../../domain/statistics/cheaper-questions.js';
import type { StatSubject } from '../../domain/statistics/definition.js';
import { estimateQuestion, type QuestionWork } from '../../domain/statistics/estimate-question.js';
import type { Caller } from '../../platform/auth/caller.js';
import { ApiError } from '../../platform/errors/api-error.js';
import type { CallerBudget } from '../../platform/http/caller-budget.js';
import type { RollupName } from '../../domain/statistics/rollup/rollup.js';
import type { StatSourceKind } from './source-sizes.js';

/** 来源选择 · Where one grouping is read, and why there. */
export interface SourceChoice {
  /** Response key of the selection of `rows`; null for moves and cohorts, which have one grouping. */
  readonly rows: string | null;
  readonly source: StatSourceKind;
  /** The rollup that answers it; null where none does. */
  readonly rollup: RollupName | null;
  readonly because: string;
}

/** 提问账目 · What a question was reckoned to take, before it ran. */
export interface StatEstimate {
  /** Null for scorecards, which are of several. */
  readonly subject: StatSubject | null;
  readonly source: StatSourceKind;
  readonly chosen: readonly SourceChoice[];
  /** By how many seconds the replica is behind that it is read from; null where it is read from none. */
  readonly behindSeconds: number | null;
  /** Rows that each grouping looks at, as far as the caller may know. */
  readonly rows: number;
  readonly cost: number;
  /** That the figures of one operation may cost. */
  readonly limit: number;
  readonly cheaper: readonly CheaperQuestion[];
}

/** 估算提问 · @article none — technical */
export function estimateOf(
  what: Pick<StatEstimate, 'subject' | 'source' | 'chosen' | 'behindSeconds'>,
  work: QuestionWork,
  { forFigures }: Pick<CallerBudget, 'forFigures'>,
): StatEstimate {
  return {
    ...what,
    rows: work.rows,
    cost: estimateQuestion(work),
    limit: forFigures,
    cheaper: cheaperQuestions(work),
  };
}

/** 已估算的提问 · A question with what it takes. */
export interface ReckonedQuestion<T> {
  readonly estimate: StatEstimate;
  /** The same for the same question in the same reach. */
  readonly key: string;
  readonly read: () => Promise<T>;
}

/** 提问及答复 · What a question was reckoned to take, and what it answered; null where it was reckoned only. */
export interface Asked<T> {
  readonly estimate: StatEstimate;
  readonly answer: T | null;
  /** Whether another field of the request asked the same before. */
  readonly shared: boolean;
}

/**
 * 统计账 · The questions of one request: each is paid for once, before it runs, and whatever is asked twice runs once.
 *
 * @article none — technical
 */
export class StatLedger {
  private readonly answers = new Map<string, Promise<unknown>>();
  private spent = 0;

  /** @param explains  whether questions are reckoned only, and neither paid for nor run */
  constructor(
    private readonly budget: CallerBudget,
    private readonly explains: boolean,
  ) {}

  /**
   * 提问 · Pays for some questions together and asks them; the same question under another alias gets the same answer, at no further cost.
   *
   * @throws ApiError as `pay`
   */
  async ask<T>(caller: Caller, questions: readonly ReckonedQuestion<T>[]): Promise<Asked<T>[]> {
    if (this.explains) return questions.map(({ estimate }) => ({ estimate, answer: null, shared: false }));
    const fresh = questions.filter(({ key }) => !this.answers.has(key));
    const paid = this.pay(
      caller,
      fresh.map(({ estimate }) => estimate),
    );
    const asked = questions.map(({ estimate, key, read }) => {
      const known = this.answers.get(key) as Promise<T> | undefined;
      const answer = known ?? paid.then(read);
      this.answers.set(key, answer);
      return answer.then((found) => ({ estimate, answer: found, shared: known !== undefined }));
    });
    const [answers] = await Promise.all([Promise.all(asked), paid]);
    return answers;
  }

  /** @throws ApiError COMPLEXITY_LIMIT with what would make the dearest cheaper, RATE_LIMITED where the caller's minute is used up */
  private async pay(caller: Caller, estimates: readonly StatEstimate[]): Promise<void> {
    const [dearest] = [...estimates].sort((one, other) => other.cost - one.cost);
    if (dearest === undefined) return;
    const { limit, cheaper } = dearest;
    const cost = estimates.reduce((all, one) => all + one.cost, 0);
    if (this.spent + cost > limit) throw tooDear({ ...dearest, cost }, this.spent);
    this.spent += cost;
    try {
      await this.budget.spend(caller, cost);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      throw new ApiError(
        error.code,
        `${error.message} This question costs ${cost} points; cheaper: ${told(cheaper)}.`,
        {
          ...error.extra,
          cost,
        },
      );
    }
  }
}

/** Changes that a refusal names. */
const MOST_NAMED = 4;

/** The cheapest, and the last, which is another way altogether. */
function told(cheaper: readonly CheaperQuestion[]): string {
  if (cheaper.length === 0) return 'nothing';
  const named = cheaper.length <= MOST_NAMED ? cheaper : [...cheaper.slice(0, MOST_NAMED - 1), cheaper.at(-1)!];
  return named.map(({ change, cost }) => (cost === null ? change : `${change} (${cost})`)).join('; ');
}

function tooDear({ rows, cost, limit, cheaper }: StatEstimate, spent: number): ApiError {
  const before = spent === 0 ? '' : `, after ${spent} for the figures before it`;
  return new ApiError(
    'COMPLEXITY_LIMIT',
    `The question looks at ${rows} rows and costs ${cost} points${before}; the figures of one operation may cost ${limit}. It was not run. Cheaper: ${told(cheaper)}.`,
    { cost, limit, rows, cheaper },
  );
}
