import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { ancestorsOf, type RegionCode } from '../../domain/kernel/region-code.js';
import type { ScorecardFigure } from '../../domain/scorecard/scorecard-figure.js';
import type { Row } from '../../platform/database/read-rows.js';
import { readAheadKey } from '../../platform/database/read-shape.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { ForwardPagingArgs } from '../../platform/graphql/paging-args.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { DateScalar, RegionCodeScalar } from '../../platform/graphql/scalars/index.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import { DepartmentAlert } from '../alert/alert.graphql.js';
import { MonitoringCase } from '../case/case.graphql.js';
import { ProcedureRun } from '../case/procedure.graphql.js';
import { Household } from '../household/household.graphql.js';
import { PublicNotice } from '../notice/notice.graphql.js';
import { QualityFinding } from '../quality/quality.graphql.js';
import type { RegionTree } from '../region/index.js';
import { Region, regionObject } from '../region/region.graphql.js';
import { ScorecardFigureEnum, ScorecardRecord, ScorecardRecordConnection } from './scorecard-record.graphql.js';
import type { ScorecardRecordsService } from './scorecard-records.service.js';

/** 指标追溯 · The records behind the figures of a scorecard. @article 5.3 */
@Resolver(() => ScorecardRecord)
export class ScorecardRecordResolver {
  constructor(
    private readonly records: ScorecardRecordsService,
    private readonly tree: RegionTree,
  ) {}

  @Query(() => ScorecardRecordConnection, {
    description:
      'The records behind a figure of a scorecard (评分指标追溯) (art. 5.3), by village: with the region and the days of the scorecard, `totalCount` is what the figure counts, and with `met: true` the part of a share. Never for analysts; alerts and quality findings for those who read their lists. `instrumentsEnded` and `inspectionCampaign` are traced by the instruments of `province` and by `inspectionCampaigns`.',
  })
  scorecardRecords(
    @Arg('region', () => RegionCodeScalar, { description: 'The region of the scorecard, and all below it (区划).' })
    region: RegionCode,
    @Arg('from', () => DateScalar, { description: 'First day of the period (起始日期).' }) from: CalendarDate,
    @Arg('to', () => DateScalar, { description: 'Last day of the period, inclusive (截止日期).' }) to: CalendarDate,
    @Arg('figure', () => ScorecardFigureEnum, { description: 'The figure that is traced (评分指标).' })
    figure: ScorecardFigure,
    @Arg('met', () => Boolean, {
      nullable: true,
      description:
        'Of a share: only what meets it, or only what does not (是否达标); all that the share is taken of where it is left out.',
    })
    met: boolean | null,
    @Args(() => ForwardPagingArgs) paging: ForwardPagingArgs,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Row>> {
    return this.records.page(ctx, { region, from, to, figure, met: met ?? null }, paging, selectionOf(info));
  }

  @FieldResolver(() => Region, { description: 'Where it is counted (所在区划).' })
  region(@Root() row: Row): Region {
    const code = row['regionCode'] as RegionCode;
    const known = [code, ...ancestorsOf(code)].map((one) => this.tree.find(one));
    return regionObject(known.find((found) => found !== null)!);
  }

  @FieldResolver(() => Household, {
    nullable: true,
    description: 'Household that it is, or is about (农户); null for an alert of nobody and a finding of a region.',
  })
  household(@Root() row: Row, @Info() info: GraphQLResolveInfo): Row | null {
    return behind(row, info);
  }

  @FieldResolver(() => MonitoringCase, {
    nullable: true,
    description: 'Case that it is, or is about (监测对象); null where the figure counts none.',
  })
  case(@Root() row: Row, @Info() info: GraphQLResolveInfo): Row | null {
    return behind(row, info);
  }

  @FieldResolver(() => ProcedureRun, {
    nullable: true,
    description: 'The run that was counted (程序办理), of IDENTIFIED_ON_TIME; null elsewhere.',
  })
  run(@Root() row: Row, @Info() info: GraphQLResolveInfo): Row | null {
    return behind(row, info);
  }

  @FieldResolver(() => PublicNotice, {
    nullable: true,
    description: 'The notice that the case was on (公示), of NOTICE_COMPLIANCE; null elsewhere.',
  })
  notice(@Root() row: Row, @Info() info: GraphQLResolveInfo): Row | null {
    return behind(row, info);
  }

  @FieldResolver(() => DepartmentAlert, {
    nullable: true,
    description: 'The alert that was counted (部门筛查预警), of ALERTS_VERIFIED_ON_TIME; null elsewhere.',
  })
  alert(@Root() row: Row, @Info() info: GraphQLResolveInfo): Row | null {
    return behind(row, info);
  }

  @FieldResolver(() => QualityFinding, {
    nullable: true,
    description: 'The finding that was counted (数据质量问题), of DATA_QUALITY_FLAGS; null elsewhere.',
  })
  finding(@Root() row: Row, @Info() info: GraphQLResolveInfo): Row | null {
    return behind(row, info);
  }
}

/** What was read with the record; records of other figures have no such thing. */
function behind(row: Row, info: GraphQLResolveInfo): Row | null {
  return (row[readAheadKey(info.fieldName, String(info.path.key))] ?? null) as Row | null;
}
