import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { CasePayload } from '../case/case-payload.graphql.js';
import { answer, type CaseAnswer, type CaseReader } from '../case/index.js';
import { RecordRiskInput, ResolveRiskInput } from './risk.input.js';
import type { RiskService } from './risk.service.js';

/** 风险办理 · Risks that turn up on an open case, and those that are resolved. */
@Resolver()
export class RiskMutationResolver {
  constructor(
    private readonly risks: RiskService,
    private readonly reader: CaseReader,
  ) {}

  @Mutation(() => CasePayload, {
    description: 'Adds a risk that turned up on an open case (记录风险) (art. 4.2); it asks for a measure of its own.',
  })
  async recordRisk(
    @Arg('input', () => RecordRiskInput, { description: 'The risk and since when it is known (办理内容).' })
    input: RecordRiskInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CaseAnswer> {
    return answer(this.reader, ctx, info, await this.risks.recordRisk(ctx, input));
  }

  @Mutation(() => CasePayload, { description: 'Marks a risk of a case as resolved, with how (化解风险) (art. 3.3).' })
  async resolveRisk(
    @Arg('input', () => ResolveRiskInput, { description: 'The risk, since when and how it is resolved (办理内容).' })
    input: ResolveRiskInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CaseAnswer> {
    return answer(this.reader, ctx, info, await this.risks.resolveRisk(ctx, input));
  }
}
