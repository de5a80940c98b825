import { ArgsType, Field, Int } from 'type-graphql';
import { StatOrder } from './stat-enums.graphql.js';
import { StatHaving } from './stat-having.input.js';

/** 统计行的参数 · Which rows of each grouping come, in which order and how many. @article 5.2 */
@ArgsType()
export class StatRowsArgs {
  @Field(() => [StatHaving], {
    nullable: true,
    description: 'Which rows are answered, by figures of theirs (指标条件); all that are given must hold.',
  })
  having?: StatHaving[] | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description:
      'Whether the total and the subtotals come too (是否含合计): a row for each beginning of the list of dimensions, after the rows themselves, counted anew and not added up, so that medians and different households are right in them. `totalOver` has to be selected, which tells them apart.',
  })
  withTotals?: boolean | null;

  @Field(() => [StatOrder], {
    nullable: true,
    description: 'In which order (排序), the first entry first; by the dimensions, ascending, unless told.',
  })
  orderBy?: StatOrder[] | null;

  @Field(() => Int, {
    nullable: true,
    defaultValue: 1000,
    description:
      'Most rows of each grouping, and most totals of each level (行数上限): 1 to 10,000; `truncated` says whether there are more.',
  })
  first?: number | null;
}
