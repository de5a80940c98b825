import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { CaseCohortFigures } from '../../domain/statistics/case-cohort.js';
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
import { CaseCohort } from './case-cohort.graphql.js';
import type { CaseCohortsService } from './case-cohorts.service.js';

/** 识别队列 · What became of the cases identified in each period. @article 3.2 */
@Resolver()
export class CaseCohortResolver {
  constructor(
    private readonly cohorts: CaseCohortsService,
    private readonly segments: SegmentReader,
    private readonly budget: CallerBudget,
  ) {}

  @Query(() => [CaseCohort], {
    description:
      'What became of the cases identified in each period (识别队列) (art. 3.2, 3.3, 4.1): helped within the limit, eliminated within 6, 12 and 24 months, identified again; only of those whose time is over.',
  })
  async caseCohorts(
    @Arg('where', () => MonitoringCaseFilter, {
      nullable: true,
      description: 'Which cases, as they stand now (筛选条件); all in the region where absent.',
    })
    where: MonitoringCaseFilter | null,
    @Arg('segment', () => ID, { nullable: true, description: SEGMENT_ARGUMENT }) segmentId: string | null,
    @Arg('identifiedFrom', () => DateScalar, {
      description: 'First day of identification that is looked at (识别起始日).',
    })
    from: CalendarDate,
    @Arg('identifiedTo', () => DateScalar, {
      description:
        'Last day of identification that is looked at, inclusive (识别截止日); ten years after the first at most.',
    })
    to: CalendarDate,
    @Arg('bucket', () => TimeBucketEnum, {
      nullable: true,
      defaultValue: 'MONTH',
      description: 'How days of identification are put together (时间分段); months unless told.',
    })
    bucket: TimeBucket | null,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object[]> {
    const measured = stopwatch();
    const period = { from, to, bucket: bucket ?? 'MONTH' };
    const own: CaseStatFilter = { subject: 'CASES', where: where ?? null };
    const { filter, segment } = await narrowQuestion(this.segments, ctx, info.schema, own, segmentId);
    const asked = await this.cohorts.ask(ctx, filter.where, period, ledgerOf(ctx, this.budget));
    tellQuestion(ctx, info, asked, measured(), segment);
    return (asked.answer?.rows ?? []).map(present);
  }
}

function present({ eliminated, relapsed, ...rest }: CaseCohortFigures): object {
  return {
    ...rest,
    eliminatedWithin6Months: eliminated.get(6),
    eliminatedWithin12Months: eliminated.get(12),
    eliminatedWithin24Months: eliminated.get(24),
    relapsedWithin12Months: relapsed?.get(12) ?? null,
    relapsedWithin24Months: relapsed?.get(24) ?? null,
  };
}
