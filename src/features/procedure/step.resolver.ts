import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { BatchPayload } from '../case/batch-payload.graphql.js';
import { CasePayload } from '../case/case-payload.graphql.js';
import { answer, type BatchAnswer, batchAnswer, type CaseAnswer, type CaseReader } from '../case/index.js';
import type { CompleteStepService } from './complete-step.service.js';
import { CompleteStepsInput } from './complete-steps.input.js';
import type { CompleteStepsService } from './complete-steps.service.js';
import { CompleteStepInput } from './step.input.js';

/** 环节办理 · Steps of one case, and of many at once. */
@Resolver()
export class StepResolver {
  constructor(
    private readonly one: CompleteStepService,
    private readonly many: CompleteStepsService,
    private readonly reader: CaseReader,
  ) {}

  @Mutation(() => CasePayload, {
    description: 'The one door through every procedure (办理环节) (art. 3.2): completes a current step of the case.',
  })
  async completeStep(
    @Arg('input', () => CompleteStepInput, { description: 'The step, its outcome and its section (办理内容).' })
    input: CompleteStepInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CaseAnswer> {
    return answer(this.reader, ctx, info, await this.one.completeStep(ctx, input));
  }

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
    const outcome = await this.many.completeSteps(ctx, input);
    return batchAnswer(this.reader, ctx, info, outcome, (index, path) => ['items', String(index), ...path]);
  }
}
