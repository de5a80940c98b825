import type { EarlierCase } from '../../domain/case/decide-open-case.js';
import { isOpen } from '../../domain/case/is-open.js';
import type { DiscoveryChannel } from '../../domain/case/monitoring-case.js';
import { casePriority } from '../../domain/case/rules/r03-case-priority.js';
import type { GuaranteeName } from '../../domain/guarantee/guarantee-check.js';
import { specialGroupsOf } from '../../domain/household/special-groups.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { RiskGroup, RiskType } from '../../domain/risk/risk-type.js';
import type { HouseholdCourse } from './household-course.js';
import type { HouseholdParts } from './household-parts.js';
import { liveCase, type LivedCase } from './live-case.js';
import { openingDays } from './opening-days.js';
import { CHANNELS } from './report-leads.js';
import type { SeededRandom } from './seeded-random.js';
import type { Settled } from './settle-household.js';
import type { CaseHousehold } from './world.js';

/** 所述农户 · A household that is told, and what was settled about it. @article none — technical */
export interface ToldHousehold {
  readonly parts: HouseholdParts;
  readonly settled: Settled;
  readonly household: HouseholdCourse;
}

const GUARANTEE_OF_GROUP: Partial<Readonly<Record<RiskGroup, readonly [GuaranteeName, number]>>> = {
  HOUSING: ['safeHousing', 1],
  DRINKING_WATER: ['drinkingWater', 1],
  EDUCATION: ['compulsoryEducation', 0.5],
  ILLNESS: ['basicMedicalCare', 0.12],
};

/** 农户的档案 · A case of the household, and the guarantees that were not secure when it was opened. @article none — calibration */
export interface HouseholdCase extends LivedCase {
  readonly channel: DiscoveryChannel;
  readonly gaps: readonly GuaranteeName[];
}

/** 农户历次档案 · Lives the cases of a household, one after the other. @article none — calibration */
export function liveCases({ parts, settled, household }: ToldHousehold): HouseholdCase[] {
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
