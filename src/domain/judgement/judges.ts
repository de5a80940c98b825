import type { HouseholdFacts } from '../household/household-facts.js';
import type { CalendarDate } from '../kernel/calendar-date.js';
import type { ProvinceRules } from '../province/province-rules.js';
import type { GateAnswer, Judged, RangeAnswer } from './judgement-answer.js';
import type { GateCase } from './judgement-facts.js';

/** 判定者 · Whoever runs a province's functions: the rules decide by what came of them, and run nothing themselves. @article 5.1 */
export interface Judges {
  /** What the functions that judge the range say of each household, in the order of the households. */
  range(
    rules: ProvinceRules,
    households: readonly HouseholdFacts[],
    on: CalendarDate,
  ): Promise<Judged<RangeAnswer>[][]>;
  /** What the gates of the province's own say of a case. */
  gates(
    rules: ProvinceRules,
    household: HouseholdFacts,
    gateCase: GateCase,
    on: CalendarDate,
  ): Promise<Judged<GateAnswer>[]>;
}
