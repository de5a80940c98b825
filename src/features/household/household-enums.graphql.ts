import { SPECIAL_GROUPS } from '../../domain/household/household.js';
import { RECORD_SOURCES } from '../../domain/household/record-source.js';
import { describedEnum } from '../../platform/graphql/described-enum.js';

/** 特殊群体 · GraphQL enum. @article 2.1 */
export const SpecialGroupEnum = describedEnum(
  'SpecialGroup',
  "Groups whose households are looked at first (特殊群体) (art. 2.1), found from the members' conditions.",
  SPECIAL_GROUPS,
  {
    CRITICAL_ILLNESS: 'A member with a critical illness (大病重病).',
    HEAVY_CHRONIC_ILLNESS: 'A member with a chronic illness that weighs heavily (负担较重的慢性病).',
    SEVERE_DISABILITY: 'A member with a disability of grade 1 or 2 (重度残疾).',
    INCAPACITATED_ELDERLY: 'An elderly member who can no longer look after himself or herself (失能老年人).',
    OTHER: 'Another group that the province lists (其他特殊群体).',
  },
);

/** 记录来源 · GraphQL enum. @article 5.4 */
export const RecordSourceEnum = describedEnum(
  'RecordSource',
  'Where a record of the register comes from (记录来源) (art. 5.4).',
  RECORD_SOURCES,
  {
    NATIONAL_SYSTEM: 'Taken over from the national system (全国防返贫监测信息系统).',
    CENSUS: 'Collected in a census or a campaign of inspection (普查、集中排查).',
    DEPARTMENT: "Out of a department's data (部门数据).",
    VISIT: 'Told or seen on a visit to the household (入户走访).',
  },
);
