import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Resolver, Root, Subscription } from 'type-graphql';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { Row } from '../../platform/database/read-rows.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { RegionCodeScalar } from '../../platform/graphql/scalars/index.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import type { LiveEvent } from '../../platform/socket/live-source.js';
import { DepartmentAlert } from '../alert/alert.graphql.js';
import type { AlertReader } from '../alert/index.js';
import { MonitoringCase } from '../case/case.graphql.js';
import type { CaseReader } from '../case/index.js';

/** Events come by the socket, which resolves each as a query is. */
const topics = 'changes';

/** 订阅 · What changes, read for each subscriber as it is then. @article 5.1 */
@Resolver()
export class LiveResolver {
  constructor(
    private readonly cases: CaseReader,
    private readonly alerts: AlertReader,
  ) {}

  @Subscription(() => MonitoringCase, {
    topics,
    description:
      "Changes to cases in the viewer's region, or the part of it given (监测对象变动): the case as it is when it is sent. Over a WebSocket.",
  })
  async caseChanged(
    @Root() event: LiveEvent,
    @Arg('region', () => RegionCodeScalar, { nullable: true, description: 'Only in this region and below it (区划).' })
    _: RegionCode | null,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Row | null> {
    return told(
      event,
      await this.cases.find(ctx, event.county, [event.id], selectionOf(info), 'Subscription.caseChanged'),
    );
  }

  @Subscription(() => DepartmentAlert, {
    topics,
    description:
      "Departments' alerts that are sent down in the viewer's region, or the part of it given (预警派发) (art. 3.1). Over a WebSocket.",
  })
  async alertDispatched(
    @Root() event: LiveEvent,
    @Arg('region', () => RegionCodeScalar, { nullable: true, description: 'Only in this region and below it (区划).' })
    _: RegionCode | null,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Row | null> {
    const found = await this.alerts.find(
      ctx,
      event.county,
      [event.id],
      selectionOf(info),
      'Subscription.alertDispatched',
    );
    return told(event, found);
  }
}

/** What is out of the subscriber's reach by now is not told at all. */
function told(event: LiveEvent, [row]: readonly Row[]): Row | null {
  if (row === undefined) event.gone = true;
  return row ?? null;
}
