import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Gate as GateAnswer } from '../../domain/elimination/gate.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Row } from '../../platform/database/read-rows.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { requestLoader } from '../../platform/graphql/request-loader.js';
import { DateScalar } from '../../platform/graphql/scalars/index.js';
import { Gate, MonitoringCase } from '../case/case.graphql.js';
import type { EliminationGates } from './elimination-gates.service.js';

/** 消除条件 · What still stands between a case and elimination; a page of cases is read together. */
@Resolver(() => MonitoringCase)
export class GateResolver {
  constructor(private readonly gates: EliminationGates) {}

  @FieldResolver(() => [Gate], {
    description: 'What must hold before the risk is marked eliminated, met or not (风险消除条件) (art. 3.3).',
  })
  async eliminationGates(
    @Root() row: Row,
    @Arg('on', () => DateScalar, {
      nullable: true,
      description: 'Day on which the conditions are looked at (日期); today where it is left out.',
    })
    on: CalendarDate | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Gate[]> {
    const county = String(row['countyCode']);
    const day = on ?? ctx.today;
    const loader = requestLoader<GateAnswer[]>(ctx, `gates ${county} ${day}`, (ids) =>
      this.gates.gates(ctx, county, ids, day),
    );
    const gates = (await loader.load(String(row['rowId']))) ?? [];
    return gates.map(({ code, passed, reason, article }) => ({ code, passed, reason: reason[ctx.language], article }));
  }
}
