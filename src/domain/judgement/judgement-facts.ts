import type { CaseFacts, EliminationMode } from '../case/monitoring-case.js';
import type { GuaranteeCheck } from '../guarantee/guarantee-check.js';
import type { FormerStatus, MemberFacts } from '../household/household.js';
import type { HouseholdFacts } from '../household/household-facts.js';
import type { IncomeRecord } from '../income/income-record.js';
import { perCapita, perCapitaAfterRigid } from '../income/net-income.js';
import { ageOn, type CalendarDate } from '../kernel/calendar-date.js';
import { type Fen, fen, ZERO_FEN } from '../kernel/money.js';
import type { ProvinceRules } from '../province/province-rules.js';
import { situationOn } from '../risk/situation.js';
import type { SupportMeasure } from '../support/support-measure.js';

/** 判定所见成员 · A member as a function sees it: no id, and the age on the day. @article 2.1 */
export interface JudgedMember extends Omit<MemberFacts, 'id'> {
  /** Whole years on the day; null where the birth date is not known. */
  readonly age: number | null;
}

/** 判定所见农户 · What a function of either kind sees of a household as of a day: no id, no name, no number. @article 2.1 */
export interface HouseholdJudged {
  readonly on: CalendarDate;
  readonly regionCode: string;
  readonly formerStatus: FormerStatus;
  readonly resettled: boolean;
  readonly members: readonly JudgedMember[];
  /** In force, newest window end first; windows that end after the day are left out. */
  readonly incomes: readonly IncomeRecord[];
  /** Up to the day, newest first. */
  readonly guaranteeChecks: readonly GuaranteeCheck[];
  /** The record that serves the day; null where none does. */
  readonly income: IncomeRecord | null;
  /** The record of the window before; null where there is none. */
  readonly incomeBefore: IncomeRecord | null;
  /** The check that tells of the day; null where none does. */
  readonly guarantees: GuaranteeCheck | null;
  /** Net income a head, fen; null where no record serves the day. */
  readonly perCapitaIncome: Fen | null;
  readonly perCapitaAfterRigid: Fen | null;
}

/** 范围判定事实 · What a function that judges the range is given. @article 2.1 */
export type RangeFacts = HouseholdJudged;

/** 判定所见措施 · A measure as a function sees it, as of the day. @article 3.3 */
export type JudgedMeasure = Omit<SupportMeasure, 'id' | 'deliveries' | 'plannedOn'>;

/** 消除判定事实 · What a function that is a gate of elimination is given. @article 3.3 */
export interface GateFacts extends HouseholdJudged {
  readonly mode: EliminationMode;
  readonly identifiedOn: CalendarDate | null;
  readonly supportContinued: boolean;
  readonly risks: readonly Omit<CaseFacts['risks'][number], 'id'>[];
  readonly measures: readonly JudgedMeasure[];
}

/** 判定所见规则 · The dated rules that a function is given, as data. @article 2.2 */
export type JudgementRules = Pick<
  ProvinceRules,
  'on' | 'provinceCode' | 'countyCode' | 'line' | 'bands' | 'thresholds' | 'specialGroupPriority' | 'riskTypes'
> & { readonly eliminationMonths: number | null };

/** 取判定规则 · What of the rules of a day a function is given. @article 2.2 */
export function judgementRules(rules: ProvinceRules): JudgementRules {
  const { on, provinceCode, countyCode, line, bands, thresholds, specialGroupPriority, riskTypes } = rules;
  const eliminationMonths = rules.elimination.months?.value ?? null;
  return { on, provinceCode, countyCode, line, bands, thresholds, specialGroupPriority, riskTypes, eliminationMonths };
}

/** 取范围判定事实 · Facts of a household as of a day, for a function that judges the range. @article 2.1 */
export function rangeFacts(facts: HouseholdFacts, rules: ProvinceRules, on: CalendarDate): RangeFacts {
  const { income, incomeBefore, guarantees } = situationOn(facts, rules, on);
  return {
    on,
    regionCode: facts.regionCode,
    formerStatus: facts.formerStatus,
    resettled: facts.resettled,
    members: facts.members.map(({ id: _, ...member }) => ({
      ...member,
      age: member.birthDate === null ? null : ageOn(member.birthDate, on),
    })),
    incomes: facts.incomes.filter(({ to }) => to <= on),
    guaranteeChecks: facts.guarantees.filter(({ checkedOn }) => checkedOn <= on),
    income,
    incomeBefore,
    guarantees,
    perCapitaIncome: income === null ? null : perCapita(income),
    perCapitaAfterRigid: income === null ? null : perCapitaAfterRigid(income),
  };
}

/** 消除判定情形 · A case as a gate of the province's own looks at it. @article 3.3 */
export interface GateCase {
  readonly mode: EliminationMode;
  readonly facts: Pick<CaseFacts, 'identifiedOn' | 'risks' | 'measures' | 'supportContinued'>;
}

/** 取消除判定事实 · Facts of a household and its case as of a day, for a gate of the province's own. @article 3.3 */
export function gateFacts(
  household: HouseholdFacts,
  { mode, facts }: GateCase,
  rules: ProvinceRules,
  on: CalendarDate,
): GateFacts {
  return {
    ...rangeFacts(household, rules, on),
    mode,
    identifiedOn: facts.identifiedOn,
    supportContinued: facts.supportContinued,
    risks: facts.risks
      .filter(({ identifiedOn }) => identifiedOn <= on)
      .map(({ id: _, ...risk }) =>
        risk.resolvedOn !== null && risk.resolvedOn > on ? { ...risk, resolvedOn: null } : risk,
      ),
    measures: facts.measures.filter(({ plannedOn = on }) => plannedOn <= on).map((measure) => measureOn(measure, on)),
  };
}

/** A measure as of a day: what was delivered later is not seen, and before the first delivery it is approved at most. */
function measureOn({ id: _, deliveries, plannedOn: __, ...measure }: SupportMeasure, on: CalendarDate): JudgedMeasure {
  const amounts = deliveries?.filter((one) => one.on <= on).map(({ amount }): number => amount ?? 0);
  const delivered = amounts === undefined ? measure.delivered : fen(amounts.reduce((sum, amount) => sum + amount, 0));
  if (measure.firstDeliveredOn === null || measure.firstDeliveredOn <= on) return { ...measure, delivered };
  const begun = measure.status === 'IN_PROGRESS' || measure.status === 'COMPLETED';
  return { ...measure, delivered: ZERO_FEN, firstDeliveredOn: null, status: begun ? 'APPROVED' : measure.status };
}
