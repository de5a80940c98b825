import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { FindingStatus } from '../../domain/quality/decide-settlement.js';
import type { Row } from '../../platform/database/read-rows.js';
import { selectedBelow } from '../../platform/database/selection.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { toGlobalId } from '../../platform/graphql/global-id.js';
import { ForwardPagingArgs } from '../../platform/graphql/paging-args.js';
import { readAhead } from '../../platform/graphql/read-ahead.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { RegionCodeScalar } from '../../platform/graphql/scalars/index.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import { MonitoringCase } from '../case/case.graphql.js';
import { Household } from '../household/household.graphql.js';
import type { RegionTree } from '../region/index.js';
import { Region, regionObject } from '../region/region.graphql.js';
import { FindingPayload, FindingStatusEnum, QualityFinding, QualityFindingConnection } from './quality.graphql.js';
import { SettleFindingInput } from './quality.input.js';
import type { QualityService } from './quality.service.js';

/** 问题对象 · What a finding's resolvers stand on. */
interface FindingObject {
  readonly rowId: string;
  readonly countyCode: string;
  readonly regionCode: RegionCode;
  readonly message: string;
  readonly messageEn: string;
}

/** 数据质量 · Findings: read in pages, and settled. @article 5.3 */
@Resolver(() => QualityFinding)
export class QualityResolver {
  constructor(
    private readonly quality: QualityService,
    private readonly tree: RegionTree,
  ) {}

  @Query(() => QualityFindingConnection, {
    description:
      'What the rules of data quality find wrong in a region and all below it (数据质量问题列表) (art. 5.3), the newest first.',
  })
  qualityFindings(
    @Arg('region', () => RegionCodeScalar, { description: 'The region and all below it (所在区划及下级).' })
    region: RegionCode,
    @Arg('rule', () => [String], { nullable: true, description: 'Only of these rules, by id (规则编号).' })
    rule: string[] | null,
    @Arg('status', () => [FindingStatusEnum], {
      nullable: true,
      description:
        'Only in one of these states (问题状态); with OPEN alone, just those that `Scorecard.dataQualityFlags` counts.',
    })
    status: FindingStatus[] | null,
    @Args(() => ForwardPagingArgs) paging: ForwardPagingArgs,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Row>> {
    return this.quality.page(ctx, { region, rules: rule ?? null, statuses: status ?? null }, paging, selectionOf(info));
  }

  @Mutation(() => FindingPayload, {
    description:
      'Settles a finding as explained, rectified or referred for accountability (处理数据质量问题) (art. 5.3).',
  })
  async settleFinding(
    @Arg('input', () => SettleFindingInput, { description: 'Which finding, and what came of it (办理内容).' })
    input: SettleFindingInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    const { done, refusals } = await this.quality.settle(ctx, input);
    if (done === null) return { finding: null, userErrors: refusals };
    const selection = selectedBelow(selectionOf(info), 'finding');
    const [finding] = await this.quality.find(ctx, done.county, [done.finding], selection);
    return { finding, userErrors: [] };
  }

  @FieldResolver(() => ID, { description: 'Global id (标识), opaque; it stays the same for good.' })
  id(@Root() { countyCode, rowId }: FindingObject): string {
    return toGlobalId('QualityFinding', countyCode, rowId);
  }

  @FieldResolver(() => String, { description: 'What is wrong, in the language asked for (问题说明).' })
  message(@Root() { message, messageEn }: FindingObject, @Ctx() { language }: RequestContext): string {
    return language === 'zh' ? message : messageEn;
  }

  @FieldResolver(() => Region, { description: 'Where it is (所在区划).' })
  region(@Root() { regionCode }: FindingObject): Region {
    return regionObject(
      (this.tree.find(regionCode) ??
        this.tree.find(regionCode.slice(0, 9) as RegionCode) ??
        this.tree.find(regionCode.slice(0, 6) as RegionCode))!,
    );
  }

  @FieldResolver(() => Household, {
    nullable: true,
    description: 'Household that it is about (农户); null for one of a region.',
  })
  household(@Root() finding: FindingObject, @Info() info: GraphQLResolveInfo): Row | null {
    return readAhead(finding, info);
  }

  @FieldResolver(() => MonitoringCase, {
    nullable: true,
    description: 'Case that it is about (监测对象); null where there is none.',
  })
  case(@Root() finding: FindingObject, @Info() info: GraphQLResolveInfo): Row | null {
    return readAhead(finding, info);
  }
}
