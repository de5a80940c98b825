import { Field, Int, ObjectType } from 'type-graphql';
import { RowError } from '../../platform/graphql/row-error.js';
import { UserError } from '../../platform/graphql/user-error.js';

/** 批量上报结果 · Answer of submitIndicators. @article none — technical */
@ObjectType({
  description:
    'Answer to a batch of figures (批量上报结果): how many were taken in, were there already and were left out, and why each was left out.',
  simpleResolvers: true,
})
export class BatchReport {
  @Field(() => Int, {
    description:
      'How many rows were taken in (采纳行数): new figures, and corrections of the sender’s own earlier ones.',
  })
  accepted!: number;

  @Field(() => Int, {
    description: 'How many rows were there already with the same value (重复行数); nothing was written.',
  })
  duplicates!: number;

  @Field(() => Int, { description: 'How many rows were left out (失败行数); `rowErrors` says why.' })
  failed!: number;

  @Field(() => [RowError], { description: 'Every reason against a row (逐行错误), in the order of the rows.' })
  rowErrors!: readonly RowError[];

  @Field(() => [UserError], {
    description: 'Reasons against the call as a whole (业务错误): too many rows, or a key used with another input.',
  })
  userErrors!: readonly UserError[];
}
