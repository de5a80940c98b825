import { Field, ObjectType } from 'type-graphql';
import { UserError } from '../../platform/graphql/user-error.js';
import { Lead } from './lead.graphql.js';

/** 线索处理结果 · Answer of the mutations on leads; its case is added by the room of cases. @article none — technical */
@ObjectType({
  description: 'Answer to reporting or verifying a lead (线索处理结果): the lead, the case that it led to, or why not.',
  simpleResolvers: true,
})
export class LeadPayload {
  @Field(() => Lead, { nullable: true, description: 'The lead as it is now (线索); null when refused.' })
  lead!: Lead | null;

  @Field(() => [UserError], { description: 'Every reason for a refusal (业务错误); empty when the change was made.' })
  userErrors!: readonly UserError[];
}
