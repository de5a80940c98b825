import type { StatSubject } from '../../domain/statistics/definition.js';
import { type JudgedRows, magnitudeOf } from '../../domain/statistics/estimate-question.js';
import type { GroupingPlan } from '../../domain/statistics/stat-plan.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { Database } from '../../platform/database/database.js';
import type { Replica } from '../../platform/database/replica-lag.js';
import type { CallerBudget } from '../../platform/http/caller-budget.js';
import type { Reach } from '../access/index.js';
import type { MovedDays } from '../stat-source/index.js';
import { type Counted, SourceSizes, type StatSourceKind } from './source-sizes.js';
import { type Asked, estimateOf, type ReckonedQuestion, type SourceChoice, type StatLedger } from './stat-ledger.js';

/** 提问台所需 · What questions are reckoned by. */
export interface DeskParts {
  readonly analysis: Database;
  readonly budget: CallerBudget;
  readonly replica: Replica;
}

/** 台前 · What a room whose questions are reckoned at the desk stands on: the one desk there is, and what callers may ask for. */
export interface AtDesk {
  readonly desk: StatDesk;
  readonly budget: CallerBudget;
}

/** 待问 · A question that is checked: what it reads, why there, and how. */
export interface CheckedQuestion<T> {
  /** Null where it is of several. */
  readonly subject: StatSubject | null;
  /** What is counted: units of the subject mostly. */
  readonly counted: Counted;
  readonly source: StatSourceKind;
  readonly chosen: readonly SourceChoice[];
  /** Those that have to be counted from the source. */
  readonly groupings: readonly GroupingPlan[];
  /** Whether each unit is told from what happened by then. */
  readonly past: boolean;
  readonly reach: Pick<Reach, 'scope'>;
  readonly counties: readonly string[];
  /** Only of these, where an index finds them; without it, of any. */
  readonly statuses?: readonly string[] | null;
  /** Days of the moves, where those are counted. */
  readonly moved?: MovedDays;
  /** The same for the same question in the same reach. */
  readonly key: unknown;
  readonly read: () => Promise<T>;
}

/**
 * 提问台 · Reckons what a question takes, pays for it, and asks it: rows, moves, cohorts and scorecards alike. There is one, so that a size is told once
 * for all of them.
 *
 * @article 5.2
 */
export class StatDesk {
  private readonly sizes: SourceSizes;

  constructor(private readonly parts: DeskParts) {
    this.sizes = new SourceSizes(parts.analysis);
  }

  /** @throws ApiError COMPLEXITY_LIMIT for a question that takes too much, before it runs; RATE_LIMITED as `StatLedger.ask` */
  async ask<T>(caller: Caller, question: CheckedQuestion<T>, ledger: StatLedger): Promise<Asked<T>> {
    const [asked] = await this.askTogether(caller, [question], ledger);
    return asked!;
  }

  /**
   * 一并提问 · Questions that make one answer together: all are paid for before the first is asked.
   *
   * @throws ApiError as `ask`, of what they take together
   */
  async askTogether<T>(
    caller: Caller,
    questions: readonly CheckedQuestion<T>[],
    ledger: StatLedger,
  ): Promise<Asked<T>[]> {
    return ledger.ask(caller, await Promise.all(questions.map((question) => this.reckoned(question))));
  }

  private async reckoned<T>(question: CheckedQuestion<T>): Promise<ReckonedQuestion<T>> {
    const {
      subject,
      counted,
      source,
      chosen,
      groupings,
      past,
      reach,
      counties,
      statuses = null,
      moved = null,
      key,
      read,
    } = question;
    const [rows, behindSeconds] = await Promise.all([
      this.sizes.rowsOf({ source, subject: counted, counties, scope: reach.scope, statuses, moved }),
      this.parts.replica.behindSeconds(),
    ]);
    const published = source === 'PUBLICATION';
    const work = {
      groupings,
      // Of a publication nobody is told how many units there are.
      rows: published ? magnitudeOf(rows) : rows,
      counties: counties.length,
      past,
      published,
      ...judgedRows(counted),
    };
    const estimate = estimateOf({ subject, source, chosen, behindSeconds }, work, this.parts.budget);
    return { estimate, key: JSON.stringify([key, reach.scope, published]), read };
  }
}

function judgedRows(counted: Counted): { readonly judged?: JudgedRows } {
  if (counted === 'FLOWS') return { judged: 'MOVES' };
  return counted === 'SCORES' ? { judged: 'SCORES' } : {};
}
