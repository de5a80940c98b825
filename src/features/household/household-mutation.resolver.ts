import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { Row } from '../../platform/database/read-rows.js';
import { selectedBelow, selects } from '../../platform/database/selection.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import type { UserError } from '../../platform/graphql/user-error.js';
import type { Changed } from '../change/index.js';
import { RecordGuaranteesInput } from './guarantees.input.js';
import { RegisterHouseholdInput, UpdateHouseholdInput } from './household.input.js';
import type { HouseholdService } from './household.service.js';
import type { HouseholdIds } from './household-change.service.js';
import { HouseholdPayload } from './household-payload.graphql.js';
import type { HouseholdRecords } from './household-records.service.js';
import { RecordIncomeInput } from './income.input.js';
import { AddMemberInput, RemoveMemberInput, UpdateMemberInput } from './member.input.js';
import type { MemberService } from './member.service.js';
import type { RegisterHouseholdService } from './register-household.service.js';
import type { UpdateHouseholdService } from './update-household.service.js';

/** 农户变更答复 · A payload whose household is read as it is asked for. */
interface Payload {
  readonly household: Row | null;
  readonly userErrors: readonly UserError[];
}

/** 农户变更 · The mutations on households, members, incomes and guarantees. @article 2.1 */
@Resolver()
export class HouseholdMutationResolver {
  constructor(
    private readonly reader: HouseholdService,
    private readonly registration: RegisterHouseholdService,
    private readonly updates: UpdateHouseholdService,
    private readonly members: MemberService,
    private readonly records: HouseholdRecords,
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
  ): Promise<Payload> {
    return this.answer(ctx, info, await this.registration.register(ctx, input));
  }

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
  ): Promise<Payload> {
    return this.answer(ctx, info, await this.updates.update(ctx, input));
  }

  @Mutation(() => HouseholdPayload, {
    description: 'Adds a member to a household (新增家庭成员) (art. 2.1): a birth, a marriage, a return.',
  })
  async addMember(
    @Arg('input', () => AddMemberInput, { description: 'The household and the member who joins (办理内容).' })
    input: AddMemberInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return this.answer(ctx, info, await this.members.add(ctx, input));
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
  ): Promise<Payload> {
    return this.answer(ctx, info, await this.members.update(ctx, input));
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
  ): Promise<Payload> {
    return this.answer(ctx, info, await this.members.remove(ctx, input));
  }

  @Mutation(() => HouseholdPayload, {
    description:
      'Records the income of a household in one window (登记收入) (art. 2.1, 2.2); the same window twice is a correction and refused.',
  })
  async recordIncome(
    @Arg('input', () => RecordIncomeInput, { description: 'The household and its window of income (办理内容).' })
    input: RecordIncomeInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return this.answer(ctx, info, await this.records.recordIncome(ctx, input));
  }

  @Mutation(() => HouseholdPayload, {
    description: 'Records a check of the six guarantees of a household (登记保障核查) (art. 2.1, 3.3).',
  })
  async recordGuarantees(
    @Arg('input', () => RecordGuaranteesInput, { description: 'The household and the check (办理内容).' })
    input: RecordGuaranteesInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return this.answer(ctx, info, await this.records.recordGuarantees(ctx, input));
  }

  private async answer(
    ctx: RequestContext,
    info: GraphQLResolveInfo,
    changed: Changed<HouseholdIds>,
  ): Promise<Payload> {
    const asked = selectionOf(info);
    const userErrors = changed.refusals;
    if (changed.done === null || !selects(asked, 'household')) return { household: null, userErrors };
    const { of, ...place } = changed.done;
    const wanted = selectedBelow(asked, 'household');
    const read = of === 'memberId' ? this.reader.ofMember(ctx, place, wanted) : this.reader.one(ctx, place, wanted);
    return { household: await read, userErrors };
  }
}
