import type { CaseFacts, EliminationMode } from '../case/monitoring-case.js';
import type { GuaranteeCheck } from '../guarantee/guarantee-check.js';
import type { MemberFacts } from '../household/household.js';
import type { IncomeConcept } from '../income/income-concept.js';
import type { IncomeRecord } from '../income/income-record.js';
import type { Judgement } from '../judgement/judgement.js';
import type { GateAnswer, Judged } from '../judgement/judgement-answer.js';
import { addMonths, type CalendarDate } from '../kernel/calendar-date.js';
import type { Fen } from '../kernel/money.js';
import { latestDay } from '../procedure/latest-day.js';
import type { RiskType } from '../risk/risk-type.js';

/** 消除规则 · What the province says of elimination on the day asked about. @article 3.3 */
export interface EliminationGateRules {
  /** The line in force on the day: that of the elimination year; null where none is. */
  readonly line: {
    /** Fen a head and year. */
    readonly perCapitaIncome: Fen;
    readonly windowMonths: number;
    readonly concept: IncomeConcept;
  } | null;
  /** `months` from identification at the soonest, in which every window counts; null where no rule sets them. */
  readonly elimination: {
    readonly months: { readonly value: number } | null;
    /** Concept in which income is told at elimination; that of the line where no rule sets another. */
    readonly concept?: { readonly value: IncomeConcept } | null;
  };
  readonly riskTypes: readonly RiskType[];
  /** Absent in rules made by hand, as the next. */
  readonly provinceCode?: string;
  readonly judgements?: readonly Judgement[];
}

/** 消除评估 · A case, its household and the rules, as of a day. @article 3.3 */
export interface EliminationQuestion {
  readonly on: CalendarDate;
  readonly mode: EliminationMode;
  /** Why the risk passed of itself; asked for in NATURAL. */
  readonly reason: string | null;
  readonly facts: Pick<CaseFacts, 'identifiedOn' | 'risks' | 'measures' | 'supportContinued'>;
  /** The day by which continued support is looked at again (R13). */
  readonly reviewOn: CalendarDate | null;
  readonly members: readonly Pick<MemberFacts, 'labour'>[];
  /** In force, in any order. */
  readonly incomes: readonly IncomeRecord[];
  /** In any order. */
  readonly guarantees: readonly GuaranteeCheck[];
  readonly rules: EliminationGateRules;
  /** What the gates of the province's own say; one that is left out is told as not run. */
  readonly judged?: readonly Judged<GateAnswer>[];
}

/**
 * 考察期 · First day of the time that income and guarantees are looked at: the province's months back from the day, and
 * not before identification; null where the household is not identified.
 *
 * In NATURAL, where the months do not apply, the time since identification is what is left of them.
 *
 * @article 3.3
 */
export function lookedAtFrom({ on, facts, rules }: EliminationQuestion): CalendarDate | null {
  if (facts.identifiedOn === null) return null;
  const months = rules.elimination.months?.value ?? null;
  return latestDay(facts.identifiedOn, months === null ? [] : [addMonths(on, -months)]);
}
