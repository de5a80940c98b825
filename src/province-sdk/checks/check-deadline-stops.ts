import { latestDay } from '../../domain/procedure/latest-day.js';
import { countNotLoosened } from '../../domain/procedure/rules/r08-deadline-stops.js';
import { withDeadlineStops } from '../../domain/procedure/with-deadline-stops.js';
import type { Fault } from '../fault.js';
import { soundParts } from '../sound-parts.js';
import { type CheckContext, faultOf } from './check-context.js';
import { nationalBound } from './national-bound.js';

/**
 * R08 计时检查 · What a module says that deadlines stop for loosens no deadline that the baseline sets, in any procedure that is in
 * force while it holds, the module's own or the nation's.
 *
 * @article 3.2
 */
export function checkDeadlineStops({ module, baseline, whole }: CheckContext): readonly Fault[] {
  const parts = soundParts(module, 'deadlineStops');
  return parts.flatMap(({ index, part }) => {
    const next = parts
      .filter(({ part: { from } }) => from > part.from)
      .map(({ part: { from } }) => from)
      .sort()[0];
    const reasons = whole.procedures
      .filter(({ from, county }) => (next === undefined || from < next) && (county ?? part.county) === part.county)
      .flatMap(({ from, value }) => {
        const bound = nationalBound(baseline, value.kind, latestDay(part.from, [from]));
        return bound === null ? [] : countNotLoosened(withDeadlineStops(value, part.value), bound);
      });
    const first = reasons[0];
    if (first === undefined) return [];
    const place = { module, path: ['deadlineStops', index, 'value'], day: part.from };
    return [faultOf(first, place, 'what the baseline’s deadlines stop for, or less')];
  });
}
