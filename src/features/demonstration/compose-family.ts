import type { Relationship, Sex } from '../../domain/household/household.js';
import type { SeededRandom } from './seeded-random.js';

/** 家庭一员 · Somebody of a family, before health and work are told. */
export interface Person {
  readonly relationship: Relationship;
  readonly sex: Sex;
  /** Full years today. */
  readonly age: number;
}

/** 家庭构成要求 · What a family must have for its part in the register. */
export interface FamilyOrder {
  readonly size: number;
  /** Nobody of working age who can work: elders, and whoever lives with them. */
  readonly elders: boolean;
  /** Somebody of the age of compulsory schooling. */
  readonly pupil: boolean;
}

type Pattern = 'PARENTS_WITH_CHILDREN' | 'THREE_GENERATIONS' | 'ELDERS';

const OTHERS: Readonly<Record<Pattern, readonly Relationship[]>> = {
  PARENTS_WITH_CHILDREN: ['SPOUSE', 'CHILD', 'CHILD', 'PARENT', 'PARENT', 'CHILD', 'SIBLING', 'OTHER', 'OTHER'],
  THREE_GENERATIONS: [
    'SPOUSE',
    'CHILD',
    'CHILD_IN_LAW',
    'GRANDCHILD',
    'GRANDCHILD',
    'PARENT',
    'CHILD',
    'OTHER',
    'OTHER',
  ],
  ELDERS: ['SPOUSE', 'GRANDCHILD', 'CHILD', 'GRANDCHILD', 'PARENT', 'SIBLING', 'OTHER', 'OTHER', 'OTHER'],
};
const HEAD_AGES: Readonly<Record<Pattern, readonly [number, number]>> = {
  PARENTS_WITH_CHILDREN: [30, 54],
  THREE_GENERATIONS: [52, 66],
  ELDERS: [68, 86],
};

/** 户的最大人口 · Persons in one generated family at most. */
export const LARGEST_FAMILY = 1 + OTHERS.ELDERS.length;

const between = (least: number, value: number, most: number): number => Math.max(least, Math.min(most, value));
const other = (sex: Sex): Sex => (sex === 'MALE' ? 'FEMALE' : 'MALE');

/**
 * 组成家庭 · A family of a size: parents with children, three generations under one roof, or elders; the head first.
 *
 * @article none — calibration
 */
export function composeFamily({ size, elders, pupil }: FamilyOrder, random: SeededRandom): Person[] {
  const pattern = patternOf(size, elders, pupil, random);
  const alone = size === 1 && !elders;
  const age = alone ? random.integer(36, 66) : random.integer(...HEAD_AGES[pattern]);
  const head: Person = { relationship: 'HEAD', sex: random.chance(0.78) ? 'MALE' : 'FEMALE', age };
  const withOneChild: readonly Relationship[] = [elders ? 'GRANDCHILD' : 'CHILD'];
  const roles = size === 2 && pupil ? withOneChild : OTHERS[pattern].slice(0, size - 1);
  const family = [head, ...relatives(head, roles, pattern, random)];
  return pupil ? withPupil(family, random) : family;
}

function patternOf(size: number, elders: boolean, pupil: boolean, random: SeededRandom): Pattern {
  if (elders) return 'ELDERS';
  if (size <= 3 || (pupil && size === 4)) return 'PARENTS_WITH_CHILDREN';
  return random.chance(0.55) ? 'PARENTS_WITH_CHILDREN' : 'THREE_GENERATIONS';
}

function relatives(head: Person, roles: readonly Relationship[], pattern: Pattern, random: SeededRandom): Person[] {
  const parents: Sex[] = random.chance(0.6) ? ['FEMALE', 'MALE'] : ['MALE', 'FEMALE'];
  return roles.map((relationship) => ({
    relationship,
    sex: sexOf(relationship, head, parents, random),
    age: ageOf(relationship, head.age, pattern, random),
  }));
}

function sexOf(relationship: Relationship, head: Person, parents: Sex[], random: SeededRandom): Sex {
  if (relationship === 'SPOUSE') return other(head.sex);
  if (relationship === 'PARENT') return parents.shift() ?? 'FEMALE';
  if (relationship === 'CHILD_IN_LAW') return 'FEMALE';
  return random.chance(0.53) ? 'MALE' : 'FEMALE';
}

function ageOf(relationship: Relationship, head: number, pattern: Pattern, random: SeededRandom): number {
  const younger = (least: number, most: number): number => head - random.integer(least, most);
  switch (relationship) {
    case 'SPOUSE':
      return between(22, younger(-4, 6), 95);
    case 'CHILD':
      return pattern === 'PARENTS_WITH_CHILDREN' ? between(1, younger(23, 36), 30) : younger(23, 29);
    case 'CHILD_IN_LAW':
      return between(21, younger(24, 30), 60);
    case 'GRANDCHILD':
      return pattern === 'ELDERS' ? between(4, younger(60, 68), 15) : between(1, younger(47, 56), 18);
    case 'PARENT':
      return between(50, head + random.integer(20, 29), 98);
    case 'SIBLING':
      return between(18, younger(-8, 8), 90);
    default:
      return random.integer(45, 78);
  }
}

const YOUNG: readonly Relationship[] = ['CHILD', 'GRANDCHILD'];

function withPupil(family: readonly Person[], random: SeededRandom): Person[] {
  if (family.some(({ age }) => age >= 6 && age <= 15)) return [...family];
  const place = family.findIndex(({ relationship }) => YOUNG.includes(relationship));
  return family.map((person, index) => (index === place ? { ...person, age: random.integer(6, 14) } : person));
}
