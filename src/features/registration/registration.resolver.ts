import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { HouseholdPayload } from '../household/household-payload.graphql.js';
import { answerChange, type HouseholdAnswer, type HouseholdService } from '../household/index.js';
import type { RegisterHouseholdService } from './register-household.service.js';
import { RegisterHouseholdInput } from './registration.input.js';

/** 登记农户 · Enters households. @article 2.1 */
@Resolver()
export class RegistrationResolver {
  constructor(
    private readonly reader: HouseholdService,
    private readonly registration: RegisterHouseholdService,
  ) {}

  @Mutation(() => HouseholdPayload, {
    description:
      'Registers a household with its members (登记农户) (art. 2.1, 5.4); an ID number that is registered elsewhere is looked into by the counties and refuses nothing.',
  })
  async registerHousehold(
    @Arg('input', () => RegisterHouseholdInput, {
      description: 'The household, its members and what is known of it already (办理内容).',
    })
    input: RegisterHouseholdInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<HouseholdAnswer> {
    return answerChange(this.reader, ctx, info, await this.registration.register(ctx, input));
  }
}
