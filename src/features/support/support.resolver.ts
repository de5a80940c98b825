import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { CasePayload } from '../case/case-payload.graphql.js';
import { answer, type CaseAnswer, type CaseReader } from '../case/index.js';
import { ConcludeMeasureInput, RecordDeliveryInput } from './delivery.input.js';
import type { DeliveryService } from './delivery.service.js';
import type { PlanSupportService } from './plan-support.service.js';
import { GiveUrgentHelpInput, PlanSupportInput } from './support.input.js';
import type { UrgentHelpService } from './urgent-help.service.js';

/** 所用服务 · The use cases behind the mutations of support. */
export interface SupportServices {
  readonly reader: CaseReader;
  readonly plans: PlanSupportService;
  readonly urgent: UrgentHelpService;
  readonly deliveries: DeliveryService;
}

/** 帮扶 · Support planned, given and concluded. @article 4.1 */
@Resolver()
export class SupportResolver {
  constructor(private readonly services: SupportServices) {}

  @Mutation(() => CasePayload, {
    description:
      'Plans support for a monitored case and starts its procedure (制定帮扶计划) (art. 4.1, 4.2); its end approves the measures, its rejection cancels them.',
  })
  async planSupport(
    @Arg('input', () => PlanSupportInput, {
      description: 'The measures, and why where they depart from the rules (办理内容).',
    })
    input: PlanSupportInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CaseAnswer> {
    return answer(this.services.reader, ctx, info, await this.services.plans.planSupport(ctx, input));
  }

  @Mutation(() => CasePayload, {
    description:
      "Help that cannot wait (应急帮扶) (art. 3.2, 4.1), on a township officer's word and before any run; it stands even if identification fails.",
  })
  async giveUrgentHelp(
    @Arg('input', () => GiveUrgentHelpInput, { description: 'What was given, and why it could not wait (办理内容).' })
    input: GiveUrgentHelpInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CaseAnswer> {
    return answer(this.services.reader, ctx, info, await this.services.urgent.giveUrgentHelp(ctx, input));
  }

  @Mutation(() => CasePayload, {
    description:
      'Records one time that a measure reached the household (登记落实) (art. 4.1); deliveries add up to no more than budget and cap.',
  })
  async recordDelivery(
    @Arg('input', () => RecordDeliveryInput, { description: 'The measure, the day and what was delivered (办理内容).' })
    input: RecordDeliveryInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CaseAnswer> {
    return answer(this.services.reader, ctx, info, await this.services.deliveries.recordDelivery(ctx, input));
  }

  @Mutation(() => CasePayload, {
    description: 'Completes a measure or gives it up (办结帮扶措施) (art. 4.1); what was delivered stands.',
  })
  async concludeMeasure(
    @Arg('input', () => ConcludeMeasureInput, { description: 'The measure, the day and how it ended (办理内容).' })
    input: ConcludeMeasureInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CaseAnswer> {
    return answer(this.services.reader, ctx, info, await this.services.deliveries.concludeMeasure(ctx, input));
  }
}
