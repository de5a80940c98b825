import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Int, Query, Resolver } from 'type-graphql';
import { ancestorsOf, type RegionCode, type RegionLevel } from '../../domain/kernel/region-code.js';
import type { Row } from '../../platform/database/read-rows.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { ForwardPagingArgs } from '../../platform/graphql/paging-args.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { RegionCodeScalar } from '../../platform/graphql/scalars/index.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import { HouseholdConnection } from '../household/household.graphql.js';
import type { RegionTree } from '../region/index.js';
import { type Region, RegionLevelEnum, regionObject } from '../region/region.graphql.js';
import { InspectionCompliance, InspectionCoverage } from './campaign.graphql.js';
import type { CoverageService } from './coverage.service.js';

/** A register of a county or a province is counted. */
const COST = 100;

/** 排查覆盖情况 · How far campaigns are, which counties have had theirs, and whom to visit still. @article 3.1 */
@Resolver()
export class CoverageResolver {
  constructor(
    private readonly coverage: CoverageService,
    private readonly tree: RegionTree,
  ) {}

  @Query(() => [InspectionCoverage], {
    complexity: COST,
    description:
      'How far an inspection campaign is, place by place (分地排查覆盖情况) (art. 3.1), over the households that the viewer reaches.',
  })
  async inspectionCoverage(
    @Arg('campaignId', () => ID, { description: 'Global id of the campaign (集中排查标识).' }) campaignId: string,
    @Arg('level', () => RegionLevelEnum, {
      defaultValue: 'VILLAGE',
      description: 'By COUNTY, TOWNSHIP or VILLAGE (分列层级).',
    })
    level: RegionLevel,
    @Ctx() ctx: RequestContext,
  ): Promise<object[]> {
    const rows = await this.coverage.byPlace(ctx, campaignId, level);
    return rows.map((row) => ({ ...row, region: this.nearest(row.code as RegionCode) }));
  }

  @Query(() => [InspectionCompliance], {
    complexity: COST,
    description:
      'Whether each county of a province, a city or a county has had its inspection campaign of a year (各县年度排查情况) (art. 3.1); one without is named by NONE.',
  })
  async inspectionCompliance(
    @Arg('region', () => RegionCodeScalar, { description: 'Whose counties are meant (区划).' }) region: RegionCode,
    @Arg('year', () => Int, { description: 'The year whose campaigns count (年度).' }) year: number,
    @Ctx() ctx: RequestContext,
  ): Promise<object[]> {
    const rows = await this.coverage.compliance(ctx, region, year);
    return rows.map(({ county, ...row }) => ({ ...row, region: this.nearest(county) }));
  }

  @Query(() => HouseholdConnection, {
    description:
      'Households that nobody has met in the days of a campaign (待走访农户) (art. 3.1), by village: what a village worker has still to do.',
  })
  householdsToVisit(
    @Arg('campaignId', () => ID, { description: 'Global id of the campaign (集中排查标识).' }) campaignId: string,
    @Arg('region', () => RegionCodeScalar, {
      nullable: true,
      description:
        'In this region of the campaign only (所在区划); everywhere that the viewer reaches where it is left out.',
    })
    region: RegionCode | null,
    @Args(() => ForwardPagingArgs) paging: ForwardPagingArgs,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Row>> {
    return this.coverage.toVisit(ctx, { campaignId, region }, paging, selectionOf(info));
  }

  private nearest(code: RegionCode): Region {
    const known = [code, ...ancestorsOf(code)].map((one) => this.tree.find(one));
    return regionObject(known.find((row) => row !== null)!);
  }
}
