import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { ancestorsOf } from '../../domain/kernel/region-code.js';
import { isLeadOverdue } from '../../domain/lead/lead-due-on.js';
import type { Row } from '../../platform/database/read-rows.js';
import { selectedBelow } from '../../platform/database/selection.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { toGlobalId } from '../../platform/graphql/global-id.js';
import { PagingArgs } from '../../platform/graphql/paging-args.js';
import { readAhead } from '../../platform/graphql/read-ahead.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import { Household } from '../household/household.graphql.js';
import type { RegionTree } from '../region/index.js';
import { Region, regionObject } from '../region/region.graphql.js';
import { Lead, LeadConnection } from './lead.graphql.js';
import { SubmitLeadInput } from './lead.input.js';
import type { LeadService } from './lead.service.js';
import { LeadFilter, LeadOrder } from './lead-filter.input.js';
import type { LeadObject } from './lead-object.js';
import { LeadPayload } from './lead-payload.graphql.js';
import type { LeadReader } from './lead-reader.service.js';

/** 线索 · Leads: reported, read in pages, and what hangs on them. @article 3.1 */
@Resolver(() => Lead)
export class LeadResolver {
  constructor(
    private readonly leads: LeadService,
    private readonly reader: LeadReader,
    private readonly tree: RegionTree,
  ) {}

  @Query(() => LeadConnection, {
    name: 'leads',
    description:
      "Leads of the viewer's region (线索列表) (art. 3.1), filtered and in the order asked for; the newest report first unless told.",
  })
  list(
    @Arg('where', () => LeadFilter, {
      nullable: true,
      description: 'Which leads are meant (筛选条件); everything that the viewer may see where it is left out.',
    })
    where: LeadFilter | null,
    @Arg('orderBy', () => [LeadOrder], {
      nullable: true,
      description: 'Keys of the order, the weightiest first (排序).',
    })
    orderBy: LeadOrder[] | null,
    @Args(() => PagingArgs) paging: PagingArgs,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Row>> {
    return this.reader.page(ctx, { where, orderBy }, paging, selectionOf(info));
  }

  @Mutation(() => LeadPayload, {
    description:
      'A household declares a difficulty, or a worker, a department or an office reports one (申报、报告线索) (art. 3.1). On a household with an open lead or case it joins what is open.',
  })
  async submitLead(
    @Arg('input', () => SubmitLeadInput, { description: 'Who is in difficulty, and what was told (办理内容).' })
    input: SubmitLeadInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    const { done, refusals } = await this.leads.submit(ctx, input);
    if (done === null) return { lead: null, userErrors: refusals };
    const selection = selectedBelow(selectionOf(info), 'lead');
    const [lead] = await this.reader.find(ctx, done.county, [done.lead], selection, 'Mutation.submitLead');
    return { lead: { ...lead, receipt: this.leads.receipt(done.lead) }, userErrors: [] };
  }

  @FieldResolver(() => ID, { description: 'Global id (标识), opaque; it stays the same for good.' })
  id(@Root() { countyCode, rowId }: LeadObject): string {
    return toGlobalId('Lead', countyCode, rowId);
  }

  @FieldResolver(() => Household, {
    nullable: true,
    description:
      'The household that it is about (农户); null while it names one that is not registered or not matched, and for viewers who read no households.',
  })
  household(@Root() lead: LeadObject, @Info() info: GraphQLResolveInfo): Row | null {
    return readAhead(lead, info);
  }

  @FieldResolver(() => Region, {
    description: 'Village, or the nearest region known, that has to verify it (所在区划).',
  })
  region(@Root() { regionCode }: LeadObject): Region {
    const known = [regionCode, ...ancestorsOf(regionCode)].map((code) => this.tree.find(code));
    return regionObject(known.find((row) => row !== null)!);
  }

  @FieldResolver()
  statement(@Root() lead: LeadObject, @Ctx() ctx: RequestContext): string {
    return this.reader.statement(ctx, lead);
  }

  @FieldResolver()
  overdue(@Root() { status, dueOn }: LeadObject, @Ctx() ctx: RequestContext): boolean {
    return status !== undefined && dueOn !== undefined && isLeadOverdue({ status, dueOn }, ctx.today);
  }

  @FieldResolver()
  outcomeNote(@Root() lead: LeadObject, @Ctx() ctx: RequestContext): string | null {
    return this.reader.outcomeNote(ctx, lead);
  }
}
