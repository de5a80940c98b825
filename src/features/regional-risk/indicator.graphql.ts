import { Field, ObjectType } from 'type-graphql';
import { describedEnum } from '../../platform/graphql/described-enum.js';

/** 指标来源 · Where the figures of an indicator come from. @article 2.3 */
export const INDICATOR_ORIGINS = ['REGISTER', 'SUBMITTED'] as const;

/** 指标来源 · GraphQL enum. @article 2.3 */
export const IndicatorOriginEnum = describedEnum(
  'IndicatorOrigin',
  'Where the figures of an indicator come from (指标来源) (art. 2.3).',
  INDICATOR_ORIGINS,
  {
    REGISTER: 'Reckoned month by month out of the register (本平台测算).',
    SUBMITTED: 'Submitted by departments with `submitIndicators` (部门上报).',
  },
);

/** 指标 · A monthly figure that may tell of a risk. @article 2.3 */
@ObjectType({
  description:
    'Monthly figure of a region that may tell of a risk of large-scale return to poverty (规模性返贫风险指标) (art. 2.3).',
  simpleResolvers: true,
})
export class RiskIndicator {
  @Field(() => String, { description: 'Its code (指标代码), as it is submitted and as warnings name it.' })
  code!: string;

  @Field(() => String, { description: 'Its name in the language asked for (指标名称).' })
  name!: string;

  @Field(() => String, { description: 'Unit of its figures (单位).' })
  unit!: string;

  @Field(() => IndicatorOriginEnum, { description: 'Where its figures come from (指标来源).' })
  origin!: (typeof INDICATOR_ORIGINS)[number];

  @Field(() => String, {
    nullable: true,
    description:
      'What one figure is about (指标对象): a product, a resettlement site; null where there is one figure a month.',
  })
  subject!: string | null;
}
