import { Field, ObjectType } from 'type-graphql';
import { RowError } from '../../platform/graphql/row-error.js';
import { UserError } from '../../platform/graphql/user-error.js';
import { MonitoringCase } from './case.graphql.js';

/** 批量办理结果 · Answer of the mutations on many cases. @article none — technical */
@ObjectType({
  description:
    'Answer to an act on many monitoring cases (批量办理结果): the cases of the items that were done, and why each of the others was not.',
  simpleResolvers: true,
})
export class BatchPayload {
  @Field(() => [MonitoringCase], {
    description: 'Cases whose items were done (办成的监测对象), as they are now, once each, in the order of the items.',
  })
  cases!: readonly MonitoringCase[];

  @Field(() => [RowError], {
    description: 'Every reason against an item that was not done (逐项错误), in the order of the items.',
  })
  rowErrors!: readonly RowError[];

  @Field(() => [UserError], {
    description:
      'Reasons against the call as a whole (业务错误): too many items, a meeting in the future, or a key used with another input; nothing was done then.',
  })
  userErrors!: readonly UserError[];
}
