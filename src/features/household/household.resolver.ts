import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import { ancestorsOf } from '../../domain/kernel/region-code.js';
import type { Row } from '../../platform/database/read-rows.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { toGlobalId } from '../../platform/graphql/global-id.js';
import { PagingArgs } from '../../platform/graphql/paging-args.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import type { RegionTree } from '../region/index.js';
import { Region, regionObject } from '../region/region.graphql.js';
import { Household, HouseholdConnection } from './household.graphql.js';
import type { HouseholdService } from './household.service.js';
import { HouseholdFilter, HouseholdOrder } from './household-filter.input.js';
import type { HouseholdObject } from './household-object.js';
import { readHouseholdId } from './read-household-id.js';

/** 农户 · Households: read alone, by number, in pages. @article 2.1 */
@Resolver(() => Household)
export class HouseholdResolver {
  constructor(
    private readonly reader: HouseholdService,
    private readonly tree: RegionTree,
  ) {}

  @Query(() => Household, {
    nullable: true,
    description: "One household by its id (农户) (art. 2.1); null where there is none in the viewer's region.",
  })
  household(
    @Arg('id', () => ID, { description: 'Global id of the household (农户标识).' }) id: string,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Row | null> {
    return this.reader.one(ctx, readHouseholdId(id), selectionOf(info));
  }

  @Query(() => Household, {
    nullable: true,
    description:
      "One household by its number in the register (按户编号查询) (art. 5.4); null where there is none in the viewer's region.",
  })
  householdByNumber(
    @Arg('number', () => String, { description: 'Number of the household (户编号), as it is written.' })
    number: string,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Row | null> {
    return this.reader.byNumber(ctx, number, selectionOf(info));
  }

  @Query(() => HouseholdConnection, {
    description:
      "Households of the viewer's region (农户列表) (art. 2.1), filtered and in the order asked for; by number unless told.",
  })
  households(
    @Arg('where', () => HouseholdFilter, {
      nullable: true,
      description: 'Which households are meant (筛选条件); everything that the viewer may see where it is left out.',
    })
    where: HouseholdFilter | null,
    @Arg('orderBy', () => [HouseholdOrder], {
      nullable: true,
      description: 'Keys of the order, the weightiest first (排序).',
    })
    orderBy: HouseholdOrder[] | null,
    @Args(() => PagingArgs) paging: PagingArgs,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Row>> {
    return this.reader.page(ctx, { where, orderBy }, paging, selectionOf(info));
  }

  @FieldResolver(() => ID, { description: 'Global id (标识), opaque; it stays the same for good.' })
  id(@Root() { countyCode, rowId }: HouseholdObject): string {
    return toGlobalId('Household', countyCode, rowId);
  }

  @FieldResolver(() => Region, {
    description: 'Village that the household belongs to, or the nearest region known (所在村).',
  })
  region(@Root() { regionCode }: HouseholdObject): Region {
    const known = [regionCode, ...ancestorsOf(regionCode)]
      .map((code) => this.tree.find(code))
      .find((row) => row !== null);
    return regionObject(known!);
  }
}
