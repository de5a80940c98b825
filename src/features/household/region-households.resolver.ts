import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { Row } from '../../platform/database/read-rows.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { ForwardPagingArgs } from '../../platform/graphql/paging-args.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import { Region } from '../region/region.graphql.js';
import { HouseholdConnection } from './household.graphql.js';
import type { HouseholdService } from './household.service.js';
import { HouseholdFilter } from './household-filter.input.js';

/** 区划内农户 · Households below a region. @article 5.1 */
@Resolver(() => Region)
export class RegionHouseholdsResolver {
  constructor(private readonly reader: HouseholdService) {}

  @FieldResolver(() => HouseholdConnection, {
    description: 'Households of the region and everything below it that the viewer may see (区划内农户), by number.',
  })
  households(
    @Root() region: Region,
    @Arg('where', () => HouseholdFilter, {
      nullable: true,
      description: 'Which of them are meant (筛选条件); all that the viewer may see where it is left out.',
    })
    where: HouseholdFilter | null,
    @Args(() => ForwardPagingArgs) paging: ForwardPagingArgs,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Row>> {
    return this.reader.page(ctx, { where }, paging, selectionOf(info), region.code);
  }
}
