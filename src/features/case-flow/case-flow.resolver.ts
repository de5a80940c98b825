import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { TimeBucket } from '../../domain/statistics/definition.js';
import { stopwatch } from '../../platform/clock.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { DateScalar } from '../../platform/graphql/scalars/index.js';
import type { CallerBudget } from '../../platform/http/caller-budget.js';
import { MonitoringCaseFilter } from '../case/case-filter.input.js';
import { narrowQuestion, SEGMENT_ARGUMENT, type SegmentReader } from '../segment/index.js';
import { ledgerOf, tellQuestion } from '../stat-desk/index.js';
import type { CaseStatFilter } from '../stat-source/index.js';
import { TimeBucketEnum } from '../stat-source/time-bucket.graphql.js';
import { CaseFlow } from './case-flow.graphql.js';
import type { CaseFlowsService } from './case-flows.service.js';

/** 监测对象流转 · How cases moved between statuses in a period. @article 3.2 */
@Resolver()
export class CaseFlowResolver {
  constructor(
    private readonly flows: CaseFlowsService,
    private readonly segments: SegmentReader,
    private readonly budget: CallerBudget,
  ) {}

  @Query(() => [CaseFlow], {
    description:
      'How cases moved between statuses in a period (监测对象流转) (art. 3.2, 3.3): identified, supported, eliminated, relapsed; by the days on which it happened, told by the events of the cases.',
  })
  async caseFlows(
    @Arg('where', () => MonitoringCaseFilter, {
      nullable: true,
      description: 'Which cases, as they stand now (筛选条件); all in the region where absent.',
    })
    where: MonitoringCaseFilter | null,
    @Arg('segment', () => ID, { nullable: true, description: SEGMENT_ARGUMENT }) segmentId: string | null,
    @Arg('from', () => DateScalar, { description: 'First day that is looked at (起始日期).' }) from: CalendarDate,
    @Arg('to', () => DateScalar, { description: 'Last day that is looked at, inclusive (截止日期).' }) to: CalendarDate,
    @Arg('bucket', () => TimeBucketEnum, {
      nullable: true,
      defaultValue: 'MONTH',
      description: 'How days are put together (时间分段); months unless told.',
    })
    bucket: TimeBucket | null,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<readonly CaseFlow[]> {
    const measured = stopwatch();
    const period = { from, to, bucket: bucket ?? 'MONTH' };
    const own: CaseStatFilter = { subject: 'CASES', where: where ?? null };
    const { filter, segment } = await narrowQuestion(this.segments, ctx, info.schema, own, segmentId);
    const asked = await this.flows.ask(ctx, filter.where, period, ledgerOf(ctx, this.budget));
    tellQuestion(ctx, info, asked, measured(), segment);
    return asked.answer?.rows ?? [];
  }
}
