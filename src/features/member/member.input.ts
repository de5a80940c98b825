import { Field, ID, InputType, Int } from 'type-graphql';
import type {
  HealthCondition,
  LabourCapacity,
  Relationship,
  SafetyNetStatus,
  SelfCare,
  Sex,
} from '../../domain/household/household.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { ExpectedVersion, IdempotencyKey } from '../../platform/graphql/mutation-input.js';
import { DateScalar } from '../../platform/graphql/scalars/index.js';
import {
  HealthConditionEnum,
  LabourCapacityEnum,
  RelationshipEnum,
  SafetyNetStatusEnum,
  SelfCareEnum,
  SexEnum,
} from './member-enums.graphql.js';
import { MemberPatchInput } from './member-patch.input.js';

/** 家庭成员 · A member as it is entered. @article 2.1 */
@InputType({ description: 'A member of a household as it is entered (家庭成员登记) (art. 2.1).' })
export class MemberInput {
  @Field(() => String, { description: 'Name as in the identity document (姓名); kept encrypted.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Identity number of 18 characters, check character included (身份证号码), GB 11643; kept encrypted. Left out where there is none yet.',
  })
  idNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'Phone number (联系电话); kept encrypted.' })
  phone?: string | null;

  @Field(() => SexEnum, {
    nullable: true,
    description: 'Sex (性别); needed only without an ID number, and must agree with it otherwise.',
  })
  sex?: Sex | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day of birth (出生日期); needed only without an ID number, and must agree with it otherwise.',
  })
  birthDate?: CalendarDate | null;

  @Field(() => RelationshipEnum, {
    description: 'What the member is to the head (与户主关系); exactly one HEAD a household.',
  })
  relationship!: Relationship;

  @Field(() => String, {
    nullable: true,
    description: 'Ethnic group by its two-digit code of GB/T 3304 (民族), e.g. "01" 汉族.',
  })
  ethnicity?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Highest schooling completed (文化程度), for those who have left school; not together with `schooling`.',
  })
  education?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Grade that the member is in (在校生状况), for pupils and students; not together with `education`.',
  })
  schooling?: string | null;

  @Field(() => [HealthConditionEnum], {
    nullable: true,
    defaultValue: [],
    description: 'Conditions held at once (健康状况), each named once; an empty list means healthy.',
  })
  health?: HealthCondition[] | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Grade of the disability certificate (残疾等级), 1 the most severe to 4; only with DISABILITY among `health`.',
  })
  disabilityGrade?: number | null;

  @Field(() => SelfCareEnum, {
    nullable: true,
    defaultValue: 'FULL',
    description: 'How far the member can look after himself or herself (生活自理能力).',
  })
  selfCare?: SelfCare | null;

  @Field(() => LabourCapacityEnum, { description: 'How far the member can work (劳动技能) (art. 3.3, 4.2).' })
  labour!: LabourCapacity;

  @Field(() => String, { nullable: true, description: 'Where and as what the member works, in words (务工就业情况).' })
  employment?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Whether covered by basic medical insurance (是否参加基本医疗保险).',
  })
  medicalInsurance?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Whether covered by a basic pension insurance (是否参加基本养老保险).',
  })
  pensionInsurance?: boolean | null;

  @Field(() => SafetyNetStatusEnum, {
    nullable: true,
    defaultValue: 'NONE',
    description: 'Which part of the safety net the member has (低保、特困供养情况) (art. 4.2).',
  })
  safetyNet?: SafetyNetStatus | null;
}

/** 新增成员 · @article 2.1 */
@InputType({ description: 'Adds a member to a household (新增家庭成员) (art. 2.1): a birth, a marriage, a return.' })
export class AddMemberInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => ID, { description: 'Global id of the household that the member joins (农户标识).' })
  householdId!: string;

  @ExpectedVersion('household')
  expectedVersion!: number;

  @Field(() => MemberInput, { description: 'The member who joins (家庭成员).' })
  member!: MemberInput;
}

/** 变更成员 · @article 2.1 */
@InputType({ description: 'Changes what is known of a member (变更家庭成员信息) (art. 2.1).' })
export class UpdateMemberInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => ID, { description: 'Global id of the member (成员标识).' })
  memberId!: string;

  @ExpectedVersion('household')
  expectedVersion!: number;

  @Field(() => MemberPatchInput, {
    description: 'What changes (变更内容): what is absent stays, what is null is cleared.',
  })
  member!: MemberPatchInput;
}

/** 移除成员 · @article 2.1 */
@InputType({
  description:
    "Ends a member's belonging to a household (家庭成员退出) (art. 2.1): a death, a marriage, a move. The record stays.",
})
export class RemoveMemberInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => ID, {
    description: 'Global id of the member who leaves (成员标识); a household always keeps exactly one HEAD.',
  })
  memberId!: string;

  @ExpectedVersion('household')
  expectedVersion!: number;

  @Field(() => DateScalar, { description: 'Day on which the member left (退出日期); not in the future.' })
  on!: CalendarDate;

  @Field(() => String, { description: 'Why, in words (退出原因), e.g. 死亡, 婚嫁迁出.' })
  reason!: string;
}
