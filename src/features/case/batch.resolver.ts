import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { CompleteStepsInput, PublishJointNoticeInput } from './batch.input.js';
import { type BatchAnswer, batchAnswer } from './batch-answer.js';
import { BatchPayload } from './batch-payload.graphql.js';
import type { CaseReader } from './case-reader.service.js';
import type { CompleteStepsService } from './complete-steps.service.js';
import type { JointNoticeService } from './joint-notice.service.js';

/** 批量办理 · Acts on many cases at once. */
@Resolver()
export class BatchResolver {
  constructor(
    private readonly steps: CompleteStepsService,
    private readonly notices: JointNoticeService,
    private readonly reader: CaseReader,
  ) {}

  @Mutation(() => BatchPayload, {
    description:
      'Completes steps of up to 500 cases of one village meeting or office session (批量办理环节) (art. 3.2), a transaction a county; each stands or falls by itself. The same key resumes what was cut off or refused, and does nothing twice.',
  })
  async completeSteps(
    @Arg('input', () => CompleteStepsInput, { description: 'The steps, and the meeting that they cite (办理内容).' })
    input: CompleteStepsInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<BatchAnswer> {
    const outcome = await this.steps.completeSteps(ctx, input);
    return batchAnswer(this.reader, ctx, info, outcome, (index, path) => ['items', String(index), ...path]);
  }

  @Mutation(() => BatchPayload, {
    description:
      'Puts up one notice for up to 500 cases of a village, or extends it for them (联合公示) (art. 3.2); each stands or falls by itself, and an objection to one opens none of the others.',
  })
  async publishJointNotice(
    @Arg('input', () => PublishJointNoticeInput, { description: 'The cases, the days and the board (办理内容).' })
    input: PublishJointNoticeInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<BatchAnswer> {
    const outcome = await this.notices.publishJointNotice(ctx, input);
    return batchAnswer(this.reader, ctx, info, outcome, (index, [field = '', ...below]) =>
      OF_ONE_CASE.has(field) ? ['caseIds', String(index)] : [field, ...below],
    );
  }
}

/** What is said of one case is said of its id: days and place are those of the notice. */
const OF_ONE_CASE: ReadonlySet<string> = new Set(['', 'caseId', 'step']);
