import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { CloseHouseholdInput, CloseHouseholdPayload } from './close-household.graphql.js';
import type { CloseHouseholdService } from './close-household.service.js';
import type { ClosedRecordRow } from './closing.repository.js';

/** 注销档案 · Closing of household records. @article 5.3 */
@Resolver()
export class CloseHouseholdResolver {
  constructor(private readonly closing: CloseHouseholdService) {}

  @Mutation(() => CloseHouseholdPayload, {
    description:
      'Closes the record of a household that died out, moved away, was entered twice, or asks for it (注销农户档案) (art. 5.3). Refused while a case or lead is open. The audit trail stays.',
  })
  async closeHousehold(
    @Arg('input', () => CloseHouseholdInput, { description: 'The household, why and from when (办理内容).' })
    input: CloseHouseholdInput,
    @Ctx() ctx: RequestContext,
  ): Promise<Pick<CloseHouseholdPayload, 'userErrors'> & { readonly record: ClosedRecordRow | null }> {
    const { done, refusals } = await this.closing.close(ctx, input);
    return { record: done === null ? null : await this.closing.record(ctx, done), userErrors: refusals };
  }
}
