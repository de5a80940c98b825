import { catalogueOf } from '../../domain/statistics/catalogues.js';
import { isCounted, type StatSubject } from '../../domain/statistics/definition.js';
import { planQuestion } from '../../domain/statistics/plan-question.js';
import { bitsOf, type GroupingPlan, type StatPlan, TOGETHER } from '../../domain/statistics/stat-plan.js';
import type { StatQuestion } from '../../domain/statistics/stat-question.js';
import { ApiError } from '../../platform/errors/api-error.js';
import type { GroupingRows } from '../stat-source/index.js';

/**
 * 计划 · The plan of a question.
 *
 * @throws ApiError BAD_USER_INPUT for one that would be wrong, with every reason
 * @article 5.2
 */
export function planOf(subject: StatSubject, question: StatQuestion): StatPlan {
  const planned = planQuestion(catalogueOf(subject), question);
  if ('plan' in planned) return planned.plan;
  const [first] = planned.faults;
  throw new ApiError('BAD_USER_INPUT', planned.faults.map(({ message }) => message).join('; '), {
    path: first?.path ?? [],
  });
}

/** 计算内容 · What a plan computes, whatever its fields are called in the answer. @article none — technical */
export function questionKey({ groupings, limit }: StatPlan): string {
  const named = (name: string, value: unknown): unknown => {
    if (name === 'key' || name === 'keys') return undefined;
    return name === 'definition' ? (value as { readonly name: string }).name : value;
  };
  return JSON.stringify([groupings, limit], named);
}

/** 是否回看 · Whether figures of an earlier day are asked for beside. @article 5.2 */
export function looksBack({ groupings }: StatPlan): boolean {
  return groupings.some(({ changes }) => changes.some(({ against }) => against.kind === 'DAY'));
}

/** 补全合计 · What was found, with the rows that are there also where nothing was counted. @article 5.2 */
export function withTotals({ groupings }: StatPlan, found: readonly GroupingRows[]): GroupingRows[] {
  return groupings.map((grouping, at) => withTotal(found[at]!, grouping));
}

/** Without dimensions there is one row always, and the total of a grouping with them, also where no county was asked. */
function withTotal(found: GroupingRows, plan: GroupingPlan): GroupingRows {
  const { dimensions, measures, having, totals } = plan;
  const row = dimensions.length === 0 && having.length === 0;
  if (found.rows.length > 0 || !(row || totals)) return found;
  const nothing = measures.map(({ slot, definition }) => [slot, isCounted(definition) ? 0 : null]);
  return { ...found, rows: [{ ...Object.fromEntries(nothing), [TOGETHER]: bitsOf(plan, 0) }] };
}
