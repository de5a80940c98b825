import { Field, InputType, Int } from 'type-graphql';
import type {
  HealthCondition,
  LabourCapacity,
  Relationship,
  SafetyNetStatus,
  SelfCare,
  Sex,
} from '../../domain/household/household.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { DateScalar } from '../../platform/graphql/scalars/index.js';
import {
  HealthConditionEnum,
  LabourCapacityEnum,
  RelationshipEnum,
  SafetyNetStatusEnum,
  SelfCareEnum,
  SexEnum,
} from './member-enums.graphql.js';

/** 成员变更内容 · Absent (undefined) stays, null clears; no field has a default. @article 2.1 */
@InputType({
  description:
    'What changes of a member (成员变更内容) (art. 2.1). A field that is absent stays as it is, one that is null is cleared: back to its default in `MemberInput` where it has one. Name, sex, relationship and labour cannot be cleared.',
})
export class MemberPatchInput {
  @Field(() => String, { nullable: true, description: 'Name as in the identity document (姓名); cannot be cleared.' })
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Identity number of 18 characters (身份证号码), GB 11643; null where it was entered by mistake.',
  })
  idNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'Phone number (联系电话); null where it no longer answers.' })
  phone?: string | null;

  @Field(() => SexEnum, {
    nullable: true,
    description: 'Sex (性别); must agree with the ID number, and cannot be cleared.',
  })
  sex?: Sex | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day of birth (出生日期); must agree with the ID number where there is one.',
  })
  birthDate?: CalendarDate | null;

  @Field(() => RelationshipEnum, {
    nullable: true,
    description:
      'What the member is to the head (与户主关系); a household always keeps exactly one HEAD. Cannot be cleared.',
  })
  relationship?: Relationship | null;

  @Field(() => String, { nullable: true, description: 'Ethnic group by its two-digit code of GB/T 3304 (民族).' })
  ethnicity?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Highest schooling completed (文化程度); clear `schooling` with null when a pupil leaves school.',
  })
  education?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Grade that the member is in (在校生状况); null on leaving school.',
  })
  schooling?: string | null;

  @Field(() => [HealthConditionEnum], {
    nullable: true,
    description:
      'All conditions held from now on (健康状况): the list replaces the old one; empty means healthy, and so does null.',
  })
  health?: HealthCondition[] | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Grade of the disability certificate (残疾等级), 1 the most severe to 4; null with DISABILITY gone.',
  })
  disabilityGrade?: number | null;

  @Field(() => SelfCareEnum, {
    nullable: true,
    description: 'How far the member can look after himself or herself (生活自理能力); null puts it back to FULL.',
  })
  selfCare?: SelfCare | null;

  @Field(() => LabourCapacityEnum, {
    nullable: true,
    description:
      'How far the member can work (劳动技能); cannot be cleared. Regained in a household without labour, it ends "tracking only" (art. 3.3).',
  })
  labour?: LabourCapacity | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where and as what the member works (务工就业情况); null for no work.',
  })
  employment?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether covered by basic medical insurance (是否参加基本医疗保险); null counts as false.',
  })
  medicalInsurance?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether covered by a basic pension insurance (是否参加基本养老保险); null counts as false.',
  })
  pensionInsurance?: boolean | null;

  @Field(() => SafetyNetStatusEnum, {
    nullable: true,
    description:
      'Which part of the safety net the member has (低保、特困供养情况); NONE where it ended, and so does null.',
  })
  safetyNet?: SafetyNetStatus | null;
}
