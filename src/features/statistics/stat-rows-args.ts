import { ArgsType, Field, Int } from 'type-graphql';
import { StatOrder } from './stat-enums.graphql.js';

/** 统计行的参数 · In which order the rows of each grouping come, and how many. @article 5.2 */
@ArgsType()
export class StatRowsArgs {
  @Field(() => [StatOrder], {
    nullable: true,
    description: 'In which order (排序), the first entry first; by the dimensions, ascending, unless told.',
  })
  orderBy?: StatOrder[] | null;

  @Field(() => Int, {
    nullable: true,
    defaultValue: 1000,
    description: 'Most rows of each grouping (行数上限): 1 to 10,000; `truncated` says whether there are more.',
  })
  first?: number | null;
}
