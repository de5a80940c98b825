import type { QualityRuleHead, Thresholds } from './quality-rule.js';

/** 迹象 · A sign of falsified records over many rows of a county; what counts as one is told by the rule. @article 5.3 */
export interface QualitySign extends QualityRuleHead {
  /** What the finding shows is of a village, or of a case. */
  readonly about: 'REGION' | 'CASE' | 'HOUSEHOLD';
  /** Whether numbers that were counted make a sign. */
  readonly tells: (counted: Thresholds, thresholds: Thresholds) => boolean;
}

/** R20 造假迹象 · The signs of 5.3 that are seen over many rows; every number is a national default that provinces may make stricter. @article 5.3 */
export const QUALITY_SIGNS: readonly QualitySign[] = [
  {
    id: 'entered-before-it-happened',
    name: { zh: '录入早于发生', en: 'Entered before the day on which it is said to have happened.' },
    source: 'R20, 5.3',
    severity: 'CRITICAL',
    thresholds: {},
    about: 'HOUSEHOLD',
    tells: ({ days = 0 }) => days > 0,
  },
  {
    id: 'identical-figures',
    name: {
      zh: '多户收入数据雷同',
      en: 'Several households of a village have the same income to the fen in every kind.',
    },
    source: 'R20, 5.3',
    severity: 'WARNING',
    thresholds: { households: { national: 5, stricter: 'LESS', last: 2 } },
    about: 'REGION',
    tells: ({ households = 0 }, { households: least = 0 }) => households >= least,
  },
  {
    id: 'notice-too-short',
    name: { zh: '公示天数不足', en: 'A notice was up for fewer days than the rule.' },
    source: 'R10, R20, 5.3',
    severity: 'CRITICAL',
    thresholds: {},
    about: 'CASE',
    tells: ({ days = 0, least = 0 }) => days < least,
  },
  {
    id: 'decisions-minutes-apart',
    name: {
      zh: '同一人数分钟内连续审定',
      en: 'One person decided several cases within minutes, and no meeting is cited.',
    },
    source: 'R20, 5.3',
    severity: 'WARNING',
    thresholds: {
      decisions: { national: 5, stricter: 'LESS', last: 2 },
      minutes: { national: 10, stricter: 'MORE', last: 24 * 60 },
    },
    about: 'REGION',
    tells: ({ decisions = 0 }, { decisions: least = 0 }) => decisions >= least,
  },
  {
    id: 'last-digit-heaping',
    name: { zh: '收入数据尾数集中', en: 'Nearly all incomes of a village end in the same digit of the yuan.' },
    source: 'R20, 5.3',
    severity: 'INFO',
    thresholds: {
      figures: { national: 50, stricter: 'LESS', last: 10 },
      percent: { national: 90, stricter: 'LESS', last: 20 },
    },
    about: 'REGION',
    tells: ({ figures = 0, same = 0 }, { figures: least = 0, percent = 0 }) =>
      figures >= least && same * 100 >= figures * percent,
  },
];
