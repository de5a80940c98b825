import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { HouseholdPayload } from '../household/household-payload.graphql.js';
import { answerChange, type HouseholdAnswer, type HouseholdService } from '../household/index.js';
import { RecordIncomeInput } from './income.input.js';
import type { IncomeService } from './income.service.js';

/** 登记收入 · Windows of income of registered households. @article 2.1 */
@Resolver()
export class RecordIncomeResolver {
  constructor(
    private readonly reader: HouseholdService,
    private readonly incomes: IncomeService,
  ) {}

  @Mutation(() => HouseholdPayload, {
    description:
      'Records the income of a household in one window (登记收入) (art. 2.1, 2.2); the same window twice is a correction and refused.',
  })
  async recordIncome(
    @Arg('input', () => RecordIncomeInput, { description: 'The household and its window of income (办理内容).' })
    input: RecordIncomeInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<HouseholdAnswer> {
    return answerChange(this.reader, ctx, info, await this.incomes.record(ctx, input));
  }
}
