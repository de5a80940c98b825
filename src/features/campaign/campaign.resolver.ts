import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { ancestorsOf, type RegionCode } from '../../domain/kernel/region-code.js';
import { selectedBelow } from '../../platform/database/selection.js';
import { toGlobalId } from '../../platform/graphql/global-id.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { RegionCodeScalar } from '../../platform/graphql/scalars/index.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import type { RegionTree } from '../region/index.js';
import { Region, regionObject } from '../region/region.graphql.js';
import { CampaignPayload, InspectionCampaign } from './campaign.graphql.js';
import { StartInspectionCampaignInput } from './campaign.input.js';
import type { CampaignService } from './campaign.service.js';
import type { CampaignObject, CampaignReader } from './campaign-reader.service.js';

/** 集中排查 · Campaigns. @article 3.1 */
@Resolver(() => InspectionCampaign)
export class CampaignResolver {
  constructor(
    private readonly campaigns: CampaignService,
    private readonly reader: CampaignReader,
    private readonly tree: RegionTree,
  ) {}

  @Query(() => [InspectionCampaign], {
    complexity: 20,
    description:
      'Inspection campaigns of a year (集中排查) (art. 3.1): of the region, of the regions above it, and of the two levels below it.',
  })
  inspectionCampaigns(
    @Arg('region', () => RegionCodeScalar, { description: 'Whose campaigns are meant (区划).' }) region: RegionCode,
    @Arg('year', () => Int, { description: 'The year that they count for (年度).' }) year: number,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object[]> {
    return this.reader.list(ctx, region, year, selectionOf(info));
  }

  @Mutation(() => CampaignPayload, {
    description:
      'Starts an inspection campaign of a region (启动集中排查) (art. 3.1, 5.4); a lower one names the higher one that it carries out.',
  })
  async startInspectionCampaign(
    @Arg('input', () => StartInspectionCampaignInput, { description: 'Where and when (办理内容).' })
    input: StartInspectionCampaignInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    const { done, refusals } = await this.campaigns.start(ctx, input);
    if (done === null) return { campaign: null, userErrors: refusals };
    const selection = selectedBelow(selectionOf(info), 'campaign');
    const operation = 'Mutation.startInspectionCampaign';
    const [campaign] = await this.reader.find(ctx, [done.campaign], selection, operation);
    return { campaign, userErrors: [] };
  }

  @FieldResolver(() => ID, { description: 'Global id (标识), opaque; it stays the same for good.' })
  id(@Root() { countyCode, rowId }: CampaignObject): string {
    return toGlobalId('InspectionCampaign', countyCode, rowId);
  }

  @FieldResolver(() => Region, { description: 'Where every household is visited (排查区划).' })
  region(@Root() { region }: CampaignObject): Region {
    const known = [region, ...ancestorsOf(region)].map((code) => this.tree.find(code));
    return regionObject(known.find((row) => row !== null)!);
  }
}
