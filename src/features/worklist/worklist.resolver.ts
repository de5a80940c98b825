import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { isOverdue } from '../../domain/procedure/is-overdue.js';
import type { Row } from '../../platform/database/read-rows.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { ForwardPagingArgs } from '../../platform/graphql/paging-args.js';
import { readAhead } from '../../platform/graphql/read-ahead.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import { DepartmentAlert } from '../alert/alert.graphql.js';
import { MonitoringCase } from '../case/case.graphql.js';
import { Lead } from '../lead/lead.graphql.js';
import type { ProvinceService } from '../province/index.js';
import { WorkItem, WorkItemConnection } from './work-item.graphql.js';
import { workItemTitle } from './work-item-title.js';
import type { WorklistService } from './worklist.service.js';

/** 待办 · What waits for the viewer. @article 2.1 */
@Resolver(() => WorkItem)
export class WorklistResolver {
  constructor(
    private readonly worklists: WorklistService,
    private readonly provinces: ProvinceService,
  ) {}

  @Query(() => WorkItemConnection, {
    description: 'What waits for the viewer now, most urgent first (待办事项) (art. 2.1, 3.1).',
  })
  worklist(
    @Args(() => ForwardPagingArgs) paging: ForwardPagingArgs,
    @Arg('overdueOnly', () => Boolean, {
      nullable: true,
      defaultValue: false,
      description: 'Only what is past its deadline (仅看逾期).',
    })
    overdueOnly: boolean | null,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Row>> {
    return this.worklists.page(ctx, paging, overdueOnly ?? false, selectionOf(info));
  }

  @FieldResolver()
  overdue(@Root() row: Row, @Ctx() ctx: RequestContext): boolean {
    return isOverdue({ dueOn: row['dueOn'] as CalendarDate | null, completedOn: null }, ctx.today);
  }

  @FieldResolver()
  title(@Root() row: Row, @Ctx() ctx: RequestContext): string {
    return workItemTitle(this.provinces, row, ctx.language);
  }

  @FieldResolver(() => MonitoringCase, {
    nullable: true,
    description: 'The case that waits (监测对象); null for a lead that has none.',
  })
  case(@Root() row: Row, @Info() info: GraphQLResolveInfo): Row | null {
    return readAhead(row, info);
  }

  @FieldResolver(() => Lead, { nullable: true, description: 'The lead to verify (线索); null for other kinds.' })
  lead(@Root() row: Row, @Info() info: GraphQLResolveInfo): Row | null {
    return readAhead(row, info);
  }

  @FieldResolver(() => DepartmentAlert, {
    nullable: true,
    description: "The department's alert to verify or to match (部门筛查预警); null for other kinds.",
  })
  alert(@Root() row: Row, @Info() info: GraphQLResolveInfo): Row | null {
    return readAhead(row, info);
  }
}
