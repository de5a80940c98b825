import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { CasePayload } from '../case/case-payload.graphql.js';
import { answer, type CaseAnswer, type CaseReader } from '../case/index.js';
import { OpenCaseInput } from './open-case.input.js';
import type { OpenCaseService } from './open-case.service.js';

/** 建档 · The opening of a case by itself. */
@Resolver()
export class OpenCaseResolver {
  constructor(
    private readonly openings: OpenCaseService,
    private readonly reader: CaseReader,
  ) {}

  @Mutation(() => CasePayload, {
    description:
      'Opens a case for a household with no lead, several leads, or an emergency (建档) (art. 3.2); verifyLead with OPEN_CASE opens one by itself.',
  })
  async openCase(
    @Arg('input', () => OpenCaseInput, { description: 'The household, how it was found, and since when (办理内容).' })
    input: OpenCaseInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CaseAnswer> {
    return answer(this.reader, ctx, info, await this.openings.openCase(ctx, input));
  }
}
