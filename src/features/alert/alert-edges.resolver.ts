import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { Row } from '../../platform/database/read-rows.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { ForwardPagingArgs } from '../../platform/graphql/paging-args.js';
import { countedAhead, readAhead } from '../../platform/graphql/read-ahead.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import { Household } from '../household/household.graphql.js';
import type { HouseholdObject } from '../household/index.js';
import { Lead } from '../lead/lead.graphql.js';
import { DepartmentAlert, DepartmentAlertConnection } from './alert.graphql.js';
import type { AlertObject } from './alert-object.js';
import type { AlertReader } from './alert-reader.service.js';

/** 线索的预警 · The alert that a lead came from. @article 3.1 */
@Resolver(() => Lead)
export class LeadAlertResolver {
  @FieldResolver(() => DepartmentAlert, {
    nullable: true,
    description: "The department's alert that it came from (部门筛查预警); null for leads of other channels.",
  })
  alert(@Root() row: Row, @Info() info: GraphQLResolveInfo): Row | null {
    return readAhead(row, info);
  }
}

/** 农户的预警 · Alerts below a household. @article 3.1 */
@Resolver(() => Household)
export class HouseholdAlertsResolver {
  constructor(private readonly reader: AlertReader) {}

  @FieldResolver(() => DepartmentAlertConnection, {
    description: "Departments' alerts on this household, the newest first (部门筛查预警) (art. 3.1).",
  })
  departmentAlerts(
    @Root() household: HouseholdObject,
    @Args(() => ForwardPagingArgs) paging: ForwardPagingArgs,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Row>> {
    const read = () => ({ alerts: readAhead<AlertObject[]>(household, info), total: countedAhead(household, info) });
    const isFirst = paging.after === undefined || paging.after === null;
    return this.reader.pageOfHousehold(ctx, household, paging, selectionOf(info), isFirst ? read() : undefined);
  }
}
