import { Field, ObjectType } from 'type-graphql';
import { UserError } from '../../platform/graphql/user-error.js';
import { MonitoringCase } from '../case/case.graphql.js';
import { Objection } from './notice.graphql.js';

/** 异议办理结果 · Answer of the mutations on objections. @article none — technical */
@ObjectType({
  description:
    'Answer to filing or resolving an objection (异议办理结果): the objection, its case for those who may see it, or why not.',
  simpleResolvers: true,
})
export class ObjectionPayload {
  @Field(() => Objection, { nullable: true, description: 'The objection as it is now (异议); null when refused.' })
  objection!: Objection | null;

  @Field(() => MonitoringCase, {
    nullable: true,
    description:
      'The case that the notice belongs to (监测对象); null when refused and for callers who may not see it.',
  })
  case!: MonitoringCase | null;

  @Field(() => [UserError], { description: 'Every reason for a refusal (业务错误); empty when the act was done.' })
  userErrors!: readonly UserError[];
}
