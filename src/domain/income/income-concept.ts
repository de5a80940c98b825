import type { LocalizedText } from '../province/localized-text.js';

/** 收入口径 · What a line measures: 家庭人均纯收入 or 人均可支配收入. @article 2.2 */
export const INCOME_CONCEPTS = ['NET_INCOME', 'DISPOSABLE_INCOME'] as const;
export type IncomeConcept = (typeof INCOME_CONCEPTS)[number];

/** 收入构成 · Components of an income record that net income is made of, as the national form counts it. @article G */
export const NET_INCOME_COMPONENTS = {
  added: ['wages', 'business', 'property', 'transfers'],
  takenOff: ['businessExpenses'],
} as const;

/** 口径测算 · How the register measures income in a concept. @article 2.2 */
export interface ConceptMeasure {
  readonly concept: IncomeConcept;
  /** 人均纯收入, as it is called in reasons. */
  readonly name: LocalizedText;
  /** What it is made of, or what stands for it and why. */
  readonly madeOf: LocalizedText;
  /** What the concept asks for and the register does not hold; empty where it is told whole. */
  readonly missing: readonly string[];
}

const MEASURES: Readonly<Record<IncomeConcept, ConceptMeasure>> = {
  NET_INCOME: {
    concept: 'NET_INCOME',
    name: { zh: '人均纯收入', en: 'net income a head' },
    madeOf: {
      zh: '纯收入:工资性、生产经营性、财产性、转移性收入减生产经营性支出',
      en: 'net income: wages, business, property and transfers less the costs of production',
    },
    missing: [],
  },
  DISPOSABLE_INCOME: {
    concept: 'DISPOSABLE_INCOME',
    name: { zh: '人均可支配收入(以人均纯收入对比)', en: 'disposable income a head, for which net income stands,' },
    madeOf: {
      zh: '口径为可支配收入;国家采集表没有区分可支配收入与纯收入的构成项,以纯收入(工资性、生产经营性、财产性、转移性收入减生产经营性支出)对比',
      en: 'the concept is disposable income; the national form records no component that tells it from net income, so net income stands for it: wages, business, property and transfers less the costs of production',
    },
    missing: ['components that tell disposable income from net income'],
  },
};

/**
 * 口径测算 · How income in a concept is told from the components that the register holds.
 *
 * No text that was read says by which components disposable income differs from net income, and the national form has none
 * of them. So net income is held against a line in disposable income, and whoever reads the answer is told so: `missing`.
 *
 * @article 2.2
 * @example measureOf('DISPOSABLE_INCOME').missing // ['components that tell disposable income from net income']
 */
export function measureOf(concept: IncomeConcept): ConceptMeasure {
  return MEASURES[concept];
}
