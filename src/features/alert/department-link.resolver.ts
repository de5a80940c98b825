import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { RegionCodeScalar } from '../../platform/graphql/scalars/index.js';
import { DepartmentLink, DepartmentLinkPayload, RecordDepartmentLinkInput } from './department-link.graphql.js';
import type { LinkService } from './link.service.js';

type LinkObject = { readonly lastReceivedAt: string | null };

/** 部门联通 · Links of departments. @article 5.2 */
@Resolver(() => DepartmentLink)
export class DepartmentLinkResolver {
  constructor(private readonly links: LinkService) {}

  @Query(() => [DepartmentLink], {
    description:
      "Departments' links (部门数据联通) (art. 5.2) of a region and all below it: since when, real time or in batches, last received; one line a department.",
  })
  departmentLinks(
    @Arg('region', () => RegionCodeScalar, { description: 'Division code (行政区划代码) of the region.' })
    region: RegionCode,
    @Ctx() ctx: RequestContext,
  ): Promise<object[]> {
    return this.links.list(ctx, region);
  }

  @Mutation(() => DepartmentLinkPayload, {
    description:
      'An office records since when a department delivers for its region, and how (登记部门数据联通) (art. 5.2); recording it again replaces what was recorded.',
  })
  async recordDepartmentLink(
    @Arg('input', () => RecordDepartmentLinkInput, { description: 'The department and since when (办理内容).' })
    input: RecordDepartmentLinkInput,
    @Ctx() ctx: RequestContext,
  ): Promise<object> {
    const { done, refusals } = await this.links.record(ctx, input);
    if (done === null) return { link: null, userErrors: refusals };
    const links = await this.links.list(ctx, input.region);
    return { link: links.find(({ department }) => department === input.department) ?? null, userErrors: [] };
  }

  @FieldResolver()
  lastReceivedAt(@Root() { lastReceivedAt }: LinkObject): Date | null {
    return lastReceivedAt === null ? null : new Date(lastReceivedAt);
  }
}
