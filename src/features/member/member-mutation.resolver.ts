import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { HouseholdPayload } from '../household/household-payload.graphql.js';
import { answerChange, type HouseholdAnswer, type HouseholdService } from '../household/index.js';
import { AddMemberInput, RemoveMemberInput, UpdateMemberInput } from './member.input.js';
import type { MemberService } from './member.service.js';

/** 成员变更 · Members join, change and leave. @article 2.1 */
@Resolver()
export class MemberMutationResolver {
  constructor(
    private readonly reader: HouseholdService,
    private readonly members: MemberService,
  ) {}

  @Mutation(() => HouseholdPayload, {
    description: 'Adds a member to a household (新增家庭成员) (art. 2.1): a birth, a marriage, a return.',
  })
  async addMember(
    @Arg('input', () => AddMemberInput, { description: 'The household and the member who joins (办理内容).' })
    input: AddMemberInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<HouseholdAnswer> {
    return answerChange(this.reader, ctx, info, await this.members.add(ctx, input));
  }

  @Mutation(() => HouseholdPayload, {
    description:
      'Changes what is known of a member (变更家庭成员信息) (art. 2.1). Making a member HEAD turns round what the former head and the spouse are to the head.',
  })
  async updateMember(
    @Arg('input', () => UpdateMemberInput, { description: 'The member and what changes (办理内容).' })
    input: UpdateMemberInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<HouseholdAnswer> {
    return answerChange(this.reader, ctx, info, await this.members.update(ctx, input));
  }

  @Mutation(() => HouseholdPayload, {
    description:
      "Ends a member's belonging to a household (家庭成员退出) (art. 2.1); the head leaves only after another member is made HEAD.",
  })
  async removeMember(
    @Arg('input', () => RemoveMemberInput, { description: 'The member, the day and the reason (办理内容).' })
    input: RemoveMemberInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<HouseholdAnswer> {
    return answerChange(this.reader, ctx, info, await this.members.remove(ctx, input));
  }
}
