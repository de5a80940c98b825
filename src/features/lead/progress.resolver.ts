import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { Progress } from './progress.graphql.js';
import type { ProgressService, Standing } from './progress.service.js';

/** 办理进度 · The query `progress`, open to everyone. @article 3.1 */
@Resolver(() => Progress)
export class ProgressResolver {
  constructor(private readonly service: ProgressService) {}

  @Query(() => Progress, {
    nullable: true,
    description:
      'How a declaration or an objection stands (办理进度) (art. 3.1), for whoever holds its receipt, without a token; null for an unknown receipt.',
  })
  progress(
    @Arg('receipt', () => String, {
      description: 'Receipt as it was given (回执编号): 20 letters and digits, with or without hyphens, in any case.',
    })
    receipt: string,
    @Ctx() ctx: RequestContext,
  ): Promise<Standing | null> {
    return this.service.find(receipt, ctx.language);
  }
}
