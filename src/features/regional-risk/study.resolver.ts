import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { Row } from '../../platform/database/read-rows.js';
import { selectedBelow } from '../../platform/database/selection.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { toGlobalId } from '../../platform/graphql/global-id.js';
import { ForwardPagingArgs } from '../../platform/graphql/paging-args.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { DateScalar, RegionCodeScalar } from '../../platform/graphql/scalars/index.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import type { RegionTree } from '../region/index.js';
import { Region, regionObject } from '../region/region.graphql.js';
import { RiskStudy, RiskStudyConnection, RiskStudyDuty, StudyPayload } from './study.graphql.js';
import { RecordRiskStudyInput } from './study.input.js';
import type { RegionStudyDuty, StudyConclusion, StudyService } from './study.service.js';
import { RegionalWarning } from './warning.graphql.js';

/** 研判对象 · What a study's resolvers stand on. */
interface StudyObject extends StudyConclusion {
  readonly countyCode: string;
  readonly warningIds: readonly string[];
}

/** 风险研判 · Joint studies: recorded, read in pages, and missed ones named. @article 5.2 */
@Resolver(() => RiskStudy)
export class StudyResolver {
  constructor(
    private readonly studies: StudyService,
    private readonly tree: RegionTree,
  ) {}

  @Query(() => RiskStudyConnection, {
    description: "Joint studies of the viewer's region (风险研判列表) (art. 5.2), the newest first.",
  })
  riskStudies(
    @Arg('region', () => RegionCodeScalar, {
      nullable: true,
      description: 'Of this region and all below it (所在区划及下级); everything in reach where it is left out.',
    })
    region: RegionCode | null,
    @Args(() => ForwardPagingArgs) paging: ForwardPagingArgs,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Row>> {
    return this.studies.page(ctx, region ?? null, paging, selectionOf(info));
  }

  @Query(() => [RiskStudyDuty], {
    description:
      'Of each county, city and province within a region, when its next joint study is due and whether it was missed (研判义务) (art. 5.2); those that missed one first.',
  })
  riskStudyDuties(
    @Arg('region', () => RegionCodeScalar, {
      description: 'The region and all below it down to counties (所在区划及下级).',
    })
    region: RegionCode,
    @Arg('on', () => DateScalar, {
      nullable: true,
      description: 'As of which day (截至日期); today where it is left out.',
    })
    on: CalendarDate | null,
    @Arg('missedOnly', () => Boolean, {
      defaultValue: true,
      description: 'Only regions that missed one (仅看逾期未研判), which is what is asked for where nothing is said.',
    })
    missedOnly: boolean,
    @Ctx() ctx: RequestContext,
  ): Promise<RegionStudyDuty[]> {
    return this.studies.duties(ctx, region, on ?? ctx.today, missedOnly);
  }

  @Mutation(() => StudyPayload, {
    description: 'Records a joint study of regional risk by departments (登记风险研判) (art. 5.2).',
  })
  async recordRiskStudy(
    @Arg('input', () => RecordRiskStudyInput, { description: 'What was studied, by whom, with what end (办理内容).' })
    input: RecordRiskStudyInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    const { done, refusals } = await this.studies.record(ctx, input);
    if (done === null) return { study: null, userErrors: refusals };
    const selection = selectedBelow(selectionOf(info), 'study');
    const [study] = await this.studies.find(ctx, done.county, [done.study], selection);
    return { study, userErrors: [] };
  }

  @FieldResolver(() => ID, { description: 'Global id (标识), opaque; it stays the same for good.' })
  id(@Root() { countyCode, rowId }: StudyObject): string {
    return toGlobalId('RiskStudy', countyCode, rowId);
  }

  @FieldResolver(() => Region, { description: 'Region that was studied (研判区划).' })
  region(@Root() { regionCode }: StudyObject): Region {
    return regionObject(this.tree.find(regionCode)!);
  }

  @FieldResolver()
  conclusion(@Root() study: StudyObject, @Ctx() ctx: RequestContext): string {
    return this.studies.conclusion(ctx, study);
  }

  @FieldResolver(() => [RegionalWarning], {
    description: 'Regional warnings that it looked at (涉及预警), those in the viewer’s reach.',
  })
  warnings(
    @Root() { warningIds }: StudyObject,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Row[]> {
    return this.studies.warningsOf(ctx, warningIds, selectionOf(info));
  }
}

/** 研判义务 · Whose duty it is. @article 5.2 */
@Resolver(() => RiskStudyDuty)
export class RiskStudyDutyResolver {
  constructor(private readonly tree: RegionTree) {}

  @FieldResolver(() => Region, { description: 'County, city or province whose study it is (研判区划).' })
  region(@Root() { regionCode }: RegionStudyDuty): Region {
    return regionObject(this.tree.find(regionCode)!);
  }
}
