import { Field, Float, InputType } from 'type-graphql';

const MONEY = 'money in yuan, a share in parts of 1';

/** 指标条件 · @article 5.2 */
@InputType({
  description:
    'Which rows are answered, by a figure of theirs (指标条件) (art. 5.2): all comparisons that are given must hold, and a figure that is null holds none. Totals are not chosen among.',
})
export class StatHaving {
  @Field(() => String, {
    description:
      'Response key of a measure, share or change that is selected on the rows (按所选指标的响应键): its alias, or its name where it has none. It applies to every selection of `rows` that has it.',
  })
  by!: string;

  @Field(() => Float, { nullable: true, description: `Exactly this (等于); ${MONEY}.` })
  eq?: number | null;

  @Field(() => Float, { nullable: true, description: `More than this (大于); ${MONEY}.` })
  gt?: number | null;

  @Field(() => Float, { nullable: true, description: `This or more (大于等于); ${MONEY}.` })
  gte?: number | null;

  @Field(() => Float, { nullable: true, description: `Less than this (小于); ${MONEY}.` })
  lt?: number | null;

  @Field(() => Float, { nullable: true, description: `This or less (小于等于); ${MONEY}.` })
  lte?: number | null;
}
