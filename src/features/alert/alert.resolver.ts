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
import { JsonObjectScalar } from '../../platform/graphql/scalars/index.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import { Household } from '../household/household.graphql.js';
import type { LeadReader } from '../lead/index.js';
import { Lead } from '../lead/lead.graphql.js';
import { LeadPayload } from '../lead/lead-payload.graphql.js';
import type { RegionTree } from '../region/index.js';
import { Region, regionObject } from '../region/region.graphql.js';
import { AlertBatchPayload, DepartmentAlert, DepartmentAlertConnection } from './alert.graphql.js';
import { MatchAlertInput, SubmitDepartmentAlertsInput } from './alert.input.js';
import { DepartmentAlertFilter } from './alert-filter.input.js';
import type { AlertObject } from './alert-object.js';
import type { AlertReader } from './alert-reader.service.js';
import { leadAnswer } from './lead-answer.js';
import type { MatchAlertService } from './match-alert.service.js';
import type { SubmitAlertsService } from './submit-alerts.service.js';

const SUBMIT = 'Mutation.submitDepartmentAlerts';

/** 部门筛查预警 · Alerts: pushed, read in pages, and what hangs on them. @article 3.1 */
@Resolver(() => DepartmentAlert)
export class AlertResolver {
  constructor(
    private readonly submission: SubmitAlertsService,
    private readonly matching: MatchAlertService,
    private readonly leads: LeadReader,
    private readonly reader: AlertReader,
    private readonly tree: RegionTree,
  ) {}

  @Query(() => DepartmentAlertConnection, {
    description:
      "Departments' alerts of the viewer's region (部门筛查预警列表) (art. 3.1), the newest day first; a department's system reads its own, with what came of each.",
  })
  departmentAlerts(
    @Arg('where', () => DepartmentAlertFilter, {
      nullable: true,
      description: 'Which alerts are meant (筛选条件); everything that the viewer may see where it is left out.',
    })
    where: DepartmentAlertFilter | null,
    @Args(() => PagingArgs) paging: PagingArgs,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Row>> {
    return this.reader.page(ctx, where, paging, selectionOf(info));
  }

  @Mutation(() => AlertBatchPayload, {
    description:
      "Up to 1,000 alerts from a department's system (推送部门筛查预警) (art. 3.1): matched to households, graded, and sent down for verification. Each row stands or falls by itself; a reference that came before counts once.",
  })
  async submitDepartmentAlerts(
    @Arg('input', () => SubmitDepartmentAlertsInput, { description: 'The alerts (办理内容), row by row.' })
    input: SubmitDepartmentAlertsInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    const { places, ...report } = await this.submission.submit(ctx, input);
    const alerts = selectedBelow(selectionOf(info), 'alerts');
    return { ...report, alerts: alerts.length === 0 ? [] : await this.reader.findAll(ctx, places, alerts, SUBMIT) };
  }

  @Mutation(() => LeadPayload, {
    description:
      'The county matches an alert that found nobody to a household, which sends it down as a lead; forwards it to the county where the person lives; or returns it to its sender with a note (匹配、转交、退回预警) (art. 3.1). A forwarded alert is answered alike whether somebody was found there or not.',
  })
  async matchAlert(
    @Arg('input', () => MatchAlertInput, { description: 'The alert, the household and why (办理内容).' })
    input: MatchAlertInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    const { done, refusals } = await this.matching.match(ctx, input);
    if (done === null) return { lead: null, case: null, userErrors: refusals };
    return leadAnswer(this.leads, ctx, done, selectionOf(info));
  }

  @FieldResolver(() => ID, { description: 'Global id (标识), opaque; it stays the same for good.' })
  id(@Root() { publicCounty, rowId }: AlertObject): string {
    return toGlobalId('DepartmentAlert', publicCounty, rowId);
  }

  @FieldResolver(() => Household, {
    nullable: true,
    description: 'The household that it is about (农户); null while it is not matched, and always for its sender.',
  })
  household(@Root() alert: AlertObject, @Info() info: GraphQLResolveInfo): Row | null {
    return readAhead(alert, info);
  }

  @FieldResolver(() => Lead, {
    nullable: true,
    description: 'The lead that it became when it was matched (线索); null before, and always for its sender.',
  })
  lead(@Root() alert: AlertObject, @Info() info: GraphQLResolveInfo): Row | null {
    return readAhead(alert, info);
  }

  @FieldResolver(() => Region, {
    nullable: true,
    description:
      'Village of the household that has to verify it, or the region that was told (所在区划); the sender is told the county, since where a household lives is not its to learn.',
  })
  region(@Root() alert: AlertObject, @Ctx() ctx: RequestContext): Region {
    const code = this.reader.regionOf(ctx, alert);
    const known = [code, ...ancestorsOf(code)].map((one) => this.tree.find(one));
    return regionObject(known.find((row) => row !== null)!);
  }

  @FieldResolver()
  receivedAt(@Root() { receivedAt }: AlertObject): Date {
    return new Date(receivedAt!);
  }

  @FieldResolver()
  overdue(@Root() { status, verifyBy }: AlertObject, @Ctx() ctx: RequestContext): boolean {
    return status === 'DISPATCHED' && isLeadOverdue({ status: 'OPEN', dueOn: verifyBy! }, ctx.today);
  }

  @FieldResolver()
  outcomeNote(@Root() alert: AlertObject, @Ctx() ctx: RequestContext): string | null {
    return this.reader.outcomeNote(ctx, alert);
  }

  @FieldResolver(() => JsonObjectScalar, {
    description:
      'What was told beside the amount (预警内容), by the form of its kind; empty where nothing was, and for viewers who read masked.',
  })
  payload(@Root() alert: AlertObject, @Ctx() ctx: RequestContext): Record<string, unknown> {
    return this.reader.payload(ctx, alert);
  }
}
