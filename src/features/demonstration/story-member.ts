import type { MemberFacts } from '../../domain/household/household.js';
import { addDays, type CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { DescribedMember } from './describe-members.js';
import { aName, aPhone, aSurname } from './personal-names.js';
import type { ReservedIdNumbers } from './reserved-id-numbers.js';
import type { SeededRandom } from './seeded-random.js';

/** 登记成员 · A member with name and numbers. */
export interface StoryMember {
  readonly id: string;
  readonly facts: MemberFacts;
  /** Order of entry, from 0. */
  readonly position: number;
  readonly name: string;
  /** Null where the reserved numbers of that birthday are used up in the whole province. */
  readonly idNumber: string | null;
  readonly phone: string | null;
  readonly ethnicity: string;
  readonly education: string | null;
  readonly employment: string | null;
  readonly pensionInsurance: boolean;
  /** Day on which the register learned of the member. */
  readonly joinedOn: CalendarDate;
}

/** 登记环境 · Where and when members are registered. */
export interface MemberOrder {
  readonly county: RegionCode;
  readonly registeredOn: CalendarDate;
  /** Last day on which anything happened. */
  readonly until: CalendarDate;
  readonly idNumbers: ReservedIdNumbers;
}

/** Ethnic groups by province, code of GB/T 3304 and weight; Han elsewhere. Weights are chosen. */
const ETHNICITIES: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  '43': [
    ['01', 18],
    ['15', 1],
    ['06', 1],
  ],
  '52': [
    ['12', 8],
    ['06', 7],
    ['01', 4],
    ['30', 1],
  ],
};
const BLOOD: readonly string[] = ['CHILD', 'GRANDCHILD', 'SIBLING'];

/** 登记成员 · Gives the members of a family names, numbers and the day on which each was registered; the head comes first. */
export function storyMembers(
  family: readonly DescribedMember[],
  order: MemberOrder,
  random: SeededRandom,
): StoryMember[] {
  const surname = aSurname(random);
  const ethnicity = random.weighted(ETHNICITIES[order.county.slice(0, 2)] ?? [['01', 1]]);
  const members = family.map((described) => storyMember(described, surname, ethnicity, order, random));
  // Whoever was born later was entered later.
  members.sort((a, b) => (a.joinedOn < b.joinedOn ? -1 : Number(a.joinedOn > b.joinedOn)));
  return members.map((member, position) => ({ ...member, position }));
}

function storyMember(
  described: DescribedMember,
  surname: string,
  ethnicity: string,
  { county, registeredOn, until, idNumbers }: MemberOrder,
  random: SeededRandom,
): StoryMember {
  const { education, employment, pensionInsurance, ...facts } = described;
  const { birthDate, sex, relationship } = described;
  const isYounger = birthDate > registeredOn;
  const reported = addDays(birthDate, random.integer(10, 60));
  const joinedOn = isYounger ? (reported > until ? until : reported) : registeredOn;
  const isOfBlood = relationship === 'HEAD' || (BLOOD.includes(relationship) && random.chance(0.93));
  const id = random.uuid(`${joinedOn}T01:00:00.000Z`);
  const hasPhone = relationship === 'HEAD' || (described.labour !== 'NONE' && random.chance(0.4));
  return {
    id,
    facts: { id, ...facts },
    position: 0,
    name: aName(isOfBlood ? surname : aSurname(random), sex, random),
    idNumber: idNumbers.take(county, birthDate, sex),
    phone: hasPhone ? aPhone(random) : null,
    ethnicity,
    education,
    employment,
    pensionInsurance,
    joinedOn,
  };
}
