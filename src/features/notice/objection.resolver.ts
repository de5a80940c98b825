import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { Row } from '../../platform/database/read-rows.js';
import { selectedBelow } from '../../platform/database/selection.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import { answer, type CaseAnswer, type CaseReader } from '../case/index.js';
import { FileObjectionInput, ResolveObjectionInput } from './notice.input.js';
import type { NoticeReader } from './notice-reader.service.js';
import type { ObjectionService } from './objection.service.js';
import { ObjectionPayload } from './objection-payload.graphql.js';

/** 异议办理 · Objections filed by anyone, resolved by township and county. */
@Resolver()
export class ObjectionMutationResolver {
  constructor(
    private readonly objections: ObjectionService,
    private readonly notices: NoticeReader,
    private readonly cases: CaseReader,
  ) {}

  @Mutation(() => ObjectionPayload, {
    description:
      'Files an objection to an entry of a notice in its days (提出异议) (art. 3.2); open to everyone without a token, answered with a receipt for `progress`. RATE_LIMITED after 10 an hour from one address, 60 an hour with one token.',
  })
  async fileObjection(
    @Arg('input', () => FileObjectionInput, { description: 'The entry and what speaks against it (办理内容).' })
    input: FileObjectionInput,
    @Ctx() ctx: RequestContext,
  ): Promise<{ objection: Row | null; case: null; userErrors: CaseAnswer['userErrors'] }> {
    const { done, refusals } = await this.objections.fileObjection(ctx, input);
    if (done === null) return { objection: null, case: null, userErrors: refusals };
    const objection = {
      rowId: done.objection,
      countyCode: done.county,
      filedOn: input.filedOn,
      status: 'OPEN',
      statementGiven: input.statement,
      receipt: this.objections.receipt(done.objection),
    };
    return { objection, case: null, userErrors: [] };
  }

  @Mutation(() => ObjectionPayload, {
    description:
      'Resolves an objection (处理异议) (art. 3.2): upheld, the run goes back to verification; dismissed, the notice may be completed.',
  })
  async resolveObjection(
    @Arg('input', () => ResolveObjectionInput, { description: 'The objection and the answer to it (办理内容).' })
    input: ResolveObjectionInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CaseAnswer & { objection: Row | null }> {
    const changed = await this.objections.resolveObjection(ctx, input);
    const answered = await answer(this.cases, ctx, info, changed);
    if (changed.done === null) return { ...answered, objection: null };
    const selection = selectedBelow(selectionOf(info), 'objection');
    return { ...answered, objection: await this.notices.objection(ctx, input.objectionId, selection) };
  }
}
