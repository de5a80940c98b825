import {
  HEALTH_CONDITIONS,
  LABOUR_CAPACITIES,
  RELATIONSHIPS,
  SAFETY_NET_STATUSES,
  SELF_CARES,
  SEXES,
} from '../../domain/household/household.js';
import { describedEnum } from '../../platform/graphql/described-enum.js';

/** 性别 · GraphQL enum. @article none — code table */
export const SexEnum = describedEnum('Sex', 'Sex as the identity document says (性别), GB/T 2261.1.', SEXES, {
  MALE: 'Male (男), code 1 of the table.',
  FEMALE: 'Female (女), code 2 of the table.',
});

/** 与户主关系 · GraphQL enum. @article none — code table */
export const RelationshipEnum = describedEnum(
  'Relationship',
  'What a member is to the head of the household (与户主关系), in the classes of GB/T 4761.',
  RELATIONSHIPS,
  {
    HEAD: 'The head of the household (户主); exactly one a household.',
    SPOUSE: 'Husband or wife of the head (配偶).',
    CHILD: 'Son or daughter (子女).',
    CHILD_IN_LAW: 'Daughter-in-law or son-in-law (儿媳、女婿).',
    GRANDCHILD: 'Grandchild on either side (孙子女、外孙子女).',
    PARENT: 'Father or mother (父母).',
    PARENT_IN_LAW: 'Father-in-law or mother-in-law (岳父母、公婆).',
    GRANDPARENT: 'Grandparent on either side (祖父母、外祖父母).',
    SIBLING: 'Brother or sister (兄弟姐妹).',
    OTHER: 'Another relation, or none (其他).',
  },
);

/** 健康状况 · GraphQL enum. @article 2.1 */
export const HealthConditionEnum = describedEnum(
  'HealthCondition',
  'Condition of health that a member has (健康状况) (art. 2.1); several may be held at once, none means healthy.',
  HEALTH_CONDITIONS,
  {
    CHRONIC_ILLNESS: 'Long-term chronic illness (长期慢性病).',
    HEAVY_CHRONIC_ILLNESS: 'Chronic illness whose cost weighs heavily (负担较重的慢性病); ranks the household first.',
    CRITICAL_ILLNESS: 'Critical illness (患有大病); ranks the household first.',
    DISABILITY: 'Disability with a certificate (残疾); `disabilityGrade` says how severe.',
  },
);

/** 生活自理能力 · GraphQL enum. @article 2.1 */
export const SelfCareEnum = describedEnum(
  'SelfCare',
  'How far a member can look after himself or herself (生活自理能力) (art. 2.1).',
  SELF_CARES,
  {
    FULL: 'Needs no help from day to day (完全自理).',
    PARTIAL: 'Needs help with some things (部分失能、半自理).',
    NONE: 'Needs help with everything (失能、不能自理).',
  },
);

/** 劳动技能 · GraphQL enum. @article 3.3 */
export const LabourCapacityEnum = describedEnum(
  'LabourCapacity',
  'How far a member can work (劳动技能) (art. 3.3, 4.2). A household has labour capacity when any member is SKILLED, ORDINARY or WEAK.',
  LABOUR_CAPACITIES,
  {
    SKILLED: 'Can do skilled work (技能劳动力).',
    ORDINARY: 'Can do ordinary work (普通劳动力).',
    WEAK: 'Can do light or half work (弱劳动力或半劳动力).',
    LOST: 'Could work once and no longer can (丧失劳动力).',
    NONE: 'Cannot work by age or nature (无劳动力): children, the very old.',
  },
);

/** 低保、特困 · GraphQL enum. @article 4.2 */
export const SafetyNetStatusEnum = describedEnum(
  'SafetyNetStatus',
  'Which part of the safety net a member has (兜底保障情况) (art. 4.2).',
  SAFETY_NET_STATUSES,
  {
    NONE: 'Neither of the two (未享受).',
    SUBSISTENCE_ALLOWANCE: 'Rural subsistence allowance (农村低保).',
    EXTREME_POVERTY_SUPPORT: 'Support of persons in extreme poverty (特困人员救助供养).',
  },
);
