import type { CalendarDate } from '../kernel/calendar-date.js';
import type { QualityDossier } from './quality-dossier.js';
import { type FactKind, type FactValue, factOf, type QualityFact } from './quality-fact.js';

/** 比较方式 · How a fact is compared: at least and at most are inclusive; HAS and LACKS are for lists. @article 5.3 */
export const COMPARISONS = ['EQUALS', 'DIFFERS', 'AT_LEAST', 'AT_MOST', 'OVER', 'UNDER', 'HAS', 'LACKS'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** 自定条件 · One condition of a province's own rule; data, so that it goes through JSON unchanged. @article 5.3 */
export interface QualityCondition {
  readonly fact: QualityFact;
  readonly is: Comparison;
  readonly value: string | number | boolean;
}

/** 可用比较 · The comparisons that a kind of fact takes. @article 5.3 */
export const COMPARISONS_OF: Readonly<Record<FactKind, readonly Comparison[]>> = {
  NUMBER: ['EQUALS', 'DIFFERS', 'AT_LEAST', 'AT_MOST', 'OVER', 'UNDER'],
  WORD: ['EQUALS', 'DIFFERS'],
  FLAG: ['EQUALS'],
  LIST: ['HAS', 'LACKS'],
};

/**
 * 条件成立 · The facts by which every condition holds; null where one does not, or a fact is not known.
 *
 * @article 5.3
 */
export function holdsAll(
  dossier: QualityDossier,
  on: CalendarDate,
  conditions: readonly QualityCondition[],
): Readonly<Record<string, FactValue>> | null {
  if (conditions.length === 0) return null;
  const facts = conditions.map(({ fact }) => [fact, factOf(fact).of(dossier, on)] as const);
  const hold = conditions.every((condition, at) => holds(facts[at]![1], condition));
  return hold ? Object.fromEntries(facts) : null;
}

function holds(fact: FactValue, { is, value }: QualityCondition): boolean {
  if (fact === null) return false;
  const list = fact as readonly (string | number | boolean)[];
  switch (is) {
    case 'EQUALS':
      return fact === value;
    case 'DIFFERS':
      return fact !== value;
    case 'AT_LEAST':
      return fact >= value;
    case 'AT_MOST':
      return fact <= value;
    case 'OVER':
      return fact > value;
    case 'UNDER':
      return fact < value;
    case 'HAS':
      return list.includes(value);
    case 'LACKS':
      return !list.includes(value);
  }
}
