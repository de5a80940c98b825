import { Field, ObjectType } from 'type-graphql';
import { UserError } from '../../platform/graphql/user-error.js';
import { Household } from './household.graphql.js';

/** 农户变更结果 · Answer of the mutations on households. @article none — technical */
@ObjectType({
  description:
    'Answer to a change of a household, its members, incomes or guarantees (农户变更结果): the household, or why not.',
  simpleResolvers: true,
})
export class HouseholdPayload {
  @Field(() => Household, {
    nullable: true,
    description: 'The household as it is now (农户); null when the change was refused.',
  })
  household!: Household | null;

  @Field(() => [UserError], { description: 'Every reason for a refusal (业务错误); empty when the change was made.' })
  userErrors!: readonly UserError[];
}
