import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode, RegionLevel } from '../../domain/kernel/region-code.js';
import { stopwatch } from '../../platform/clock.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { DateScalar, RegionCodeScalar } from '../../platform/graphql/scalars/index.js';
import type { CallerBudget } from '../../platform/http/caller-budget.js';
import type { RegionTree } from '../region/index.js';
import { Region, RegionLevelEnum, regionObject } from '../region/region.graphql.js';
import { ledgerOf, tellQuestion } from '../stat-desk/index.js';
import { Scorecard } from './scorecard.graphql.js';
import type { RegionScore, ScorecardService } from './scorecard.service.js';

/** 考核评分 · @article 5.3 */
@Resolver(() => Scorecard)
export class ScorecardResolver {
  constructor(
    private readonly scores: ScorecardService,
    private readonly tree: RegionTree,
    private readonly budget: CallerBudget,
  ) {}

  @Query(() => [Scorecard], {
    description:
      'Performance by region for the yearly assessment (考核评分) (art. 5.3): timeliness, coverage, notices, relapse, data quality, and the four things that do not end; in the order of the codes.',
  })
  async scorecards(
    @Arg('region', () => RegionCodeScalar, { description: 'The region that is looked at (区划).' }) region: RegionCode,
    @Arg('level', () => RegionLevelEnum, { description: 'Level of the rows (层级): that of the region, or one below.' })
    level: RegionLevel,
    @Arg('from', () => DateScalar, { description: 'First day of the period (起始日期).' }) from: CalendarDate,
    @Arg('to', () => DateScalar, { description: 'Last day of the period, inclusive (截止日期).' }) to: CalendarDate,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<RegionScore[]> {
    const measured = stopwatch();
    const asked = await this.scores.ask(ctx, { region, level, from, to }, ledgerOf(ctx, this.budget));
    for (const one of asked) tellQuestion(ctx, info, one, measured(), null);
    return asked.flatMap(({ answer }) => answer?.scores ?? []).sort(byRegion);
  }

  @FieldResolver(() => Region, { description: 'Region that the figures are of (区划).' })
  region(@Root() { regionCode }: RegionScore): Region {
    return regionObject(this.tree.find(regionCode)!);
  }
}

const byRegion = ({ regionCode: one }: RegionScore, { regionCode: other }: RegionScore): number =>
  one < other ? -1 : Number(one > other);
