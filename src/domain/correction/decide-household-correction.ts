import type { CaseCategory } from '../case/monitoring-case.js';
import { categoryFits, FORMER_STATUS_OF_CATEGORY } from '../case/rules/r02-category-fits-former-status.js';
import type { HouseholdFacts } from '../household/household-facts.js';
import type { RecordSource } from '../household/record-source.js';
import type { CalendarDate } from '../kernel/calendar-date.js';
import { type Refusal, refuse } from '../kernel/verdict.js';
import type { ProvinceRules } from '../province/province-rules.js';
import { correctedCheck } from './corrected-check.js';
import { correctedIncome } from './corrected-income.js';
import { type Consequence, type Corrected, type HouseholdCorrection, inSet } from './correction.js';

/** 农户更正 · A household, what of it is put right, and the category of its open case. @article 2.1 */
export interface HouseholdCorrectionQuestion {
  readonly facts: HouseholdFacts;
  readonly set: HouseholdCorrection;
  /** Of the case that is open; null where none is, or none was proposed yet. */
  readonly category: CaseCategory | null;
  readonly rules: ProvinceRules;
  readonly today: CalendarDate;
  /** Checks of the day that a check is moved to which were entered after it; none where it is not moved. */
  readonly checksEnteredLater?: number;
  /** Where what is corrected comes from, as it is recorded; asked only where that is put right. */
  readonly sources?: RecordedSources;
}

/** 已记来源 · Where the household, the window named and the check named come from; null where that was not said. @article 5.4 */
export interface RecordedSources {
  readonly household: RecordSource | null;
  readonly income: RecordSource | null;
  readonly guarantees: RecordSource | null;
}

/**
 * 更正农户 · Puts right the former status, where the record comes from (R30), one window of income or one check of the guarantees.
 *
 * A correction is no new fact: it names a record that is there. What follows is said and nothing follows by itself: whether a
 * case keeps its category is the county's to decide. What would be decided otherwise is told by `decisionsThatDiffer`.
 *
 * @article 2.1
 */
export function decideHouseholdCorrection(question: HouseholdCorrectionQuestion): Corrected<HouseholdFacts> {
  const { set, rules, today, checksEnteredLater = 0, sources = UNSAID } = question;
  const facts = withSources(question.facts, set, sources);
  const income = set.income === undefined ? null : correctedIncome(facts.incomes, set.income, rules, today);
  const check =
    set.guarantees === undefined ? null : correctedCheck(facts.guarantees, set.guarantees, today, checksEnteredLater);
  const refusals = [
    ...formerStatusRefusals(facts, set),
    ...sourceRefusals(sources, set),
    ...(income !== null && 'refusals' in income ? income.refusals : []),
    ...(check !== null && 'refusals' in check ? check.refusals : []),
  ];
  if (Object.values(set).every((value) => value === undefined))
    refusals.push(
      refuse('BAD_VALUE', 'say what is put right: formerStatus, source, income or guarantees', inSet(), '2.1'),
    );
  if (refusals.length > 0) return { refusals };
  const [newIncome, newCheck] = [changed(income), changed(check)];
  const after: HouseholdFacts = {
    ...facts,
    formerStatus: set.formerStatus ?? facts.formerStatus,
    incomes: newIncome === null ? facts.incomes : newIncome.records,
    guarantees: newCheck === null ? facts.guarantees : newCheck.records,
  };
  const { formerStatus } = facts;
  const was = { formerStatus, source: sources.household, income: newIncome?.before, guarantees: newCheck?.before };
  const is = {
    formerStatus: after.formerStatus,
    source: set.source,
    income: newIncome?.after,
    guarantees: newCheck?.after,
  };
  const fields = (['formerStatus', 'source', 'income', 'guarantees'] as const).filter(
    (field) => set[field] !== undefined,
  );
  const of = (values: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(fields.map((field) => [field, values[field]]));
  return { after, before: of(was), values: of(is), consequences: categoryThatFits(question.category, after) };
}

function formerStatusRefusals({ formerStatus }: HouseholdFacts, set: HouseholdCorrection): Refusal[] {
  if (set.formerStatus === undefined || set.formerStatus !== formerStatus) return [];
  return [refuse('BAD_VALUE', `the former status is ${formerStatus} already`, inSet('formerStatus'), '2.1')];
}

const UNSAID: RecordedSources = { household: null, income: null, guarantees: null };

/** The rules do not read where a record comes from, so that the facts do not say it: the records that are put right do here. */
function withSources(facts: HouseholdFacts, set: HouseholdCorrection, sources: RecordedSources): HouseholdFacts {
  const { income, guarantees } = set;
  const incomes = facts.incomes.map((one) =>
    income?.source !== undefined && one.from === income.from && one.to === income.to
      ? { ...one, source: sources.income }
      : one,
  );
  // Of several checks of a day the first one counts, and is what is corrected.
  const named = facts.guarantees.find(({ checkedOn }) => checkedOn === guarantees?.checkedOn);
  const checks = facts.guarantees.map((one) =>
    guarantees?.source !== undefined && one === named ? { ...one, source: sources.guarantees } : one,
  );
  return { ...facts, incomes, guarantees: checks };
}

function sourceRefusals({ household }: RecordedSources, { source }: HouseholdCorrection): Refusal[] {
  if (source === undefined || source !== household) return [];
  const message = household === null ? 'no source is recorded as it is' : `the source is ${household} already`;
  return [refuse('BAD_VALUE', message, inSet('source'), '5.4')];
}

function changed<T extends object>(answer: T | { readonly refusals: readonly Refusal[] } | null): T | null {
  return answer === null || 'refusals' in answer ? null : answer;
}

function categoryThatFits(category: CaseCategory | null, after: HouseholdFacts): Consequence[] {
  if (category === null || categoryFits(category, after.formerStatus)) return [];
  const needed = FORMER_STATUS_OF_CATEGORY[category];
  return [
    {
      code: 'category-no-longer-fits',
      message: {
        zh: `户类型更正后,监测对象类别(${category})要求${needed},请更正类别`,
        en: `the open case is ${category}, which is for households that are ${needed}: correct its category too`,
      },
      article: '2.1',
    },
  ];
}
