import { Field, Int, ObjectType } from 'type-graphql';
import type {
  HealthCondition,
  LabourCapacity,
  Relationship,
  SafetyNetStatus,
  SelfCare,
  Sex,
} from '../../domain/household/household.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { Node } from '../../platform/graphql/node.js';
import { DateScalar } from '../../platform/graphql/scalars/index.js';
import {
  HealthConditionEnum,
  LabourCapacityEnum,
  RelationshipEnum,
  SafetyNetStatusEnum,
  SelfCareEnum,
  SexEnum,
} from './member-enums.graphql.js';

/** 家庭成员 · One person of a household; name, identity number and phone are read with a purpose. @article 2.1 */
@ObjectType({
  implements: Node,
  description: 'Person who belongs to a household (家庭成员) (art. 2.1).',
  simpleResolvers: true,
})
export class Member implements Node {
  id!: string;

  @Field(() => SexEnum, {
    description: 'Sex as the identity document says (性别); taken from the ID number where there is one.',
  })
  sex!: Sex;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day of birth (出生日期); taken from the ID number where there is one, null where it is not known.',
  })
  birthDate!: CalendarDate | null;

  @Field(() => RelationshipEnum, { description: 'What the member is to the head of the household (与户主关系).' })
  relationship!: Relationship;

  @Field(() => String, {
    nullable: true,
    description:
      'Ethnic group by its two-digit code of GB/T 3304 (民族), e.g. "01" 汉族; null where it is not recorded.',
  })
  ethnicity!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Highest schooling completed (文化程度), for members who have left school; null where `schooling` is given.',
  })
  education!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Grade that the member is in (在校生状况), for pupils and students; null where `education` is given.',
  })
  schooling!: string | null;

  @Field(() => [HealthConditionEnum], { description: 'Conditions held at once (健康状况); empty means healthy.' })
  health!: readonly HealthCondition[];

  @Field(() => Int, {
    nullable: true,
    description: 'Grade of the disability certificate (残疾等级), 1 the most severe to 4; null for no disability.',
  })
  disabilityGrade!: number | null;

  @Field(() => SelfCareEnum, { description: 'How far the member can look after himself or herself (生活自理能力).' })
  selfCare!: SelfCare;

  @Field(() => LabourCapacityEnum, { description: 'How far the member can work (劳动技能) (art. 3.3, 4.2).' })
  labour!: LabourCapacity;

  @Field(() => String, {
    nullable: true,
    description: 'Where and as what the member works (务工就业情况), in words; null where nothing is recorded.',
  })
  employment!: string | null;

  @Field(() => Boolean, { description: 'Whether covered by basic medical insurance (是否参加基本医疗保险).' })
  medicalInsurance!: boolean;

  @Field(() => Boolean, { description: 'Whether covered by a basic pension insurance (是否参加基本养老保险).' })
  pensionInsurance!: boolean;

  @Field(() => SafetyNetStatusEnum, {
    description: 'Which part of the safety net the member has (低保、特困供养情况) (art. 4.2).',
  })
  safetyNet!: SafetyNetStatus;
}
