import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { answerChange, type HouseholdAnswer } from './answer-change.js';
import { UpdateHouseholdInput } from './household.input.js';
import type { HouseholdService } from './household.service.js';
import { HouseholdPayload } from './household-payload.graphql.js';
import type { UpdateHouseholdService } from './update-household.service.js';

/** 农户变更 · Where and how a household lives. @article 2.1 */
@Resolver()
export class HouseholdMutationResolver {
  constructor(
    private readonly reader: HouseholdService,
    private readonly updates: UpdateHouseholdService,
  ) {}

  @Mutation(() => HouseholdPayload, {
    description:
      'Changes where or how a household lives (变更农户信息) (art. 2.1); a move within the county takes along all that belongs to it.',
  })
  async updateHousehold(
    @Arg('input', () => UpdateHouseholdInput, {
      description: 'The household and what changes of it (办理内容): address, resettlement, village.',
    })
    input: UpdateHouseholdInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<HouseholdAnswer> {
    return answerChange(this.reader, ctx, info, await this.updates.update(ctx, input));
  }
}
