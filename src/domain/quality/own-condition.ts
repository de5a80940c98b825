import type { QualityDossier } from './quality-dossier.js';

/** 可用事实 · Facts that a province's own quality rule may ask about. @article 5.3 */
export const QUALITY_FACTS = [
  'formerStatus',
  'members',
  'caseStatus',
  'eliminationMode',
  'trackingOnly',
  'risks',
  'measureFamilies',
  'measures',
  'perCapitaYuan',
  'perCapitaAtIdentificationYuan',
] as const;
export type QualityFact = (typeof QUALITY_FACTS)[number];

/** 比较方式 · How a fact is compared; HAS and LACKS are for lists. @article 5.3 */
export const COMPARISONS = ['EQ', 'NE', 'LT', 'GT', 'HAS', 'LACKS'] as const;

/** 自定条件 · One condition of a province's own rule; data, so that it goes through JSON unchanged. @article 5.3 */
export interface OwnCondition {
  readonly fact: QualityFact;
  readonly is: (typeof COMPARISONS)[number];
  readonly value: string | number | boolean;
}

type Fact = string | number | boolean | readonly string[] | null;

/** 条件成立 · Whether every condition holds; a fact that is not known makes none hold. @article 5.3 */
export function holdsAll(dossier: QualityDossier, conditions: readonly OwnCondition[]): boolean {
  return conditions.length > 0 && conditions.every((condition) => holds(factOf(dossier, condition.fact), condition));
}

function holds(fact: Fact, { is, value }: OwnCondition): boolean {
  if (fact === null) return false;
  if (Array.isArray(fact)) return is === 'HAS' ? fact.includes(value) : is === 'LACKS' && !fact.includes(value);
  if (is === 'EQ') return fact === value;
  if (is === 'NE') return fact !== value;
  return is === 'LT' ? Number(fact) < Number(value) : is === 'GT' && Number(fact) > Number(value);
}

function factOf({ formerStatus, members, case: own, now, atIdentification }: QualityDossier, fact: QualityFact): Fact {
  const yuan = (amount: number | null): number | null => (amount === null ? null : amount / 100);
  switch (fact) {
    case 'formerStatus':
      return formerStatus;
    case 'members':
      return members.length;
    case 'caseStatus':
      return own?.status ?? 'NONE';
    case 'eliminationMode':
      return own?.eliminationMode ?? null;
    case 'trackingOnly':
      return own?.trackingOnly ?? null;
    case 'risks':
      return own?.risks ?? null;
    case 'measureFamilies':
      return own?.measures.map(({ family }) => family) ?? null;
    case 'measures':
      return own?.measures.length ?? null;
    case 'perCapitaYuan':
      return yuan(now.perCapita);
    case 'perCapitaAtIdentificationYuan':
      return yuan(atIdentification.perCapita);
  }
}
