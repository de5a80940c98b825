import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { AssignResponsiblePersonInput, ContinueSupportInput, WithdrawCaseInput } from './case.input.js';
import type { CaseActsService } from './case-acts.service.js';
import { answer, type CaseAnswer } from './case-answer.js';
import { CasePayload } from './case-payload.graphql.js';
import type { CaseReader } from './case-reader.service.js';

/** 档案办理 · Acts on a case that are no step of a procedure. */
@Resolver()
export class CaseMutationResolver {
  constructor(
    private readonly acts: CaseActsService,
    private readonly reader: CaseReader,
  ) {}

  @Mutation(() => CasePayload, {
    description:
      'Stability is weak (继续帮扶) (art. 3.3): support goes on and the case is looked at again by the day given.',
  })
  async continueSupport(
    @Arg('input', () => ContinueSupportInput, {
      description: 'What is not stable yet, and the day of review (办理内容).',
    })
    input: ContinueSupportInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CaseAnswer> {
    return answer(this.reader, ctx, info, await this.acts.continueSupport(ctx, input));
  }

  @Mutation(() => CasePayload, {
    description: 'Closes a case whose household died out, left, merged, or was entered in error (退出监测).',
  })
  async withdrawCase(
    @Arg('input', () => WithdrawCaseInput, { description: 'The reason, the note and the day (办理内容).' })
    input: WithdrawCaseInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CaseAnswer> {
    return answer(this.reader, ctx, info, await this.acts.withdrawCase(ctx, input));
  }

  @Mutation(() => CasePayload, {
    description:
      'Names who looks after the household from a day on (确定帮扶责任人) (art. 5.1); the one before serves to the day before.',
  })
  async assignResponsiblePerson(
    @Arg('input', () => AssignResponsiblePersonInput, { description: 'The person and since when (办理内容).' })
    input: AssignResponsiblePersonInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CaseAnswer> {
    return answer(this.reader, ctx, info, await this.acts.assignResponsiblePerson(ctx, input));
  }
}
