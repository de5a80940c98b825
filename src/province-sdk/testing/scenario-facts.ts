import type { EliminationQuestion } from '../../domain/elimination/elimination-question.js';
import type { GuaranteeCheck } from '../../domain/guarantee/guarantee-check.js';
import type { HouseholdFacts } from '../../domain/household/household-facts.js';
import type { IncomeRecord } from '../../domain/income/income-record.js';
import { addDays, type CalendarDate } from '../../domain/kernel/calendar-date.js';
import { type Fen, fen } from '../../domain/kernel/money.js';
import { windowDays } from '../../domain/province/income-window.js';
import type { ProvinceRules } from '../../domain/province/province-rules.js';
import type { Scenario } from './scenario-shape.js';

const MONTHS_WITHOUT_LINE = 12;
/** Any delivered amount will do: the gates ask whether, not how much. */
const DELIVERED = 10_000 as Fen;

/**
 * 情形事实 · A scenario's household as the rules see it: what is left out of an income is the line's window up to the day
 * before, of a check the day itself.
 *
 * @article 2.1
 */
export function factsOf({ name, on, county, household }: Scenario, rules: ProvinceRules): HouseholdFacts {
  const { members, incomes, guarantees, formerStatus } = household;
  const checks: GuaranteeCheck[] =
    guarantees === undefined ? [] : [{ ...guarantees, checkedOn: guarantees.checkedOn ?? on }];
  return {
    id: name,
    regionCode: county ?? rules.provinceCode,
    formerStatus,
    resettled: false,
    members: members.map((one, index) => ({ ...one, id: String(index + 1), sex: null, schooling: null })),
    incomes: incomes
      .map((one) => incomeOf(one, on, members.length, rules))
      .sort((a, b) => (a.to > b.to ? -1 : Number(a.to < b.to))),
    guarantees: checks,
  };
}

type WrittenIncome = Scenario['household']['incomes'][number];

function incomeOf(
  { perCapita, ...written }: WrittenIncome,
  on: CalendarDate,
  heads: number,
  rules: ProvinceRules,
): IncomeRecord {
  const days = windowDays('MONTHS_BEFORE', rules.line?.windowMonths ?? MONTHS_WITHOUT_LINE, on);
  return {
    ...written,
    from: written.from ?? days.from,
    to: written.to ?? days.to,
    wages: perCapita === undefined ? written.wages : fen(perCapita * heads),
    heads,
  };
}

/** 消除情形 · A scenario's case as the gates of elimination see it; null where the scenario asks for none. @article 3.3 */
export function eliminationOf(
  scenario: Scenario,
  facts: HouseholdFacts,
  rules: ProvinceRules,
): EliminationQuestion | null {
  const { elimination, on } = scenario;
  if (elimination === undefined) return null;
  const { mode, reason, identifiedOn, risks, resolved, delivered } = elimination;
  const dayBefore = addDays(on, -1);
  return {
    on,
    mode,
    reason,
    facts: {
      identifiedOn,
      supportContinued: false,
      risks: risks.map((riskType, index) => ({
        id: String(index + 1),
        riskType,
        primary: index === 0,
        identifiedOn,
        resolvedOn: resolved ? dayBefore : null,
      })),
      measures: rules.instruments
        .filter(({ code }) => delivered.includes(code))
        .map(({ code, family, nature, addresses, fundingSources }) => ({
          id: code,
          instrument: code,
          family,
          nature,
          addresses,
          status: 'COMPLETED',
          timing: 'AFTER_THE_FACT',
          fundingSource: fundingSources[0] ?? 'SECTOR_POLICY',
          budget: null,
          delivered: DELIVERED,
          startsOn: identifiedOn,
          endsOn: dayBefore,
          firstDeliveredOn: identifiedOn,
          urgent: false,
        })),
    },
    reviewOn: null,
    members: facts.members,
    incomes: facts.incomes,
    guarantees: facts.guarantees,
    rules,
  };
}
