import { type GraphQLResolveInfo, responsePathAsArray } from 'graphql';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { noteExtension, notedExtensions } from '../../platform/graphql/answer-extensions.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import type { CallerBudget } from '../../platform/http/caller-budget.js';
import type { UsedSegmentFacts } from '../segment/index.js';
import { type Asked, type StatEstimate, StatLedger } from './stat-ledger.js';

const LEDGER = 'statistics ledger';
const STATS = 'stats';

/** 请求的统计账 · The ledger of a request, in whichever reach a field is read. @article none — technical */
export function ledgerOf({ shared }: RequestContext, budget: CallerBudget): StatLedger {
  const known = shared?.get(LEDGER) as StatLedger | undefined;
  if (known !== undefined) return known;
  const ledger = new StatLedger(budget, false);
  shared?.set(LEDGER, ledger);
  return ledger;
}

/** 只作估算 · The context of a request whose questions are reckoned, and neither paid for nor run. @article none — technical */
export function explaining(context: RequestContext, budget: CallerBudget): RequestContext {
  const shared = new Map<unknown, unknown>([[LEDGER, new StatLedger(budget, true)]]);
  return { ...context, loaders: new Map(), shared };
}

/** 提问记录 · What is told of a question in the answer's `extensions.stats`. @article none — technical */
export interface ToldQuestion extends StatEstimate {
  readonly segment: UsedSegmentFacts | null;
  readonly path: readonly (string | number)[];
}

/** 记下提问 · Tells of a question beside the data: what it was reckoned to take, and what it took. @article none — technical */
export function tellQuestion(
  context: RequestContext,
  info: Pick<GraphQLResolveInfo, 'path'>,
  { estimate, answer, shared }: Asked<{ readonly published: CalendarDate | null }>,
  milliseconds: number,
  segment: UsedSegmentFacts | null,
): void {
  const path = responsePathAsArray(info.path);
  if (answer === null) {
    noteExtension(context, STATS, { path, segment, ...estimate } satisfies ToldQuestion);
    return;
  }
  const { subject, source, chosen, behindSeconds, rows, cost } = estimate;
  const paid = shared ? { cost: 0, shared } : { cost };
  const by = segment === null ? {} : { segment };
  const behind = behindSeconds === null ? {} : { behindSeconds };
  const read = { source, chosen, publication: answer.published, ...behind };
  const told = { path, subject, ...by, ...read, rows, ...paid, milliseconds };
  noteExtension(context, STATS, told);
}

/** 已估算的提问 · What was told of the questions of a request that was reckoned only. @article none — technical */
export function explainedQuestions(context: RequestContext): readonly ToldQuestion[] {
  return notedExtensions<ToldQuestion>(context, STATS);
}
