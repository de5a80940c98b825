import type { CalendarDate } from '../kernel/calendar-date.js';
import { type MeasureDefinition, notSummedOver, type StatCatalogue } from './definition.js';
import type { PlannedDimension, PlannedMeasure, PlannedShare } from './stat-plan.js';
import type { AskedField, QuestionFault } from './stat-question.js';

/** Shares, and changes, of one grouping. */
export const MOST_DERIVED = 12;

/** 分组的提问 · What is selected on one grouping. @article none — technical */
export interface AskedGrouping {
  readonly catalogue: StatCatalogue;
  readonly key: string;
  readonly fields: readonly AskedField[];
  readonly dimensions: readonly PlannedDimension[];
  readonly day: CalendarDate;
}

/**
 * 计划占比 · Every `share` of a grouping, or why it would be no share: what does not add up over the dimensions that it is taken over has
 * no whole.
 *
 * @param measure  the measure of a name, planned with the grouping
 * @article 5.2
 */
export function planShares(
  { catalogue, key, fields, dimensions }: AskedGrouping,
  measure: (name: string) => PlannedMeasure,
): { readonly planned: readonly PlannedShare[]; readonly faults: readonly QuestionFault[] } {
  const asked = fields.filter(({ name }) => name === 'share');
  const faults: QuestionFault[] = [];
  const refuse = (own: AskedField, message: string): void => void faults.push({ path: [key, own.key], message });
  if (asked.length > MOST_DERIVED)
    refuse(
      asked[0]!,
      `${asked.length} shares are selected on \`${key}\`, and at most ${MOST_DERIVED} make one grouping`,
    );
  const planned = asked.flatMap((own, at): PlannedShare[] => {
    const of = measure(String(own.args['of']));
    const keys = (own.args['over'] as readonly string[] | null | undefined) ?? dimensions.map((one) => one.keys[0]!);
    const over = keys.flatMap((wanted) => dimensions.find((one) => one.keys.includes(wanted)) ?? []);
    const unknown = keys.filter((wanted) => !dimensions.some((one) => one.keys.includes(wanted)));
    const before = faults.length;
    for (const wanted of unknown)
      refuse(
        own,
        `${JSON.stringify(wanted.slice(0, 40))} is the response key of no dimension selected on \`${key}\`; selected are ${dimensions.flatMap((one) => one.keys).join(', ') || 'none'}`,
      );
    if (keys.length === 0)
      refuse(
        own,
        `a share of \`${of.definition.name}\` is taken over one dimension at least: without any it is always 1`,
      );
    const never = notSummedOver(catalogue, of.definition);
    for (const { definition, keys: names } of over)
      if (never.includes(definition.name))
        refuse(
          own,
          `a share of \`${of.definition.name}\` over \`${names[0]}\` would be wrong: ${whyNot(of.definition, definition.name)}`,
        );
    return faults.length > before ? [] : [{ of, over: over.map(({ slot }) => slot), slot: `s${at}`, keys: [own.key] }];
  });
  return { planned, faults };
}

/** Why the rows of a measure do not add up over a dimension. */
function whyNot({ fold }: MeasureDefinition, dimension: string): string {
  if (fold === 'MEAN') return 'it is a mean, and means do not add up to one of all';
  if (fold === 'MEDIAN') return 'it is a median, and medians do not add up to one of all';
  if (fold === 'DISTINCT')
    return 'what stands in several rows counts once in each, so that they add up to more than there are';
  return `a unit counts once for each \`${dimension}\` that it has, so that the rows add up to more than there are`;
}
