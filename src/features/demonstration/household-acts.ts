import {
  type GuaranteeCheck,
  type GuaranteeName,
  GUARANTEES,
  type GuaranteeStatus,
} from '../../domain/guarantee/guarantee-check.js';
import { hasLabourCapacity } from '../../domain/household/labour.js';
import { addDays, addMonths, type CalendarDate } from '../../domain/kernel/calendar-date.js';
import { limitDueDate } from '../../domain/province/time-limit.js';
import { LINE_WHERE_NONE } from './calibration.js';
import { composeIncome } from './compose-income.js';
import { earlierDay, laterDay } from './day-order.js';
import { type CaseDays, phaseOn } from './income-phases.js';
import { incomeLevel, incomeTarget } from './income-target.js';
import type { LivedCase } from './live-case.js';
import type { HouseholdCase, ToldHousehold } from './live-cases.js';
import { type HouseholdAct, leadsOfCase, otherLeads } from './report-leads.js';

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

/** 收入登记 · Windows of the last two years for everybody; of a case, the one it was opened on and the one it is eliminated on. @article none — calibration */
export function incomeActs(
  { parts, settled, household }: ToldHousehold,
  lived: readonly HouseholdCase[],
): HouseholdAct[] {
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
  const isOverLine = scenario.case === null && scenario.overLine === true;
  const isUnnoticed = !hasLead && category === null && random.chance(0.01) && !isOverLine;
  const level = incomeLevel(category, formerStatus, hasLead || isUnnoticed, random);
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

/** 保障核查 · A check in the last weeks for everybody; of a case, one when it is opened and one before its elimination. @article none — calibration */
export function checkActs({ parts, household }: ToldHousehold, lived: readonly HouseholdCase[]): HouseholdAct[] {
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

/** 线索 · Leads of each case, or one that led to none. @article none — calibration */
export function leadActs(
  { parts, settled, household }: ToldHousehold,
  lived: readonly HouseholdCase[],
): HouseholdAct[] {
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
