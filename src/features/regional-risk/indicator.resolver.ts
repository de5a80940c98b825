import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { INDICATORS } from '../../domain/regional-risk/indicator.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { BatchReport } from './batch-report.graphql.js';
import { RiskIndicator } from './indicator.graphql.js';
import { SubmitIndicatorsInput } from './indicator.input.js';
import type { IndicatorReport, SubmitIndicatorsService } from './submit-indicators.service.js';

/** 指标 · Which are known, and figures of departments. @article 2.3 */
@Resolver(() => RiskIndicator)
export class IndicatorResolver {
  constructor(private readonly submissions: SubmitIndicatorsService) {}

  @Query(() => [RiskIndicator], {
    description: 'The indicators of regional risk that are known (规模性返贫风险指标目录) (art. 2.3).',
  })
  riskIndicators(@Ctx() { language }: RequestContext): RiskIndicator[] {
    return INDICATORS.map(({ code, name, unit, origin, subject }) => ({
      code,
      name: name[language],
      unit,
      origin,
      subject,
    }));
  }

  @Mutation(() => BatchReport, {
    description:
      'Takes in up to 1,000 monthly figures from outside the register (上报指标) (art. 2.3), each with its source; each row stands or falls by itself.',
  })
  submitIndicators(
    @Arg('input', () => SubmitIndicatorsInput, { description: 'The figures (办理内容), row by row.' })
    input: SubmitIndicatorsInput,
    @Ctx() ctx: RequestContext,
  ): Promise<IndicatorReport> {
    return this.submissions.submit(ctx, input);
  }
}
