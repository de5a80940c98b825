import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { ancestorsOf } from '../../domain/kernel/region-code.js';
import { selectedBelow } from '../../platform/database/selection.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { toGlobalId } from '../../platform/graphql/global-id.js';
import { ForwardPagingArgs } from '../../platform/graphql/paging-args.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import type { Changed } from '../change/index.js';
import type { RegionTree } from '../region/index.js';
import { Region, regionObject } from '../region/region.graphql.js';
import { HazardEvent, HazardEventConnection, HazardPayload } from './hazard.graphql.js';
import { HazardEventFilter, ReportHazardInput, ScreenHazardInput } from './hazard.input.js';
import type { HazardIds, HazardService } from './hazard.service.js';
import type { HazardObject, HazardReader } from './hazard-reader.service.js';

/** 规模性返贫风险 · Hazards: reported, read in pages, screened. @article 2.3 */
@Resolver(() => HazardEvent)
export class HazardResolver {
  constructor(
    private readonly hazards: HazardService,
    private readonly reader: HazardReader,
    private readonly tree: RegionTree,
  ) {}

  @Query(() => HazardEventConnection, {
    description:
      "Hazards that touch the viewer's regions (规模性返贫风险事件列表) (art. 2.3), filtered, the newest first.",
  })
  hazardEvents(
    @Arg('where', () => HazardEventFilter, {
      nullable: true,
      description: 'Which hazards are meant (筛选条件); all that touch the viewer’s regions where it is left out.',
    })
    where: HazardEventFilter | null,
    @Args(() => ForwardPagingArgs) paging: ForwardPagingArgs,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<HazardObject>> {
    return this.reader.page(ctx, { ...where }, paging, selectionOf(info));
  }

  @Mutation(() => HazardPayload, {
    description:
      'Reports a hazard or risk that can push many households back (报告规模性返贫风险事件) (art. 2.3); townships and departments report too.',
  })
  async reportHazard(
    @Arg('input', () => ReportHazardInput, { description: 'What happened, where and when (办理内容).' })
    input: ReportHazardInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return this.answer(ctx, info, await this.hazards.report(ctx, input), 'Mutation.reportHazard');
  }

  @Mutation(() => HazardPayload, {
    complexity: 200,
    description:
      'Opens a lead for every household in the hazard’s regions that the province’s rules single out (筛查风险事件) (art. 2.3), once each. Large areas are screened in the background: `screening` tells how far it is.',
  })
  async screenHazard(
    @Arg('input', () => ScreenHazardInput, { description: 'Which hazard, as of which day (办理内容).' })
    input: ScreenHazardInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return this.answer(ctx, info, await this.hazards.screen(ctx, input), 'Mutation.screenHazard');
  }

  @FieldResolver(() => ID, { description: 'Global id (标识), opaque; it stays the same for good.' })
  id(@Root() { countyCode, rowId }: HazardObject): string {
    return toGlobalId('HazardEvent', countyCode, rowId);
  }

  @FieldResolver(() => [Region], { description: 'Where it struck (涉及区划): regions of any level.' })
  regions(@Root() { regions }: HazardObject): Region[] {
    return regions.map((region) => {
      const known = [region, ...ancestorsOf(region)].map((code) => this.tree.find(code));
      return regionObject(known.find((row) => row !== null)!);
    });
  }

  @FieldResolver()
  description(@Root() hazard: HazardObject, @Ctx() ctx: RequestContext): string {
    return this.reader.description(ctx, hazard);
  }

  private async answer(
    ctx: RequestContext,
    info: GraphQLResolveInfo,
    { done, refusals }: Changed<HazardIds>,
    operation: string,
  ): Promise<object> {
    if (done === null) return { hazard: null, userErrors: refusals };
    const selection = selectedBelow(selectionOf(info), 'hazard');
    const [hazard] = await this.reader.find(ctx, [done.hazard], selection, operation);
    return { hazard, userErrors: [] };
  }
}
