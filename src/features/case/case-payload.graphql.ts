import { Field, ObjectType } from 'type-graphql';
import { UserError } from '../../platform/graphql/user-error.js';
import { MonitoringCase } from './case.graphql.js';

/** 档案办理结果 · Answer of the mutations on cases. @article none — technical */
@ObjectType({
  description:
    'Answer to an act on a monitoring case (档案办理结果): the case as it is now, or why the act was refused.',
  simpleResolvers: true,
})
export class CasePayload {
  @Field(() => MonitoringCase, {
    nullable: true,
    description: 'The case as it is now (监测对象); null when the act was refused.',
  })
  case!: MonitoringCase | null;

  @Field(() => [UserError], { description: 'Every reason for a refusal (业务错误); empty when the act was done.' })
  userErrors!: readonly UserError[];
}
