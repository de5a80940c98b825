import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { CasePayload } from '../case/case-payload.graphql.js';
import { answer, type CaseAnswer, type CaseReader } from '../case/index.js';
import { WithdrawAuthorizationInput } from './withdraw-authorization.input.js';
import type { WithdrawAuthorizationService } from './withdraw-authorization.service.js';

/** 撤回授权 · A household takes back its authorization. */
@Resolver()
export class WithdrawAuthorizationResolver {
  constructor(
    private readonly authorization: WithdrawAuthorizationService,
    private readonly reader: CaseReader,
  ) {}

  @Mutation(() => CasePayload, {
    description:
      'Records that the household takes back its authorization of look-ups (撤回授权) (art. 3.2): no further comparison before it gives a new one.',
  })
  async withdrawAuthorization(
    @Arg('input', () => WithdrawAuthorizationInput, {
      description: 'The case, the day and how it was told (办理内容).',
    })
    input: WithdrawAuthorizationInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CaseAnswer> {
    return answer(this.reader, ctx, info, await this.authorization.withdraw(ctx, input));
  }
}
