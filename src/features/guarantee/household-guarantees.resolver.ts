import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { readAhead } from '../../platform/graphql/read-ahead.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { DateScalar } from '../../platform/graphql/scalars/index.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import { AS_OF, Household } from '../household/household.graphql.js';
import type { HouseholdObject } from '../household/index.js';
import { Guarantees } from './guarantees.graphql.js';
import type { GuaranteesObject } from './guarantees-object.js';
import type { HouseholdGuarantees } from './household-guarantees.service.js';

/** 农户的保障核查 · The checks of a household's guarantees. @article 2.1 */
@Resolver(() => Household)
export class HouseholdGuaranteesResolver {
  constructor(private readonly reader: HouseholdGuarantees) {}

  @FieldResolver(() => Guarantees, {
    nullable: true,
    description:
      'The newest check of the six guarantees made by a day ("两不愁三保障"及饮水安全) (art. 2.1); null where none is recorded.',
  })
  guarantees(
    @Root() household: HouseholdObject,
    @Arg('on', () => DateScalar, { nullable: true, description: AS_OF }) on: CalendarDate | null,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<GuaranteesObject | null> | GuaranteesObject | null {
    return on ? this.reader.guaranteesOn(ctx, household, on, selectionOf(info)) : readAhead(household, info);
  }
}
