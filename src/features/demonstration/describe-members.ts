import type {
  HealthCondition,
  LabourCapacity,
  MemberFacts,
  SafetyNetStatus,
  SelfCare,
} from '../../domain/household/household.js';
import { addDays, addMonths, type CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Person } from './compose-family.js';
import type { SeededRandom } from './seeded-random.js';

/** 成员说明 · A person of a family with health, school and work; without name and numbers. */
export interface DescribedMember extends Omit<MemberFacts, 'id' | 'birthDate' | 'sex'>, Pick<Person, 'sex'> {
  readonly birthDate: CalendarDate;
  readonly education: string | null;
  readonly employment: string | null;
  readonly pensionInsurance: boolean;
}

/** 户情要求 · What must be true of the members for the household's part in the register. */
export interface ConditionOrder {
  /** Somebody must be able to work; false: nobody can; null: as it comes. */
  readonly labour: boolean | null;
  readonly ill: boolean;
  readonly disabled: boolean;
  /** Part of the safety net that the head has already. */
  readonly safetyNet: SafetyNetStatus;
}

/** Who plays which part, by place in the family. */
interface Parts {
  readonly worker: number;
  readonly patient: number;
  readonly disabled: number;
}

const NOBODY = -1;

/**
 * 描述成员 · Tells health, school and work of a family so that they fit each other, the risks of its case and the labour that
 * its part asks for.
 *
 * @article none — calibration
 */
export function describeMembers(
  family: readonly Person[],
  order: ConditionOrder,
  today: CalendarDate,
  random: SeededRandom,
): DescribedMember[] {
  const worker = order.labour === false ? NOBODY : workerOf(family);
  const others = family.map((_, index) => index).filter((index) => index !== worker && family[index]!.age >= 16);
  const patient = order.ill ? (others.length > 0 ? random.pick(others) : Math.max(0, worker)) : NOBODY;
  const spared = others.filter((index) => index !== patient);
  const disabled = order.disabled ? (spared.length > 0 ? random.pick(spared) : Math.max(0, worker)) : NOBODY;
  return family.map((person, index) => describe(person, index, { worker, patient, disabled }, order, today, random));
}

function workerOf(family: readonly Person[]): number {
  const best = family.findIndex(({ age }) => age >= 20 && age <= 57);
  return best === NOBODY ? family.findIndex(({ age }) => age >= 18 && age <= 70) : best;
}

function describe(
  person: Person,
  index: number,
  parts: Parts,
  order: ConditionOrder,
  today: CalendarDate,
  random: SeededRandom,
): DescribedMember {
  const { age, sex, relationship } = person;
  const birthDate = addDays(addMonths(today, -12 * age), -random.integer(0, 364));
  const { health, disabilityGrade } = healthOf(person, index, parts, order, random);
  const schooling = schoolingOf(age, index === parts.worker || order.labour === false, random);
  const labour = labourOf(person, index, parts, order, { health, disabilityGrade, schooling }, random);
  return {
    relationship,
    sex,
    birthDate,
    health,
    disabilityGrade,
    selfCare: selfCareOf(age, disabilityGrade, health, random),
    labour,
    schooling,
    education: schooling === null ? educationOf(age, random) : null,
    employment: employmentOf(labour, age, random),
    medicalInsurance: random.chance(0.985),
    pensionInsurance: age >= 16 && schooling === null && random.chance(0.93),
    safetyNet: index === 0 || order.labour === false ? order.safetyNet : 'NONE',
  };
}

interface Health {
  readonly health: readonly HealthCondition[];
  readonly disabilityGrade: number | null;
}

function healthOf(
  { age }: Person,
  index: number,
  parts: Parts,
  { labour }: ConditionOrder,
  random: SeededRandom,
): Health {
  const isUnable = labour === false && age >= 16 && age < 60;
  const ill: HealthCondition[] = [];
  if (index === parts.patient) ill.push(random.chance(0.4) ? 'CRITICAL_ILLNESS' : 'HEAVY_CHRONIC_ILLNESS');
  else if (index !== parts.worker && random.chance(age >= 60 ? 0.3 : 0.04)) ill.push('CHRONIC_ILLNESS');
  const isDisabled = index === parts.disabled || isUnable || (index !== parts.worker && random.chance(0.015));
  if (!isDisabled) return { health: ill, disabilityGrade: null };
  const grade = isUnable
    ? random.integer(1, 2)
    : random.weighted([
        [1, 18],
        [2, 32],
        [3, 28],
        [4, 22],
      ]);
  return { health: [...ill, 'DISABILITY'], disabilityGrade: grade };
}

function selfCareOf(
  age: number,
  grade: number | null,
  health: readonly HealthCondition[],
  random: SeededRandom,
): SelfCare {
  if (grade === 1) return random.chance(0.5) ? 'NONE' : 'PARTIAL';
  if (age >= 78 && random.chance(0.12)) return 'NONE';
  if (age >= 75 || health.includes('CRITICAL_ILLNESS')) return random.chance(0.3) ? 'PARTIAL' : 'FULL';
  return 'FULL';
}

function labourOf(
  { age }: Person,
  index: number,
  parts: Parts,
  order: ConditionOrder,
  { health, disabilityGrade, schooling }: Health & { readonly schooling: string | null },
  random: SeededRandom,
): LabourCapacity {
  if (age < 16 || schooling !== null) return 'NONE';
  if (order.labour === false)
    return age >= 60
      ? random.weighted([
          ['NONE', 7],
          ['LOST', 3],
        ])
      : 'LOST';
  const isWeakened = health.length > 0 && (health[0] !== 'CHRONIC_ILLNESS' || age >= 60);
  if (index === parts.worker)
    return isWeakened || age > 60
      ? 'WEAK'
      : random.weighted([
          ['ORDINARY', 3],
          ['SKILLED', 1],
        ]);
  if (age >= 75) return 'NONE';
  if (disabilityGrade !== null) return disabilityGrade <= 2 ? 'LOST' : 'WEAK';
  if (health.includes('CRITICAL_ILLNESS')) return random.chance(0.6) ? 'LOST' : 'WEAK';
  if (isWeakened || age >= 62) return 'WEAK';
  return random.weighted([
    ['ORDINARY', 4],
    ['SKILLED', 1],
  ]);
}

const GRADES = ['小学', '小学', '小学', '小学', '小学', '小学', '七年级', '八年级', '九年级'];
const UPPER = ['普通高中一年级', '普通高中二年级', '普通高中三年级'];
const COLLEGE = ['高职高专一年级', '高职高专二年级', '高职高专三年级', '本科四年级'];

/** The words of the national form (在校生状况); null for whoever is at no school. */
function schoolingOf(age: number, isBusy: boolean, random: SeededRandom): string | null {
  if (age < 3) return '学龄前儿童';
  if (age < 6) return '学前教育';
  if (age < 15) return GRADES[age - 6] ?? null;
  if (isBusy) return null;
  if (age < 18) return random.chance(0.9) ? (UPPER[age - 15] ?? null) : null;
  return age < 22 && random.chance(0.4) ? (COLLEGE[age - 18] ?? null) : null;
}

/** The words of the national form (文化程度). */
function educationOf(age: number, random: SeededRandom): string {
  if (age >= 65)
    return random.weighted([
      ['文盲或半文盲', 3],
      ['小学', 6],
      ['初中', 1],
    ]);
  if (age >= 45)
    return random.weighted([
      ['小学', 4],
      ['初中', 5],
      ['高中', 1],
    ]);
  return random.weighted([
    ['初中', 6],
    ['高中', 2],
    ['大专', 1],
    ['本科及以上', 0.5],
  ]);
}

const WORK = ['在家务农', '县内务工', '省内务工', '广东省务工', '浙江省务工', '乡镇零工', '个体经营'];

function employmentOf(labour: LabourCapacity, age: number, random: SeededRandom): string | null {
  if (labour === 'SKILLED' || labour === 'ORDINARY') return random.pick(age > 55 ? WORK.slice(0, 2) : WORK);
  return labour === 'WEAK' ? '在家务农' : null;
}
