import { guaranteesOn } from '../guarantee/guarantees-on.js';
import type { HouseholdFacts } from '../household/household-facts.js';
import { labourCount } from '../household/labour.js';
import { specialGroupsOf } from '../household/special-groups.js';
import type { IncomeRecord } from '../income/income-record.js';
import { perCapita } from '../income/net-income.js';
import { formatYuan, sumFen } from '../kernel/money.js';
import type { ProvinceRules } from '../province/province-rules.js';
import { SEVERITIES, type Severity } from '../risk/finding.js';
import { type Situation, situationOn } from '../risk/situation.js';
import type { CalendarDate } from '../kernel/calendar-date.js';
import type { HazardKind } from './hazard-kind.js';
import type { HazardRule, HouseholdTraits } from './hazard-rule.js';

/** 入选情形 · A rule that singles a household out, and what of the household it rests on. @article 2.3 */
export interface SingledOut {
  readonly rule: HazardRule;
  /** Numbers, days and codes; never a name. */
  readonly evidence: Readonly<Record<string, unknown>>;
}

/** 筛查结果 · What the rules say of one household. @article 2.3 */
export interface HazardScreening {
  readonly singledOut: readonly SingledOut[];
  /** Codes of rules that could not be answered, for want of an income, a check or a member: never the same as fine. */
  readonly notAssessable: readonly string[];
}

/**
 * 适用规则 · The rules of the province for a hazard of a kind and a severity.
 *
 * @article 2.3
 */
export function hazardRulesFor(
  rules: Pick<ProvinceRules, 'hazardRules'>,
  { kind, severity }: { readonly kind: HazardKind; readonly severity: Severity },
): readonly HazardRule[] {
  const grave = SEVERITIES.indexOf(severity);
  return (rules.hazardRules?.value ?? []).filter(
    ({ kinds, fromSeverity }) =>
      kinds.includes(kind) && (fromSeverity === undefined || grave >= SEVERITIES.indexOf(fromSeverity)),
  );
}

/**
 * R19 筛查入选 · Which of the rules single a household out on a day: each with what it rests on.
 *
 * Pure; the household is not said to be at risk, but to be looked at.
 *
 * @param hazardRules  of the hazard's kind and severity (`hazardRulesFor`)
 * @article 2.3
 */
export function singleOut(
  facts: HouseholdFacts,
  rules: ProvinceRules,
  hazardRules: readonly HazardRule[],
  on: CalendarDate,
): HazardScreening {
  const situation = situationOn(facts, rules, on);
  const singledOut: SingledOut[] = [];
  const notAssessable: string[] = [];
  for (const rule of hazardRules) {
    const traits = traitsOf(rule.households, situation);
    if (traits.every(({ holds }) => holds === true))
      singledOut.push({ rule, evidence: Object.assign({}, ...traits.map(({ evidence }) => evidence)) });
    else if (traits.every(({ holds }) => holds !== false)) notAssessable.push(rule.code);
  }
  return { singledOut, notAssessable };
}

interface Trait {
  /** Null where a fact is missing. */
  readonly holds: boolean | null;
  readonly evidence: Readonly<Record<string, unknown>>;
}

function traitsOf(asked: HouseholdTraits, situation: Situation): Trait[] {
  const { facts, on } = situation;
  const groups = specialGroupsOf(facts.members, on);
  const traits: (Trait | null)[] = [
    asked.specialGroup ? { holds: groups.length > 0, evidence: { specialGroups: groups } } : null,
    asked.formerlyPoor
      ? { holds: facts.formerStatus === 'FORMERLY_POOR', evidence: { formerStatus: facts.formerStatus } }
      : null,
    asked.resettled ? { holds: facts.resettled, evidence: { resettled: facts.resettled } } : null,
    asked.withoutLabour ? withoutLabour(situation) : null,
    asked.notSecure === undefined ? null : notSecure(asked.notSecure, situation),
    asked.incomeShare === undefined ? null : incomeShare(asked.incomeShare, situation.income),
    asked.underPercentOfLine === undefined ? null : underLine(asked.underPercentOfLine, situation),
  ];
  return traits.filter((trait) => trait !== null);
}

function withoutLabour({ facts: { members } }: Situation): Trait {
  const labour = labourCount(members);
  return { holds: members.length === 0 ? null : labour === 0, evidence: { members: members.length, labour } };
}

function notSecure(names: NonNullable<HouseholdTraits['notSecure']>, { facts, on }: Situation): Trait {
  const check = guaranteesOn(facts.guarantees, on);
  if (check === null) return { holds: null, evidence: {} };
  const found = names.filter((name) => check[name] !== 'SECURE');
  const guarantees = Object.fromEntries(found.map((name) => [name, check[name]]));
  return { holds: found.length > 0, evidence: { guarantees, checkedOn: check.checkedOn } };
}

/** Exact: the source × 100 is held against the share of everything taken in, nothing is rounded. */
function incomeShare(
  { source, percent }: NonNullable<HouseholdTraits['incomeShare']>,
  income: IncomeRecord | null,
): Trait {
  if (income === null) return { holds: null, evidence: {} };
  const { wages, business, property, transfers, from, to } = income;
  const total = sumFen(wages, business, property, transfers);
  const part = source === 'WAGES' ? wages : business;
  const key = source === 'WAGES' ? 'wages' : 'business';
  const evidence = { [key]: formatYuan(part), takenIn: formatYuan(total), percent, from, to };
  return { holds: total > 0 && part * 100 >= percent * total, evidence };
}

function underLine(percent: number, { income, rules: { line } }: Situation): Trait {
  if (income === null || line === null) return { holds: null, evidence: {} };
  const found = perCapita(income);
  const { from, to } = income;
  const evidence = {
    perCapita: formatYuan(found),
    line: formatYuan(line.perCapitaIncome),
    percentOfLine: percent,
    from,
    to,
  };
  return { holds: found * 100 < percent * line.perCapitaIncome, evidence };
}
