import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { AssignResponsiblePersonInput, OpenCaseInput, WithdrawCaseInput } from './case.input.js';
import type { CaseActsService } from './case-acts.service.js';
import { answer, type CaseAnswer } from './case-answer.js';
import { CasePayload } from './case-payload.graphql.js';
import type { CaseReader } from './case-reader.service.js';
import type { CompleteStepService } from './complete-step.service.js';
import { ContinueSupportInput, RequestEliminationInput, RollBackEliminationInput } from './elimination.input.js';
import type { EliminationService } from './elimination.service.js';
import { PublishNoticeInput } from './notice.input.js';
import type { NoticeService } from './notice.service.js';
import type { OpenCaseService } from './open-case.service.js';
import { RecordRiskInput, ResolveRiskInput } from './risk.input.js';
import type { RiskService } from './risk.service.js';
import { CompleteStepInput } from './step.input.js';
import { WithdrawAuthorizationInput } from './withdraw-authorization.input.js';
import type { WithdrawAuthorizationService } from './withdraw-authorization.service.js';

/** 所用服务 · The use cases behind the mutations of a case. */
export interface CaseServices {
  readonly reader: CaseReader;
  readonly open: OpenCaseService;
  readonly steps: CompleteStepService;
  readonly notices: NoticeService;
  readonly risks: RiskService;
  readonly elimination: EliminationService;
  readonly acts: CaseActsService;
  readonly authorization: WithdrawAuthorizationService;
}

/** 档案办理 · Every mutation of a case but support. */
@Resolver()
export class CaseMutationResolver {
  constructor(private readonly services: CaseServices) {}

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
    return answer(this.services.reader, ctx, info, await this.services.open.openCase(ctx, input));
  }

  @Mutation(() => CasePayload, {
    description: 'The one door through every procedure (办理环节) (art. 3.2): completes a current step of the case.',
  })
  async completeStep(
    @Arg('input', () => CompleteStepInput, { description: 'The step, its outcome and its section (办理内容).' })
    input: CompleteStepInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CaseAnswer> {
    return answer(this.services.reader, ctx, info, await this.services.steps.completeStep(ctx, input));
  }

  @Mutation(() => CasePayload, {
    description:
      'Puts up the notice of a public-notice step, or extends it (张贴公示) (art. 3.2); the step itself can be completed from the day after the notice closes.',
  })
  async publishNotice(
    @Arg('input', () => PublishNoticeInput, {
      description: 'The step, the days and the place of the notice (办理内容).',
    })
    input: PublishNoticeInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CaseAnswer> {
    return answer(this.services.reader, ctx, info, await this.services.notices.publishNotice(ctx, input));
  }

  @Mutation(() => CasePayload, {
    description: 'Adds a risk that turned up on an open case (记录风险) (art. 4.2); it asks for a measure of its own.',
  })
  async recordRisk(
    @Arg('input', () => RecordRiskInput, { description: 'The risk and since when it is known (办理内容).' })
    input: RecordRiskInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CaseAnswer> {
    return answer(this.services.reader, ctx, info, await this.services.risks.recordRisk(ctx, input));
  }

  @Mutation(() => CasePayload, { description: 'Marks a risk of a case as resolved, with how (化解风险) (art. 3.3).' })
  async resolveRisk(
    @Arg('input', () => ResolveRiskInput, { description: 'The risk, since when and how it is resolved (办理内容).' })
    input: ResolveRiskInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CaseAnswer> {
    return answer(this.services.reader, ctx, info, await this.services.risks.resolveRisk(ctx, input));
  }

  @Mutation(() => CasePayload, {
    description:
      'Starts the elimination procedure (提出风险消除) (art. 3.3); refused while a gate fails, one error for each.',
  })
  async requestElimination(
    @Arg('input', () => RequestEliminationInput, { description: 'The case, the day and the mode (办理内容).' })
    input: RequestEliminationInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CaseAnswer> {
    return answer(this.services.reader, ctx, info, await this.services.elimination.requestElimination(ctx, input));
  }

  @Mutation(() => CasePayload, {
    description:
      "The county takes an elimination back, with a reason, within the province's limit (风险消除回退) (art. 3.3).",
  })
  async rollBackElimination(
    @Arg('input', () => RollBackEliminationInput, { description: 'The case, the reason and the day (办理内容).' })
    input: RollBackEliminationInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CaseAnswer> {
    return answer(this.services.reader, ctx, info, await this.services.elimination.rollBackElimination(ctx, input));
  }

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
    return answer(this.services.reader, ctx, info, await this.services.acts.continueSupport(ctx, input));
  }

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
    return answer(this.services.reader, ctx, info, await this.services.authorization.withdraw(ctx, input));
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
    return answer(this.services.reader, ctx, info, await this.services.acts.withdrawCase(ctx, input));
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
    return answer(this.services.reader, ctx, info, await this.services.acts.assignResponsiblePerson(ctx, input));
  }
}
