import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { StatSubject } from '../../domain/statistics/definition.js';
import { stopwatch } from '../../platform/clock.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { DateScalar } from '../../platform/graphql/scalars/index.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import type { CallerBudget } from '../../platform/http/caller-budget.js';
import { DepartmentAlertFilter } from '../alert/alert-filter.input.js';
import { MonitoringCaseFilter } from '../case/case-filter.input.js';
import { HouseholdFilter } from '../household/household-filter.input.js';
import type { ProvinceService } from '../province/index.js';
import type { RegionTree } from '../region/index.js';
import { narrowQuestion, SEGMENT_ARGUMENT, type SegmentReader } from '../segment/index.js';
import { ledgerOf, tellQuestion } from '../stat-desk/index.js';
import type { StatFilter } from '../stat-source/index.js';
import { StatSubjectEnum } from '../stat-source/stat-subject.graphql.js';
import { SupportMeasureFilter } from '../support/measure-filter.input.js';
import { AlertStats } from './alert-stats.graphql.js';
import { CaseStats } from './case-stats.graphql.js';
import { HouseholdStats } from './household-stats.graphql.js';
import { MeasureStats } from './measure-stats.graphql.js';
import { presentStats } from './present-stat-row.js';
import { definitionsOf } from './stat-definitions.js';
import { StatDefinition } from './stat-enums.graphql.js';
import type { RowsByKey } from './stat-row.resolver.js';
import { StatRowsArgs } from './stat-rows-args.js';
import { AS_OF, RULES_AS_OF } from './stat-words.js';
import type { StatisticsService } from './statistics.service.js';

/** What a question answers that was reckoned only. */
const NOT_ASKED: RowsByKey = { byKey: new Map(), suppressed: 0, truncated: false };

/** 统计查询 · Figures over the register: the selection of `rows` is the pivot table. @article 5.2 */
@Resolver()
export class StatisticsResolver {
  constructor(
    private readonly service: StatisticsService,
    private readonly segments: SegmentReader,
    private readonly tree: RegionTree,
    private readonly provinces: ProvinceService,
    private readonly budget: CallerBudget,
  ) {}

  @Query(() => HouseholdStats, {
    description:
      'Figures of households (农户统计) (art. 2.1, 5.2): the dimensions selected on `rows` are the grouping, the measures selected are what is computed.',
  })
  householdStats(
    @Arg('where', () => HouseholdFilter, {
      nullable: true,
      description: 'Which households (筛选条件); all in the region where absent.',
    })
    where: HouseholdFilter | null,
    @Arg('segment', () => ID, { nullable: true, description: SEGMENT_ARGUMENT }) segment: string | null,
    @Arg('asOf', () => DateScalar, { nullable: true, description: AS_OF }) asOf: CalendarDate | null,
    @Arg('rulesAsOf', () => DateScalar, { nullable: true, description: RULES_AS_OF }) rulesAsOf: CalendarDate | null,
    @Args(() => StatRowsArgs) rows: StatRowsArgs,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<RowsByKey> {
    return this.answer(ctx, info, { subject: 'HOUSEHOLDS', where: where ?? null }, segment, rows, { asOf, rulesAsOf });
  }

  @Query(() => CaseStats, {
    description:
      'Figures of monitoring cases (监测对象统计) (art. 3.2, 5.2): the dimensions selected on `rows` are the grouping, the measures selected are what is computed.',
  })
  caseStats(
    @Arg('where', () => MonitoringCaseFilter, {
      nullable: true,
      description: 'Which cases (筛选条件); all in the region where absent.',
    })
    where: MonitoringCaseFilter | null,
    @Arg('segment', () => ID, { nullable: true, description: SEGMENT_ARGUMENT }) segment: string | null,
    @Arg('asOf', () => DateScalar, { nullable: true, description: AS_OF }) asOf: CalendarDate | null,
    @Arg('rulesAsOf', () => DateScalar, { nullable: true, description: RULES_AS_OF }) rulesAsOf: CalendarDate | null,
    @Args(() => StatRowsArgs) rows: StatRowsArgs,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<RowsByKey> {
    return this.answer(ctx, info, { subject: 'CASES', where: where ?? null }, segment, rows, { asOf, rulesAsOf });
  }

  @Query(() => MeasureStats, {
    description:
      'Figures of support measures (帮扶措施统计) (art. 4.1, 5.2): the dimensions selected on `rows` are the grouping, the measures selected are what is computed.',
  })
  measureStats(
    @Arg('where', () => SupportMeasureFilter, {
      nullable: true,
      description: 'Which measures (筛选条件); all in the region where absent.',
    })
    where: SupportMeasureFilter | null,
    @Arg('segment', () => ID, { nullable: true, description: SEGMENT_ARGUMENT }) segment: string | null,
    @Args(() => StatRowsArgs) rows: StatRowsArgs,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<RowsByKey> {
    return this.answer(ctx, info, { subject: 'MEASURES', where: where ?? null }, segment, rows);
  }

  @Query(() => AlertStats, {
    description:
      "Figures of departments' alerts (部门预警统计) (art. 3.1, 5.2): the dimensions selected on `rows` are the grouping, the measures selected are what is computed.",
  })
  alertStats(
    @Arg('where', () => DepartmentAlertFilter, {
      nullable: true,
      description: 'Which alerts (筛选条件); all in the region where absent.',
    })
    where: DepartmentAlertFilter | null,
    @Arg('segment', () => ID, { nullable: true, description: SEGMENT_ARGUMENT }) segment: string | null,
    @Args(() => StatRowsArgs) rows: StatRowsArgs,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<RowsByKey> {
    return this.answer(ctx, info, { subject: 'ALERTS', where: where ?? null }, segment, rows);
  }

  @Query(() => [StatDefinition], {
    description:
      'What figures can be grouped by and what can be computed (统计口径) (art. 5.2): how, in which unit, and over what its rows must not be added up.',
  })
  statDefinitions(
    @Arg('subject', () => StatSubjectEnum, {
      nullable: true,
      description: 'Of what (统计对象); of everything where absent.',
    })
    subject: StatSubject | null,
  ): StatDefinition[] {
    return definitionsOf(subject ?? null);
  }

  private async answer(
    ctx: RequestContext,
    info: GraphQLResolveInfo,
    own: StatFilter,
    segmentId: string | null,
    { orderBy, having, withTotals, first }: StatRowsArgs,
    { asOf, rulesAsOf }: { asOf?: CalendarDate | null; rulesAsOf?: CalendarDate | null } = {},
  ): Promise<RowsByKey> {
    const groupings = selectionOf(info)
      .filter(({ name }) => name === 'rows')
      .map(({ key, selection }) => ({ key, fields: selection }));
    const rows = {
      orderBy: orderBy ?? [],
      having: having ?? [],
      withTotals: withTotals ?? false,
      first: first ?? null,
    };
    const days = { asOf: asOf ?? null, rulesAsOf: rulesAsOf ?? null };
    const measured = stopwatch();
    const { filter, segment } = await narrowQuestion(this.segments, ctx, info.schema, own, segmentId);
    const asked = await this.service.ask(ctx, filter, { groupings, ...rows }, days, ledgerOf(ctx, this.budget));
    tellQuestion(ctx, info, asked, measured(), segment);
    const { answer } = asked;
    if (answer === null) return NOT_ASKED;
    const { tree, provinces } = this;
    return {
      byKey: presentStats(answer, { tree, provinces, language: ctx.language, today: ctx.today }),
      suppressed: answer.suppressed,
      truncated: answer.groupings.some(({ truncated }) => truncated),
    };
  }
}
