import { Field, Int, ObjectType } from 'type-graphql';
import { RowError } from '../../platform/graphql/row-error.js';
import { UserError } from '../../platform/graphql/user-error.js';

/** 导入结果 · Answer of importHouseholds. @article none — technical */
@ObjectType({
  description:
    'Answer to an import of households (批量导入结果): how many were entered, brought up to date and left out, and why each was left out.',
  simpleResolvers: true,
})
export class ImportPayload {
  @Field(() => Int, { description: 'How many households were entered anew (新增户数).' })
  imported!: number;

  @Field(() => Int, { description: 'How many registered households were brought up to date (更新户数).' })
  updated!: number;

  @Field(() => Int, { description: 'How many rows were left out (失败行数); `rowErrors` says why.' })
  failed!: number;

  @Field(() => [RowError], { description: 'Every reason against a row (逐行错误), in the order of the rows.' })
  rowErrors!: readonly RowError[];

  @Field(() => [UserError], {
    description: 'Reasons against the call as a whole (业务错误): too many rows, or a key used with another input.',
  })
  userErrors!: readonly UserError[];
}
