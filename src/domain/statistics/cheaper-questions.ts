import { estimateQuestion, magnitudeOf, type QuestionWork } from './estimate-question.js';
import type { GroupingPlan } from './stat-plan.js';

/** 更省的提问 · What would make a question cheaper, and what it would then cost; null where it is no question of figures any more. @article none — technical */
export interface CheaperQuestion {
  readonly change: string;
  readonly cost: number | null;
}

/**
 * 更省的提问 · Every change that would make a question cheaper, the cheapest first; the list itself as a table comes last, for whom
 * the register is open.
 *
 * @article none — technical
 */
export function cheaperQuestions(work: QuestionWork): readonly CheaperQuestion[] {
  const { groupings, rows, counties, past, judged } = work;
  const cost = estimateQuestion(work);
  const changes: { readonly change: string; readonly cost: number }[] = [];
  const offer = (change: string, cheaper: Partial<QuestionWork>): void => {
    const then = estimateQuestion({ ...work, ...cheaper });
    if (then < cost) changes.push({ change, cost: then });
  };
  if (counties > 1)
    offer(
      `name a region in \`${judged === 'SCORES' ? 'region' : 'where'}\`: one of the ${counties} counties, on average`,
      {
        rows: work.published ? magnitudeOf(rows / counties) : Math.ceil(rows / counties),
        counties: 1,
      },
    );
  // Of a publication all moves are looked at, whatever the days.
  if (judged === 'MOVES' && !work.published)
    offer('ask for a shorter period: half of the days, on average', { rows: Math.ceil(rows / 2) });
  if (past) offer('ask for today instead of a past day', { past: false });
  if (groupings.some(({ changes }) => changes.length > 0))
    offer('leave out changes since an earlier day', { groupings: groupings.map((one) => ({ ...one, changes: [] })) });
  if (groupings.some(({ totals }) => totals))
    offer('ask without totals', { groupings: groupings.map((one) => ({ ...one, totals: false })) });
  if (groupings.length > 1)
    offer(`ask each of the ${groupings.length} selections of \`rows\` by itself: the dearest of them`, {
      groupings: [dearest(work)],
    });
  // All that is told of moves is told of each.
  const asked = judged === 'MOVES' ? [] : groupings;
  const named = <T>(pick: (one: GroupingPlan) => readonly { readonly definition: T & { readonly name: string } }[]) => [
    ...new Map(asked.flatMap(pick).map(({ definition }) => [definition.name, definition])).values(),
  ];
  for (const { name, fold } of named(({ measures }) => measures))
    offer(`leave out the measure \`${name}\`, ${fold === 'MEDIAN' ? 'a median' : 'which is computed of every row'}`, {
      groupings: groupings.map((one) => ({
        ...one,
        measures: one.measures.filter(({ definition }) => definition.name !== name),
      })),
    });
  for (const { name, overlapping } of named(({ dimensions }) => dimensions))
    offer(`drop the dimension \`${name}\`${overlapping ? ', of which a unit has several values' : ''}`, {
      groupings: groupings.map((one) => ({
        ...one,
        dimensions: one.dimensions.filter(({ definition }) => definition.name !== name),
      })),
    });
  const sorted = [...changes].sort((one, other) => one.cost - other.cost);
  if (work.published || judged === 'SCORES') return sorted;
  return [...sorted, { change: 'take the list itself as a table, which is read page by page', cost: null }];
}

function dearest(work: QuestionWork): GroupingPlan {
  const costOf = (one: GroupingPlan): number => estimateQuestion({ ...work, groupings: [one] });
  return work.groupings.reduce((most, one) => (costOf(one) > costOf(most) ? one : most));
}
