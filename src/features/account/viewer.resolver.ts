import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import type { Grant as HeldGrant } from '../../domain/jurisdiction/role.js';
import { ancestorsOf, type RegionCode } from '../../domain/kernel/region-code.js';
import type { Principal } from '../../platform/auth/principal.js';
import type { Row } from '../../platform/database/read-rows.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import { Household } from '../household/household.graphql.js';
import type { RegionTree } from '../region/index.js';
import { Region, regionObject } from '../region/region.graphql.js';
import { Grant, Viewer } from './viewer.graphql.js';
import type { ViewerService } from './viewer.service.js';

/** 当前用户 · The query `viewer` and the household behind it. @article 5.1 */
@Resolver(() => Viewer)
export class ViewerResolver {
  constructor(private readonly service: ViewerService) {}

  @Query(() => Viewer, { description: 'Whoever asks, as the token says (当前用户) (art. 5.1).' })
  viewer(@Ctx() ctx: RequestContext): Principal {
    return this.service.viewer(ctx);
  }

  @FieldResolver(() => Household, {
    nullable: true,
    description: "The viewer's own household (本人农户); null for everyone but residents.",
  })
  household(@Ctx() ctx: RequestContext, @Info() info: GraphQLResolveInfo): Promise<Row | null> {
    return this.service.household(ctx, selectionOf(info));
  }
}

/** 授权 · The region of a grant. @article 5.1 */
@Resolver(() => Grant)
export class GrantResolver {
  constructor(private readonly tree: RegionTree) {}

  @FieldResolver(() => Region, {
    description: 'Region that the role holds in, with everything below it (授权区划); the nearest one known.',
  })
  region(@Root() grant: HeldGrant): Region {
    const code = grant.region as RegionCode;
    const known = [code, ...ancestorsOf(code)].map((each) => this.tree.find(each));
    return regionObject(known.find((row) => row !== null)!);
  }
}
