import { Field, Float, InputType } from 'type-graphql';
import { IdempotencyKey } from '../../platform/graphql/mutation-input.js';

/** 指标数据 · @article 2.3 */
@InputType({ description: 'One monthly figure of a region from outside the register (指标数据) (art. 2.3).' })
export class IndicatorInput {
  @Field(() => String, {
    description:
      'Division code of the region that the figure is of (行政区划代码), 6, 9 or 12 digits; within the sender’s own.',
  })
  region!: string;

  @Field(() => String, {
    description:
      'Code of the indicator (指标代码), e.g. "farm-price", "rural-unemployment-rate", "projects-failed"; `riskIndicators` lists them.',
  })
  indicator!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'What the figure is about (指标对象): the product of a price, the resettlement site; left out where the indicator has one figure a month.',
  })
  subject?: string | null;

  @Field(() => String, {
    description: 'Month that the figure is of (所属月份), YYYY-MM, e.g. "2023-10"; it has begun.',
  })
  month!: string;

  @Field(() => Float, { description: 'The figure (数值), in the unit of its indicator.' })
  value!: number;

  @Field(() => String, {
    description: 'Report or statement that the figure stands in (数据来源); kept encrypted.',
  })
  source!: string;
}

/** 上报指标 · @article 2.3 */
@InputType({
  description:
    'Monthly figures from outside the register (上报指标) (art. 2.3): prices of bulk farm products, rural unemployment, projects and their failure, resettlement sites.',
})
export class SubmitIndicatorsInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => [IndicatorInput], {
    description:
      'The figures (指标数据列表), 1 to 1,000, each standing or falling by itself. One that is there already with the same value is a duplicate; another value of the same department corrects its own.',
  })
  values!: IndicatorInput[];
}
