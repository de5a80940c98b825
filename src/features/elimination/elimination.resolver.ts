import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { CasePayload } from '../case/case-payload.graphql.js';
import { answer, type CaseAnswer, type CaseReader } from '../case/index.js';
import { RequestEliminationInput, RollBackEliminationInput } from './elimination.input.js';
import type { EliminationService } from './elimination.service.js';

/** 风险消除 · Its request, and its rollback. */
@Resolver()
export class EliminationResolver {
  constructor(
    private readonly elimination: EliminationService,
    private readonly reader: CaseReader,
  ) {}

  @Mutation(() => CasePayload, {
    description:
      'Starts the elimination procedure (提出风险消除) (art. 3.3); refused while a gate fails, one error for each.',
  })
  async requestElimination(
    @Arg('input', () => RequestEliminationInput, { description: 'The case, the day and the mode (办理内容).' })
    input: RequestEliminationInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CaseAnswer> {
    return answer(this.reader, ctx, info, await this.elimination.requestElimination(ctx, input));
  }

  @Mutation(() => CasePayload, {
    description:
      "The county takes an elimination back, with a reason, within the province's limit (风险消除回退) (art. 3.3).",
  })
  async rollBackElimination(
    @Arg('input', () => RollBackEliminationInput, { description: 'The case, the reason and the day (办理内容).' })
    input: RollBackEliminationInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CaseAnswer> {
    return answer(this.reader, ctx, info, await this.elimination.rollBackElimination(ctx, input));
  }
}
