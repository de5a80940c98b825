import { ruleDay } from '../../domain/province/rule-day.js';
import { ruleInForce } from '../../domain/province/rule-entry.js';
import { type BoundParameter, checkTightened, TIGHTER_IS } from '../../domain/province/rules/r08-tighten-only.js';
import type { Fault } from '../fault.js';
import { soundParts } from '../sound-parts.js';
import { type CheckContext, faultOf } from './check-context.js';
import { freedomOf } from './check-marks.js';

const BOUND = Object.keys(TIGHTER_IS) as BoundParameter[];

/** R08 期限检查 · Limits that the baseline binds are tightened or kept; one that it marks `open` is a default. @article 3.2 */
export function checkLimits({ module, baseline }: CheckContext): readonly Fault[] {
  return BOUND.filter((field) => freedomOf(baseline, field) !== 'open').flatMap((field) =>
    soundParts(module, field).flatMap(({ index, part }) => {
      const national = ruleInForce<number | (typeof part)['value']>(
        baseline[field],
        ruleDay(baseline, part.from),
        null,
      );
      const reason = national === null ? null : checkTightened(field, part.value, national.value);
      const place = { module, path: [field, index, 'value'], day: part.from };
      return reason === null ? [] : [faultOf(reason, place, 'the baseline’s limit, or a tighter one')];
    }),
  );
}
