import type { ChosenSource } from '../../domain/statistics/rollup/choose-source.js';
import { tellSource } from '../../domain/statistics/rollup/tell-source.js';
import type { StatPlan } from '../../domain/statistics/stat-plan.js';
import type { CheckedQuestion } from './stat-desk.js';
import type { SourceChoice } from './stat-ledger.js';

/** Why an analyst is answered from the publication. */
const TO_ANALYSTS = 'an analyst is shown published figures, and nothing of the register';

/**
 * 单一来源 · What is read by a question that is read as a whole: the publication, or the register.
 *
 * @param because  why the register is, for those who are no analysts
 * @article none — technical
 */
export function tellWholeSource(
  published: boolean,
  because: string,
): Pick<CheckedQuestion<unknown>, 'source' | 'chosen'> {
  const source = published ? 'PUBLICATION' : 'REGISTER';
  return { source, chosen: [{ rows: null, source, rollup: null, because: published ? TO_ANALYSTS : because }] };
}

/**
 * 所读来源 · What is read, of which groupings, and why there: what is answered from tallies costs next to nothing beside what is
 * counted.
 *
 * @article none — technical
 */
export function tellSources(
  { groupings }: StatPlan,
  published: boolean,
  chosen: readonly ChosenSource[],
): Pick<CheckedQuestion<unknown>, 'source' | 'chosen' | 'groupings'> {
  if (published) {
    const told = groupings.map(({ key }) => ({
      rows: key,
      source: 'PUBLICATION' as const,
      rollup: null,
      because: TO_ANALYSTS,
    }));
    return { source: 'PUBLICATION', chosen: told, groupings };
  }
  const scanned = groupings.filter((_, at) => chosen[at]!.rollup === null);
  const told = groupings.map(({ key }, at): SourceChoice => {
    const own = chosen[at]!;
    const source = own.rollup === null ? ('REGISTER' as const) : ('TALLIES' as const);
    return { rows: key, source, rollup: own.rollup?.name ?? null, because: tellSource(own) };
  });
  return scanned.length === 0
    ? { source: 'TALLIES', chosen: told, groupings }
    : { source: 'REGISTER', chosen: told, groupings: scanned };
}
