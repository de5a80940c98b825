import type { GuaranteeName } from '../../domain/guarantee/guarantee-check.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { addDays } from '../../domain/kernel/calendar-date.js';
import type { Fen } from '../../domain/kernel/money.js';
import type { ProvinceRules } from '../../domain/province/province-rules.js';
import { FAMILIES_OF_GUARANTEE } from '../../domain/support/family-names.js';
import { measureFitsRisk } from '../../domain/support/measure-fits-risk.js';
import type { PlannedMeasure } from '../../domain/support/plan-question.js';
import type { InstrumentFamily, PolicyInstrument } from '../../domain/support/policy-instrument.js';
import type { SeededRandom } from './seeded-random.js';

/** 计划要求 · What a plan is made for. */
export interface PlanOrder {
  readonly rules: ProvinceRules;
  readonly on: CalendarDate;
  /** Codes of the open risks. */
  readonly risks: readonly string[];
  readonly guarantees: readonly GuaranteeName[];
  readonly hasLabour: boolean;
  readonly safetyNetGranted: boolean;
}

/** Yuan of one measure, from to; families that are not here are given in kind. */
const BUDGETS: Partial<Readonly<Record<InstrumentFamily, readonly [number, number]>>> = {
  INDUSTRY: [1_000, 5_000],
  EMPLOYMENT: [300, 2_000],
  PUBLIC_WELFARE_JOB: [4_800, 9_600],
  MICROCREDIT: [10_000, 50_000],
  HEALTH: [800, 12_000],
  COMPULSORY_EDUCATION: [500, 1_500],
  EDUCATION: [1_000, 3_000],
  HOUSING: [14_000, 32_000],
  SAFETY_NET: [2_400, 7_200],
  TEMPORARY_ASSISTANCE: [1_000, 5_000],
};

/**
 * 拟定措施 · A plan that the rules allow: one instrument a risk (R15), every risk and every guarantee that is not secure
 * covered (R16), a developmental instrument with labour and the safety net without (R17).
 *
 * What a province has no instrument for stays uncovered; the plan then needs its written reason.
 *
 * @article 4.2
 */
export function planMeasures(order: PlanOrder, random: SeededRandom): PlannedMeasure[] {
  const { rules, risks, guarantees, hasLabour, safetyNetGranted } = order;
  const chosen = new Map<PolicyInstrument, string[]>();
  const usable = usableOn(order);
  const listed = rules.socialSecurityInstruments?.value ?? [];
  const needsNet = !hasLabour && !safetyNetGranted;
  for (const risk of risks) {
    const group = rules.riskTypes.find(({ code }) => code === risk)?.group ?? 'OTHER';
    const fitting = usable.filter(
      ({ family, addresses }) => addresses.includes(risk) && measureFitsRisk(family, group),
    );
    const wanted = needsNet
      ? fitting.filter(({ code }) => listed.includes(code))
      : fitting.filter(
          ({ code, nature }) => !listed.includes(code) && (nature === 'DEVELOPMENTAL' || group !== 'EMPLOYMENT'),
        );
    const instrument = oneOf(wanted, random) ?? oneOf(fitting, random);
    if (instrument !== null) chosen.set(instrument, [...(chosen.get(instrument) ?? []), risk]);
  }
  const add = (isWanted: (instrument: PolicyInstrument) => boolean): void => {
    if ([...chosen.keys()].some(isWanted)) return;
    const instrument = oneOf(usable.filter(isWanted), random);
    if (instrument !== null) chosen.set(instrument, []);
  };
  for (const name of guarantees) add(({ family }) => FAMILIES_OF_GUARANTEE[name].includes(family));
  if (hasLabour) add(({ nature }) => nature === 'DEVELOPMENTAL');
  if (needsNet) add(({ code }) => listed.includes(code));
  return [...chosen].map(([instrument, addresses]) => measureOf(instrument, addresses, order.on, random));
}

function usableOn({ rules, on, hasLabour }: PlanOrder): PolicyInstrument[] {
  const startsOn = addDays(on, STARTS_WITHIN_DAYS);
  return rules.instruments.filter(
    ({ from, to, requiresLabour, statutory, family }) =>
      from <= on &&
      (to === null || to >= startsOn) &&
      (hasLabour || !requiresLabour) &&
      !statutory &&
      family !== 'SOCIAL',
  );
}

const STARTS_WITHIN_DAYS = 14;
const YEAR = 365;

function measureOf(
  instrument: PolicyInstrument,
  addresses: readonly string[],
  on: CalendarDate,
  random: SeededRandom,
): PlannedMeasure {
  const { code, family, fundingSources, cap } = instrument;
  const range = BUDGETS[family];
  const yuan = range === undefined ? null : Math.round(random.integer(...range) / 100) * 100;
  const budget = yuan === null ? null : (Math.min(yuan * 100, cap ?? Number.MAX_SAFE_INTEGER) as Fen);
  const startsOn = addDays(on, STARTS_WITHIN_DAYS);
  return {
    instrument: code,
    addresses,
    timing: random.chance(0.3) ? 'PREVENTIVE' : 'AFTER_THE_FACT',
    fundingSource: fundingSources.length === 0 ? 'SECTOR_POLICY' : random.pick(fundingSources),
    provider: null,
    budget,
    startsOn,
    endsOn: addDays(startsOn, YEAR - 1),
  };
}

function oneOf<T>(list: readonly T[], random: SeededRandom): T | null {
  return list.length === 0 ? null : random.pick(list);
}
