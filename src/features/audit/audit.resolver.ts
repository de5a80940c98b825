import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import type { Row } from '../../platform/database/read-rows.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { toGlobalId } from '../../platform/graphql/global-id.js';
import { ForwardPagingArgs } from '../../platform/graphql/paging-args.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { DateTimeScalar } from '../../platform/graphql/scalars/index.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import { AuditEvent, AuditEventConnection, AuditVerification } from './audit.graphql.js';
import type { AuditService, ChainCheck } from './audit.service.js';

/** 审计事件对象 · What an event's resolvers stand on. */
interface AuditObject {
  readonly rowId: string;
  readonly countyCode: string;
  readonly subjectType: string;
  readonly subjectRowId: string;
}

/** 读取事件 · An event that may be a read with a purpose. */
interface ReadObject extends AuditObject {
  readonly regionCode: string;
  readonly purposeSealed: string | null;
  readonly change: unknown;
}

/** 审计 · The trail, and whether its chains hold. @article 5.3 */
@Resolver(() => AuditEvent)
export class AuditResolver {
  constructor(private readonly service: AuditService) {}

  @Query(() => AuditEventConnection, {
    description: "The audit trail of the viewer's region, newest first (审计事件) (art. 5.3).",
  })
  auditEvents(
    @Arg('subjectId', () => ID, {
      nullable: true,
      description: 'Only the chain of this household, case or lead (对象标识), its last entry first.',
    })
    subjectId: string | null,
    @Arg('actor', () => String, { nullable: true, description: 'Only what this subject of a token did (操作人).' })
    actor: string | null,
    @Arg('from', () => DateTimeScalar, { nullable: true, description: 'Written at this instant or after (起始时间).' })
    from: Date | null,
    @Arg('to', () => DateTimeScalar, { nullable: true, description: 'Written at this instant or before (截止时间).' })
    to: Date | null,
    @Args(() => ForwardPagingArgs) paging: ForwardPagingArgs,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Row>> {
    return this.service.page(ctx, { subjectId, actor, from, to }, paging, selectionOf(info));
  }

  @Query(() => AuditVerification, {
    description:
      "Computes the chain of one household, case or lead anew and compares (审计链校验) (art. 5.3). One that is not in the viewer's region is not intact and has no entries, like one that never was.",
  })
  async verifyAuditChain(
    @Arg('subjectId', () => ID, { description: 'Global id of the household, case or lead (对象标识).' })
    subjectId: string,
    @Ctx() ctx: RequestContext,
  ): Promise<ChainCheck & { readonly subjectId: string }> {
    return { ...(await this.service.verify(ctx, subjectId)), subjectId };
  }

  @FieldResolver(() => ID, { description: 'Global id of the entry (标识), opaque.' })
  id(@Root() { countyCode, rowId }: AuditObject): string {
    return toGlobalId('AuditEvent', countyCode, rowId);
  }

  @FieldResolver(() => [String], {
    nullable: true,
    description:
      'What an unmasked read was said to be for, in the words of whoever read (查询用途) (art. 5.3); to auditors of the region only, null to others, for other events, and once the words were erased with the record.',
  })
  purposes(@Root() event: ReadObject, @Ctx() ctx: RequestContext): string[] | null {
    return this.service.purposesOf(ctx, event);
  }

  @FieldResolver(() => ID)
  subjectId(@Root() { subjectType, countyCode, subjectRowId }: AuditObject): string {
    return toGlobalId(subjectType, countyCode, subjectRowId);
  }
}
