import type { CalendarDate } from '../kernel/calendar-date.js';
import { PAST_SUBJECTS } from './definition.js';
import { type AskedGrouping, MOST_DERIVED } from './plan-shares.js';
import type { Against, PlannedChange, PlannedMeasure } from './stat-plan.js';
import type { AskedField, QuestionFault, StatComparison } from './stat-question.js';

/** Earlier days that one grouping is compared with: each is a count of its own. */
export const MOST_SINCE = 3;

/**
 * 计划变动 · Every `change` of a grouping, or why it cannot be told: against a period there has to be one dimension of time, and a day has
 * to lie before the one that is asked about.
 *
 * @param measure  the measure of a name, planned with the grouping
 * @article 5.2
 */
export function planChanges(
  asked: AskedGrouping,
  measure: (name: string) => PlannedMeasure,
): { readonly planned: readonly PlannedChange[]; readonly faults: readonly QuestionFault[] } {
  const { key, fields } = asked;
  const changes = fields.filter(({ name }) => name === 'change');
  const faults: QuestionFault[] = [];
  const refuse = (own: AskedField, message: string): void => void faults.push({ path: [key, own.key], message });
  if (changes.length > MOST_DERIVED)
    refuse(
      changes[0]!,
      `${changes.length} changes are selected on \`${key}\`, and at most ${MOST_DERIVED} make one grouping`,
    );
  const days = new Set(changes.flatMap(({ args }) => (args['since'] as CalendarDate | null | undefined) ?? []));
  if (days.size > MOST_SINCE)
    refuse(
      changes[0]!,
      `\`${key}\` is compared with ${days.size} earlier days, and at most ${MOST_SINCE} make one grouping`,
    );
  const planned = changes.flatMap((own, at): PlannedChange[] => {
    const against = againstOf(asked, own);
    if ('reason' in against) refuse(own, against.reason);
    else return [{ of: measure(String(own.args['of'])), against, slot: `c${at}`, keys: [own.key] }];
    return [];
  });
  return { planned, faults };
}

function againstOf(
  { catalogue, key, dimensions, day }: AskedGrouping,
  { args }: AskedField,
): Against | { readonly reason: string } {
  const comparison = (args['against'] as StatComparison | null | undefined) ?? null;
  const since = (args['since'] as CalendarDate | null | undefined) ?? null;
  if ((comparison === null) === (since === null))
    return {
      reason: 'a change is told either `against` an earlier period or `since` an earlier day: give one of them',
    };
  if (since !== null) {
    if (!PAST_SUBJECTS.includes(catalogue.subject))
      return { reason: `${catalogue.subject} are not told as of a past day: compare periods, by \`against\`` };
    return since < day
      ? { kind: 'DAY', since }
      : { reason: `\`since\` lies before the day that is asked about, ${day}; found ${since}` };
  }
  const times = dimensions.filter(({ bucket }) => bucket !== null);
  const [along] = times;
  if (along === undefined)
    return {
      reason: `no dimension of time is selected on \`${key}\`: select one, or compare with a day, by \`since\``,
    };
  if (times.length > 1)
    return {
      reason: `${times.flatMap((one) => one.keys).join(' and ')} are both times, so that no period is the one before: select one of them`,
    };
  return { kind: 'PERIOD', comparison: comparison!, along: along.slot, bucket: along.bucket! };
}
