import { Field, Float, ObjectType } from 'type-graphql';
import { STAT_COMPARISONS } from '../../domain/statistics/stat-question.js';
import { describedEnum } from '../../platform/graphql/described-enum.js';

/** 对比时段 · GraphQL enum. @article none — technical */
export const StatComparisonEnum = describedEnum(
  'StatComparison',
  'With which earlier period a figure is compared (对比时段).',
  STAT_COMPARISONS,
  {
    PREVIOUS_PERIOD: 'The day, month, quarter or year before (环比).',
    SAME_PERIOD_LAST_YEAR: 'The same day, month, quarter or year of the year before (同比).',
  },
);

/** 变动 · @article 5.2 */
@ObjectType({
  description:
    'By how much a figure differs from an earlier one (变动) (art. 5.2), in the unit of its measure; money in yuan.',
  simpleResolvers: true,
})
export class StatChange {
  @Field(() => Float, {
    nullable: true,
    description:
      'The figure then (基期值): 0 for a count of a group that was not there; null before the first period that is counted, and where nothing is known or shown.',
  })
  earlier!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The figure of the row less the figure then (增减量); null where either is.',
  })
  difference!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'The difference in parts of the figure then (增减幅度), to six decimals: 0.25 for a quarter more; null where that is 0.',
  })
  rate!: number | null;
}
