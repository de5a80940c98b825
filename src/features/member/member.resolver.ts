import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Resolver, Root } from 'type-graphql';
import { ageOn, type CalendarDate } from '../../domain/kernel/calendar-date.js';
import { toGlobalId } from '../../platform/graphql/global-id.js';
import { readAhead } from '../../platform/graphql/read-ahead.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { DateScalar } from '../../platform/graphql/scalars/index.js';
import { Household } from '../household/household.graphql.js';
import type { HouseholdObject } from '../household/index.js';
import { Member } from './member.graphql.js';
import type { MemberObject } from './member-object.js';

/** 家庭成员 · What a member's own row does not say as it stands. @article 2.1 */
@Resolver(() => Member)
export class MemberResolver {
  @FieldResolver(() => ID, { description: 'Global id (标识), opaque; it stays the same for good.' })
  id(@Root() { countyCode, rowId }: MemberObject): string {
    return toGlobalId('Member', countyCode, rowId);
  }

  @FieldResolver(() => Household, { description: 'The household that the member belongs to (所属农户).' })
  household(@Root() member: MemberObject, @Info() info: GraphQLResolveInfo): HouseholdObject {
    return readAhead(member, info);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Age in whole years on a day (年龄); null where the day of birth is not known, and before it.',
  })
  age(
    @Root() { birthDate }: MemberObject,
    @Arg('on', () => DateScalar, {
      nullable: true,
      description: 'Day on which the age is reckoned (日期); today where it is left out.',
    })
    on: CalendarDate | null,
    @Ctx() ctx: RequestContext,
  ): number | null {
    return birthDate === null || birthDate === undefined ? null : ageOn(birthDate, on ?? ctx.today);
  }
}
