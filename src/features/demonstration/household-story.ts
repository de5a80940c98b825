import type { EarlierCase } from '../../domain/case/decide-open-case.js';
import { isOpen } from '../../domain/case/is-open.js';
import type { DiscoveryChannel } from '../../domain/case/monitoring-case.js';
import { casePriority } from '../../domain/case/rules/r03-case-priority.js';
import {
  GUARANTEES,
  type GuaranteeCheck,
  type GuaranteeName,
  type GuaranteeStatus,
} from '../../domain/guarantee/guarantee-check.js';
import type { FormerStatus, SafetyNetStatus } from '../../domain/household/household.js';
import { hasLabourCapacity } from '../../domain/household/labour.js';
import { specialGroupsOf } from '../../domain/household/special-groups.js';
import { addDays, addMonths, type CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import { limitDueDate } from '../../domain/province/time-limit.js';
import type { RiskGroup, RiskType } from '../../domain/risk/risk-type.js';
import { FORMERLY_POOR_SHARE, LINE_WHERE_NONE, personsPerHousehold } from './calibration.js';
import { chooseRisks } from './choose-risks.js';
import { composeFamily, LARGEST_FAMILY } from './compose-family.js';
import { composeIncome } from './compose-income.js';
import { earlierDay, laterDay } from './day-order.js';
import { describeMembers } from './describe-members.js';
import { HouseholdCourse, type HouseholdParts } from './household-course.js';
import { type CaseDays, phaseOn } from './income-phases.js';
import { incomeLevel, incomeTarget } from './income-target.js';
import { type LivedCase, liveCase } from './live-case.js';
import { openingDays } from './opening-days.js';
import { addressIn } from './place-words.js';
import type { RegisterRows } from './register-rows.js';
import { CHANNELS, type HouseholdAct, leadsOfCase, otherLeads } from './report-leads.js';
import type { ReservedIdNumbers } from './reserved-id-numbers.js';
import { type Scenario, scenarioOf } from './scenario.js';
import { SeededRandom } from './seeded-random.js';
import { type StoryMember, storyMembers } from './story-member.js';
import type { CaseHousehold, World } from './world.js';

/** 拟制农户 · Which household is told. */
export interface HouseholdOrder {
  /** Its number in the register's sequence; with the seed it settles everything about it. */
  readonly number: number;
  readonly seed: number;
  readonly county: RegionCode;
  /** Villages of the county, or townships where the villages are not known. */
  readonly regions: readonly RegionCode[];
  readonly idNumbers: ReservedIdNumbers;
}

/** 演示农户的核心 · What was settled before the first act. */
interface Settled {
  readonly scenario: Scenario;
  readonly formerStatus: FormerStatus;
  readonly risks: readonly RiskType[];
  readonly members: readonly StoryMember[];
  readonly region: RegionCode;
  readonly registeredOn: CalendarDate;
}

/**
 * 讲述一户 · Adds all rows of one household: its people, its cases, its incomes, checks and leads, in the order of the days.
 *
 * @param rows  where they are added, in the open
 * @article none — calibration
 */
export function tellHousehold(world: World, order: HouseholdOrder, rows: RegisterRows): void {
  const random = new SeededRandom(`${order.seed}/${order.number}`);
  const until = addDays(world.today, -1);
  const parts = { world, rows, random, until };
  const settled = settle(parts, order);
  const { region, members, formerStatus, registeredOn } = settled;
  const address = addressIn(world.tree, region, random.integer(1, 12), random.integer(1, 80));
  const opening = {
    number: order.number,
    countyCode: order.county,
    regionCode: region,
    address,
    formerStatus,
    registeredOn,
  };
  const household = new HouseholdCourse(parts, { ...opening, resettled: random.chance(0.08) }, members);
  const told: ToldHousehold = { parts, settled, household };
  const lived = liveCases(told);
  const acts = [
    ...members
      .filter(({ joinedOn }) => joinedOn > registeredOn)
      .map((member) => ({ on: member.joinedOn, enter: () => household.add(member) })),
    ...leadActs(told, lived),
    ...incomeActs(told, lived),
    ...checkActs(told, lived),
  ];
  acts.sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
  for (const { enter } of acts) enter();
  household.write();
}

interface ToldHousehold {
  readonly parts: HouseholdParts;
  readonly settled: Settled;
  readonly household: HouseholdCourse;
}

/** Trials behind the number of other members: one to ten persons. */
const OTHERS = LARGEST_FAMILY - 1;

function settle({ world, random, until }: HouseholdParts, order: HouseholdOrder): Settled {
  const scenario = scenarioOf(order.number, order.seed);
  const category = scenario.case === null ? null : scenario.category;
  const region = random.pick(order.regions);
  const registeredOn = addDays(until, -random.integer(820, 1_100));
  const share = (personsPerHousehold(category) - 1) / OTHERS;
  const size = 1 + Array.from({ length: OTHERS }, () => random.chance(share)).filter(Boolean).length;
  const labour = scenario.case === null || scenario.case === 'NOT_IDENTIFIED' ? null : scenario.case !== 'TRACKED';
  const { riskTypes } = world.provinces.rulesOn(region, world.today);
  const risks = category === null ? [] : chooseRisks(riskTypes, { category, size, labour: labour !== false }, random);
  const has = (group: RiskGroup): boolean => risks.some((risk) => risk.group === group);
  const formerStatus = formerStatusOf(scenario, random);
  const family = composeFamily({ size, elders: labour === false, pupil: has('EDUCATION') }, random);
  const condition = {
    labour,
    ill: has('ILLNESS') || (category === null && random.chance(0.03)),
    disabled: has('DISABILITY') || (category === null && random.chance(0.03)),
    safetyNet: safetyNetOf(labour, size, formerStatus, random),
  };
  const described = describeMembers(family, condition, world.today, random);
  const { county, idNumbers } = order;
  const members = storyMembers(described, { county, registeredOn, until, idNumbers }, random);
  return { scenario, formerStatus, risks, members, region, registeredOn };
}

function formerStatusOf(scenario: Scenario, random: SeededRandom): FormerStatus {
  if (scenario.case !== null && scenario.category === 'UNSTABLE_OUT_OF_POVERTY') return 'FORMERLY_POOR';
  if (scenario.case !== null && scenario.category === 'MARGINAL_AT_RISK') return 'GENERAL';
  return random.chance(FORMERLY_POOR_SHARE) ? 'FORMERLY_POOR' : 'GENERAL';
}

function safetyNetOf(
  labour: boolean | null,
  size: number,
  formerStatus: FormerStatus,
  random: SeededRandom,
): SafetyNetStatus {
  if (labour === false && size === 1 && random.chance(0.4)) return 'EXTREME_POVERTY_SUPPORT';
  const share = labour === false ? 0.6 : formerStatus === 'FORMERLY_POOR' ? 0.12 : 0.03;
  return random.chance(share) ? 'SUBSISTENCE_ALLOWANCE' : 'NONE';
}

const GUARANTEE_OF_GROUP: Partial<Readonly<Record<RiskGroup, readonly [GuaranteeName, number]>>> = {
  HOUSING: ['safeHousing', 1],
  DRINKING_WATER: ['drinkingWater', 1],
  EDUCATION: ['compulsoryEducation', 0.5],
  ILLNESS: ['basicMedicalCare', 0.12],
};

/** A case of the household, and the guarantees that were not secure when it was opened. */
interface HouseholdCase extends LivedCase {
  readonly channel: DiscoveryChannel;
  readonly gaps: readonly GuaranteeName[];
}

function liveCases({ parts, settled, household }: ToldHousehold): HouseholdCase[] {
  const { scenario, risks, members, region, formerStatus } = settled;
  if (scenario.case === null || risks.length === 0) return [];
  const { world, random, until } = parts;
  const facts = members.map((member) => member.facts);
  const own: Omit<CaseHousehold, 'specialGroups'> = {
    id: household.id,
    countyCode: region.slice(0, 6) as RegionCode,
    regionCode: region,
    formerStatus,
    members: facts,
    headName: members[0]!.name,
  };
  const proposal = {
    category: scenario.category,
    risks: risks.map(({ code }, index) => ({ riskType: code, primary: index === 0 })),
  };
  const months = world.provinces.rulesOn(region, until).elimination.months?.value ?? 0;
  const lived: HouseholdCase[] = [];
  const days = openingDays(scenario.case, until, months, random);
  for (const [index, openedOn] of days.entries()) {
    if (lived.some(({ course }) => isOpen(course.facts.status))) break;
    const isLast = index === days.length - 1;
    const gaps = scenario.case === 'NOT_IDENTIFIED' ? [] : gapsOf(risks, random);
    const specialGroups = specialGroupsOf(facts, openedOn);
    const channel = random.weighted(CHANNELS);
    const isSudden = scenario.category === 'SUDDEN_SEVERE_DIFFICULTY';
    const opening = {
      openedOn,
      channel,
      emergency: isSudden && random.chance(0.18),
      earlier: lived.map(earlierOf),
      leads: 0,
    };
    const name = scenario.case === 'RELAPSED' ? (isLast ? 'SUPPORTED' : 'ELIMINATED') : scenario.case;
    const caseParts = { ...parts, household: { ...own, specialGroups } };
    const life = liveCase(caseParts, { scenario: name, opening, proposal, guarantees: gaps });
    const priorities = life.course.rulesOn(openedOn).specialGroupPriority?.value;
    life.course.write(casePriority(specialGroups, priorities));
    life.support.write();
    lived.push({ ...life, gaps, channel });
  }
  return lived;
}

function gapsOf(risks: readonly RiskType[], random: SeededRandom): GuaranteeName[] {
  return risks.flatMap(({ group }) => {
    const [name, share] = GUARANTEE_OF_GROUP[group] ?? [];
    return name !== undefined && random.chance(share ?? 0) ? [name] : [];
  });
}

function earlierOf({ course }: LivedCase): EarlierCase {
  const { id, status, openedOn, eliminatedOn } = course.facts;
  return { id, status, openedOn, eliminatedOn };
}

/** A household that was not identified was never in difficulty. */
function caseDays(lived: readonly HouseholdCase[]): CaseDays[] {
  return lived.flatMap(({ course, requestedOn }) => {
    const { status, openedOn, identifiedOn } = course.facts;
    if (status === 'NOT_IDENTIFIED') return [];
    return [{ openedOn, identifiedOn, recoveredFrom: recoveredFrom(course, requestedOn) }];
  });
}

function recoveredFrom(course: LivedCase['course'], requestedOn: CalendarDate | null): CalendarDate | null {
  if (requestedOn === null) return null;
  const months = course.rulesOn(requestedOn).elimination.months?.value ?? 0;
  const from = addMonths(requestedOn, -months);
  const { identifiedOn } = course.facts;
  return identifiedOn === null ? from : laterDay(identifiedOn, from);
}

/** Last day of the month before. */
const monthEndBefore = (day: CalendarDate): CalendarDate => addDays(`${day.slice(0, 8)}01` as CalendarDate, -1);

/** Windows of the last two years for everybody; of a case, the one it was opened on and the one it is eliminated on. */
function incomeActs({ parts, settled, household }: ToldHousehold, lived: readonly HouseholdCase[]): HouseholdAct[] {
  const { world, random, until } = parts;
  const { scenario, region, members, risks, formerStatus } = settled;
  const newest = monthEndBefore(world.today);
  const yearBefore = addDays(addMonths(addDays(newest, 1), -12), -1);
  const windows = new Map<CalendarDate, CalendarDate>([
    [yearBefore, addDays(yearBefore, random.integer(3, 25))],
    [newest, addDays(newest, random.integer(1, 20))],
  ]);
  for (const { course, requestedOn } of lived) {
    windows.set(monthEndBefore(course.facts.openedOn), course.facts.openedOn);
    if (requestedOn !== null) windows.set(monthEndBefore(requestedOn), addDays(requestedOn, -1));
  }
  const days = caseDays(lived);
  const category = scenario.case === null ? null : scenario.category;
  const hasLead = scenario.case === null && (scenario.lead === 'OPEN' || scenario.lead === 'OVERDUE');
  const level = incomeLevel(category, formerStatus, hasLead || (category === null && random.chance(0.01)), random);
  const lineOn = (day: CalendarDate): number =>
    world.provinces.rulesOn(region, day).line?.perCapitaIncome ?? LINE_WHERE_NONE;
  const hasLabour = hasLabourCapacity(members.map(({ facts }) => facts));
  const unwell = members.some(({ facts }) => facts.health.length > 0);
  const groups = risks.map(({ group }) => group);
  return [...windows].map(([to, on]) => ({
    on: earlierDay(on, until),
    enter: () => {
      const { heads } = household;
      const phase = phaseOn(days, to);
      const line = phase === 'RECOVERED' ? Math.max(lineOn(to), lineOn(world.today)) : lineOn(to);
      const yearsBack = to <= yearBefore ? 1 : 0;
      const { perCapita, rigid } = incomeTarget(level, phase, { line, heads, yearsBack, groups }, random);
      const windowMonths = world.provinces.rulesOn(region, to).line?.windowMonths ?? 12;
      household.recordIncome(
        on,
        composeIncome({ to, windowMonths, heads, perCapita, hasLabour, unwell, rigid }, random),
      );
    },
  }));
}

const SECURE = Object.fromEntries(GUARANTEES.map((name) => [name, 'SECURE'])) as Readonly<
  Record<GuaranteeName, GuaranteeStatus>
>;

/** A check in the last weeks for everybody; of a case, one when it is opened and one before its elimination. */
function checkActs({ parts, household }: ToldHousehold, lived: readonly HouseholdCase[]): HouseholdAct[] {
  const { world, random, until } = parts;
  const days = new Set<CalendarDate>([addDays(monthEndBefore(world.today), random.integer(1, 20))]);
  for (const { course, requestedOn } of lived) {
    days.add(course.facts.openedOn);
    if (requestedOn !== null) days.add(addDays(requestedOn, -random.integer(1, 3)));
  }
  const cases = caseDays(lived);
  return [...new Set([...days].map((day) => earlierDay(day, until)))].map((checkedOn) => ({
    on: checkedOn,
    enter: () => {
      const phase = phaseOn(cases, checkedOn);
      const gaps = phase === 'DIFFICULT' || phase === 'SUPPORTED' ? (lived.at(-1)?.gaps ?? []) : [];
      const status: GuaranteeStatus = phase === 'DIFFICULT' ? 'NOT_SECURED' : 'AT_RISK';
      const found = Object.fromEntries(gaps.map((name) => [name, status]));
      const check: GuaranteeCheck = { checkedOn, ...SECURE, ...found };
      household.recordGuarantees(check);
    },
  }));
}

function leadActs({ parts, settled, household }: ToldHousehold, lived: readonly HouseholdCase[]): HouseholdAct[] {
  const { world, random, until } = parts;
  const { scenario, region } = settled;
  if (scenario.case === null) {
    const limit = world.provinces.rulesOn(region, until).leadVerificationLimit?.value;
    const dueOn = limit === undefined ? null : limitDueDate(until, limit, world.holidays).dueOn;
    const limitDays = dueOn === null ? 15 : Math.round((Date.parse(dueOn) - Date.parse(until)) / 86_400_000);
    return otherLeads(household, scenario.lead, { until, limitDays }, random);
  }
  return lived.flatMap(({ course, channel }) => leadsOfCase(household, course, channel, until, random));
}
