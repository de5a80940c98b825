import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { BatchPayload } from '../case/batch-payload.graphql.js';
import { CasePayload } from '../case/case-payload.graphql.js';
import { answer, type BatchAnswer, batchAnswer, type CaseAnswer, type CaseReader } from '../case/index.js';
import { PublishJointNoticeInput } from './joint-notice.input.js';
import type { JointNoticeService } from './joint-notice.service.js';
import { PublishNoticeInput } from './notice.input.js';
import type { NoticeService } from './notice.service.js';

/** 张贴公示 · Notices of one case, and of many households together. */
@Resolver()
export class NoticeMutationResolver {
  constructor(
    private readonly one: NoticeService,
    private readonly joint: JointNoticeService,
    private readonly reader: CaseReader,
  ) {}

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
    return answer(this.reader, ctx, info, await this.one.publishNotice(ctx, input));
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
    const outcome = await this.joint.publishJointNotice(ctx, input);
    return batchAnswer(this.reader, ctx, info, outcome, (index, [field = '', ...below]) =>
      OF_ONE_CASE.has(field) ? ['caseIds', String(index)] : [field, ...below],
    );
  }
}

/** What is said of one case is said of its id: days and place are those of the notice. */
const OF_ONE_CASE: ReadonlySet<string> = new Set(['', 'caseId', 'step']);
