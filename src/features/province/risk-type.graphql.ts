import { Field, ObjectType } from 'type-graphql';
import { RISK_GROUPS, type RiskGroup } from '../../domain/risk/risk-type.js';
import { describedEnum } from '../../platform/graphql/described-enum.js';

/** 风险类别 · GraphQL enum of the national groups of risks. @article 4.2 */
export const RiskGroupEnum = describedEnum(
  'RiskGroup',
  'National group of risks of falling back into poverty (返贫致贫风险类别) (art. 2.1, 4.2); every risk type of a province belongs to one.',
  RISK_GROUPS,
  {
    ILLNESS: 'Illness and its cost (因病).',
    EDUCATION: 'Cost of schooling (因学), or a child out of school.',
    DISABILITY: 'Disability (因残) and the care that it needs.',
    DISASTER: 'Natural disaster (因自然灾害): flood, drought, storm, earthquake, landslide.',
    ACCIDENT: 'Accident (因意外事故): traffic, work, fire at home.',
    EMPLOYMENT: 'Work lost or unsteady (因务工就业不稳).',
    INDUSTRY: 'Farming, breeding or a business that failed (因产业项目失败).',
    LABOUR_SHORTAGE: 'Too few hands that can work (缺劳动力).',
    HOUSING: 'House not safe (住房出现安全问题).',
    DRINKING_WATER: 'Drinking water not safe or not enough (饮水出现安全问题).',
    INCOME_DROP: 'Income fell sharply (收入大幅缩减), whatever the reason.',
    OTHER: 'Another risk (其他), told in words.',
  },
);

/** 风险类型 · A kind of risk in a province's list. @article 4.2 */
@ObjectType({
  description:
    "Kind of risk as the province's configuration lists it (风险类型) (art. 4.2), on one of the national groups.",
  simpleResolvers: true,
})
export class RiskType {
  @Field(() => String, {
    description: 'Stable code inside the province (风险类型代码), in capitals, e.g. "ILLNESS".',
  })
  code!: string;

  @Field(() => String, {
    description: 'Name as people know it (风险类型名称), e.g. 因病; in Chinese unless the caller asks for English.',
  })
  name!: string;

  @Field(() => RiskGroupEnum, {
    description: 'The national group it belongs to (风险类别), the same in every province.',
  })
  group!: RiskGroup;
}
