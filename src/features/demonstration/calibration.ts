import type { CaseCategory } from '../../domain/case/monitoring-case.js';
import { type Fen, yuan } from '../../domain/kernel/money.js';

/**
 * 校准依据 · Published figures that the synthetic register is shaped after, as they were printed.
 *
 * - 云南保山市, December 2021: 监测对象 5,018 户 18,684 人 脱贫不稳定户, 4,876 户 17,551 人 边缘易致贫户, 6,475 户 18,616 人
 *   突发严重困难户, 16,369 户 54,851 人 in all; 风险消除累计 2,655, 2,997 and 1,630 户, 7,282 户 27,256 人 in all (49.69 % of the
 *   persons). Shares of households 30.7 %, 29.8 %, 39.6 %; persons a household 3.72, 3.60, 2.88, 3.35 in all.
 * - 全国, 2021 (statistics bureau): disposable income of rural residents, mean 18,931 yuan, median 16,902 yuan.
 * - 全国, 2022 (国新办 2023-02-14): net income a head of those out of poverty, 14,342 yuan.
 *
 * How many households have a case at all is no published figure: the register exists to be looked at, and a true share
 * (under 3 % of the rural population) would show an empty one.
 *
 * @article none — calibration
 */
export interface CategoryFigures {
  readonly households: number;
  readonly persons: number;
  /** Households whose risk was eliminated. */
  readonly eliminated: number;
}

/** 各类监测对象 · Baoshan, December 2021. */
export const CATEGORY_FIGURES: Readonly<Record<CaseCategory, CategoryFigures>> = {
  UNSTABLE_OUT_OF_POVERTY: { households: 5_018, persons: 18_684, eliminated: 2_655 },
  MARGINAL_AT_RISK: { households: 4_876, persons: 17_551, eliminated: 2_997 },
  SUDDEN_SEVERE_DIFFICULTY: { households: 6_475, persons: 18_616, eliminated: 1_630 },
};

/** 户均人口 · Of a category, or of all monitored households for one that is none. */
export function personsPerHousehold(category: CaseCategory | null): number {
  const { households, persons } = category === null ? allFigures() : CATEGORY_FIGURES[category];
  return persons / households;
}

/** 全部监测对象 · The three categories together. */
export function allFigures(): CategoryFigures {
  return Object.values(CATEGORY_FIGURES).reduce((sum, one) => ({
    households: sum.households + one.households,
    persons: sum.persons + one.persons,
    eliminated: sum.eliminated + one.eliminated,
  }));
}

/** 农村居民人均收入 · A log-normal distribution by its median and mean, yuan a head and year. */
export interface IncomeFigures {
  readonly median: number;
  /** Standard deviation of the logarithm. */
  readonly spread: number;
}

const RURAL = { median: 16_902, mean: 18_931 };
const OUT_OF_POVERTY_MEAN = 14_342;
/** A log-normal mean is its median × e^(spread²/2). */
const SPREAD = Math.sqrt(2 * Math.log(RURAL.mean / RURAL.median));

/** 一般农户收入 · Of households that were never registered as poor. */
export const GENERAL_INCOME: IncomeFigures = { median: RURAL.median, spread: SPREAD };
/** 脱贫户收入 · Of households out of poverty: their mean, spread as all rural incomes are. */
export const FORMERLY_POOR_INCOME: IncomeFigures = {
  median: OUT_OF_POVERTY_MEAN * (RURAL.median / RURAL.mean),
  spread: SPREAD,
};

/** 建档农户占比 · Share of generated households that have a case; chosen, see above. */
export const CASE_SHARE = 0.35;
/** 脱贫户占比 · Share of the other households that were registered as poor; chosen. */
export const FORMERLY_POOR_SHARE = 0.4;
/** 无监测线时的参考 · The national floor of 2021, where no line is in force on a day. */
export const LINE_WHERE_NONE: Fen = yuan('6000.00');
