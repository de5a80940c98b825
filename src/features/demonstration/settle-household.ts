import type { FormerStatus, SafetyNetStatus } from '../../domain/household/household.js';
import { addDays, type CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { RiskGroup, RiskType } from '../../domain/risk/risk-type.js';
import { FORMERLY_POOR_SHARE, personsPerHousehold } from './calibration.js';
import { chooseRisks } from './choose-risks.js';
import { composeFamily, LARGEST_FAMILY } from './compose-family.js';
import { describeMembers } from './describe-members.js';
import type { HouseholdParts } from './household-parts.js';
import type { ReservedIdNumbers } from './reserved-id-numbers.js';
import type { Scenario } from './scenario.js';
import type { SeededRandom } from './seeded-random.js';
import { type StoryMember, storyMembers } from './story-member.js';

/** 拟制农户 · Which household is told. */
export interface HouseholdOrder {
  /** Its number in the register's sequence; with the seed it settles everything about it. */
  readonly number: number;
  readonly seed: number;
  readonly scenario: Scenario;
  readonly county: RegionCode;
  /** Villages of the county, or townships where the villages are not known. */
  readonly regions: readonly RegionCode[];
  readonly idNumbers: ReservedIdNumbers;
}

/** 演示农户的核心 · What was settled before the first act. */
export interface Settled {
  readonly scenario: Scenario;
  readonly formerStatus: FormerStatus;
  readonly risks: readonly RiskType[];
  readonly members: readonly StoryMember[];
  readonly region: RegionCode;
  readonly registeredOn: CalendarDate;
}

/** Trials behind the number of other members: one to ten persons. */
const OTHERS = LARGEST_FAMILY - 1;

/** 拟定农户 · Settles who the household is: its scenario, its people, where and since when it is registered. @article none — calibration */
export function settle({ world, random, until }: HouseholdParts, order: HouseholdOrder): Settled {
  const { scenario } = order;
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
