import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { HouseholdPayload } from '../household/household-payload.graphql.js';
import { answerChange, type HouseholdAnswer, type HouseholdService } from '../household/index.js';
import type { GuaranteeService } from './guarantee.service.js';
import { RecordGuaranteesInput } from './guarantees.input.js';

/** 登记保障核查 · Checks of registered households. @article 2.1 */
@Resolver()
export class RecordGuaranteesResolver {
  constructor(
    private readonly reader: HouseholdService,
    private readonly checks: GuaranteeService,
  ) {}

  @Mutation(() => HouseholdPayload, {
    description: 'Records a check of the six guarantees of a household (登记保障核查) (art. 2.1, 3.3).',
  })
  async recordGuarantees(
    @Arg('input', () => RecordGuaranteesInput, { description: 'The household and the check (办理内容).' })
    input: RecordGuaranteesInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<HouseholdAnswer> {
    return answerChange(this.reader, ctx, info, await this.checks.record(ctx, input));
  }
}
