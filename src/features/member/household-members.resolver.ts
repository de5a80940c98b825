import type { GraphQLResolveInfo } from 'graphql';
import { FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { readAhead } from '../../platform/graphql/read-ahead.js';
import { Household } from '../household/household.graphql.js';
import type { HouseholdObject } from '../household/index.js';
import { Member } from './member.graphql.js';
import type { MemberObject } from './member-object.js';

/** 农户的成员 · The people of a household. @article 2.1 */
@Resolver(() => Household)
export class HouseholdMembersResolver {
  @FieldResolver(() => Member, {
    nullable: true,
    description: 'The head of the household (户主); null only where the register came without one.',
  })
  head(@Root() household: HouseholdObject, @Info() info: GraphQLResolveInfo): MemberObject | null {
    return readAhead(household, info);
  }

  @FieldResolver(() => [Member], { description: 'Present members, the head first (家庭成员).' })
  members(@Root() household: HouseholdObject, @Info() info: GraphQLResolveInfo): MemberObject[] {
    return readAhead(household, info);
  }
}
