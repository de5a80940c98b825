import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import type { Row } from '../../platform/database/read-rows.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import { Household } from '../household/household.graphql.js';
import type { HouseholdObject } from '../household/index.js';
import type { PersonalDataService } from './personal-data.service.js';

/** 农户的个人信息 · Where a household lives, and which household an identity number belongs to. @article 5.3 */
@Resolver(() => Household)
export class HouseholdPersonalDataResolver {
  constructor(private readonly personal: PersonalDataService) {}

  @Query(() => Household, {
    nullable: true,
    description:
      'A household by the identity number of a present member (按身份证号查询), through its keyed digest; audited with its purpose on the household that is found (art. 5.3).',
  })
  householdByIdNumber(
    @Arg('idNumber', () => String, {
      description: 'Identity number of 18 characters (身份证号码); it is written nowhere.',
    })
    idNumber: string,
    @Arg('purpose', () => String, {
      description: 'What the household is looked up for (查询用途); it is written to the audit trail.',
    })
    purpose: string,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Row | null> {
    return this.personal.byIdNumber(ctx, idNumber, purpose, selectionOf(info));
  }

  @FieldResolver()
  address(@Root() household: HouseholdObject, @Ctx() ctx: RequestContext): string | null {
    return this.personal.address(ctx, household);
  }
}
