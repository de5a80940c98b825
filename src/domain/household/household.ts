import type { CalendarDate } from '../kernel/calendar-date.js';

/** 户类型 · Whether the household was registered as poor before the end of 2020 (建档立卡脱贫户、一般农户). @article 2.1 */
export const FORMER_STATUSES = ['FORMERLY_POOR', 'GENERAL'] as const;
export type FormerStatus = (typeof FORMER_STATUSES)[number];

/** 性别 · GB/T 2261.1 codes 1 and 2. @article none — code table */
export const SEXES = ['MALE', 'FEMALE'] as const;
export type Sex = (typeof SEXES)[number];

/** 与户主关系 · GB/T 4761 in the classes of the national form. @article none — code table */
export const RELATIONSHIPS = [
  'HEAD',
  'SPOUSE',
  'CHILD',
  'CHILD_IN_LAW',
  'GRANDCHILD',
  'PARENT',
  'PARENT_IN_LAW',
  'GRANDPARENT',
  'SIBLING',
  'OTHER',
] as const;
export type Relationship = (typeof RELATIONSHIPS)[number];

/** 健康状况 · Conditions held at once; none means healthy. @article 2.1 */
export const HEALTH_CONDITIONS = [
  'CHRONIC_ILLNESS',
  'HEAVY_CHRONIC_ILLNESS',
  'CRITICAL_ILLNESS',
  'DISABILITY',
] as const;
export type HealthCondition = (typeof HEALTH_CONDITIONS)[number];

/** 生活自理能力 · FULL, PARTIAL or NONE (失能). @article 2.1 */
export const SELF_CARES = ['FULL', 'PARTIAL', 'NONE'] as const;
export type SelfCare = (typeof SELF_CARES)[number];

/** 劳动技能 · 技能、普通、弱劳动力或半劳动力、丧失、无. @article 3.3 */
export const LABOUR_CAPACITIES = ['SKILLED', 'ORDINARY', 'WEAK', 'LOST', 'NONE'] as const;
export type LabourCapacity = (typeof LABOUR_CAPACITIES)[number];

/** 低保、特困 · The safety net a member has. @article 4.2 */
export const SAFETY_NET_STATUSES = ['NONE', 'SUBSISTENCE_ALLOWANCE', 'EXTREME_POVERTY_SUPPORT'] as const;
export type SafetyNetStatus = (typeof SAFETY_NET_STATUSES)[number];

/** 特殊群体 · Special groups that rank a household first. @article 2.1 */
export const SPECIAL_GROUPS = [
  'CRITICAL_ILLNESS',
  'HEAVY_CHRONIC_ILLNESS',
  'SEVERE_DISABILITY',
  'INCAPACITATED_ELDERLY',
  'OTHER',
] as const;
export type SpecialGroup = (typeof SPECIAL_GROUPS)[number];

/** 家庭成员 · What the rules need to know of a member; names and numbers stay outside the domain. @article 2.1 */
export interface MemberFacts {
  readonly id: string;
  readonly relationship: Relationship;
  readonly sex: Sex | null;
  readonly birthDate: CalendarDate | null;
  readonly health: readonly HealthCondition[];
  /** 1 (most severe) to 4, null where there is none. */
  readonly disabilityGrade: number | null;
  readonly selfCare: SelfCare;
  readonly labour: LabourCapacity;
  readonly schooling: string | null;
  readonly medicalInsurance: boolean;
  readonly safetyNet: SafetyNetStatus;
}
