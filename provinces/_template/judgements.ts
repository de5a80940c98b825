import type { Judgement } from '#province-sdk';

/**
 * 判定函数 · Where data cannot say it: `rangeJudgement({ … })` brings a household into the range, `gateJudgement({ … })` is one more
 * gate of elimination. A function uses its arguments and nothing from outside; its numbers stand in `parameters`.
 *
 * @article 2.1
 */
export const JUDGEMENTS: readonly Judgement[] = [];
