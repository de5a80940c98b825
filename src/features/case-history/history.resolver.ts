import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { ProcedureKind } from '../../domain/procedure/procedure-definition.js';
import type { CursorSeal } from '../../platform/crypto/cursor-seal.js';
import type { Row } from '../../platform/database/read-rows.js';
import { selects } from '../../platform/database/selection.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { toGlobalId } from '../../platform/graphql/global-id.js';
import { cursorOwner, pageRequest, toConnection } from '../../platform/graphql/paging.js';
import { ForwardPagingArgs } from '../../platform/graphql/paging-args.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import { CaseEventConnection, MonitoringCase } from '../case/case.graphql.js';
import { type Language, nameIn, type ProvinceService } from '../province/index.js';
import type { HistoryRow } from './history.repository.js';
import type { HistoryService } from './history.service.js';
import { type EventNames, tellEvent } from './tell-event.js';

/** 档案历程 · What happened in a case. */
@Resolver(() => MonitoringCase)
export class HistoryResolver {
  constructor(
    private readonly histories: HistoryService,
    private readonly cursors: CursorSeal,
    private readonly provinces: ProvinceService,
  ) {}

  @FieldResolver(() => CaseEventConnection, {
    description: 'What happened in the case, the newest first (档案历程) (art. 3.2, 5.3).',
  })
  async history(
    @Root() row: Row,
    @Args(() => ForwardPagingArgs) paging: ForwardPagingArgs,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Row>> {
    const { rowId, countyCode } = row as { rowId: string; countyCode: string };
    const owner = cursorOwner(ctx.principal?.subject ?? '', 'history', rowId);
    const { size, boundary } = pageRequest(paging, this.cursors, owner);
    const before = boundary === null ? null : Number(boundary[0]);
    const page = await this.histories.page(
      ctx,
      countyCode,
      rowId,
      before,
      size,
      selects(selectionOf(info), 'totalCount'),
    );
    const region = row['regionCode'] as RegionCode;
    const rows = page.events.map((event) => ({
      row: this.present(event, region, ctx.language),
      key: [event.sequence],
    }));
    return toConnection(
      { rows, hasNextPage: page.hasNextPage, hasPreviousPage: before !== null },
      this.cursors,
      owner,
      page.total,
    );
  }

  private present(event: HistoryRow, region: RegionCode, language: Language): Row {
    const { id, countyCode, at, occurredOn, actor, action, change } = event;
    const names = this.namesOn(region, occurredOn as CalendarDate, language);
    const summary = tellEvent(action, change, names, language);
    return { id: toGlobalId('CaseEvent', countyCode, id), at: new Date(at), occurredOn, kind: action, actor, summary };
  }

  /** As the province calls things; its steps as on the day of the event. A step that it knows no more is told by its code. */
  private namesOn(region: RegionCode, on: CalendarDate, language: Language): EventNames {
    const { provinces } = this;
    const procedures = provinces.find(region) === null ? null : provinces.rulesOn(region, on).procedures;
    return {
      step(procedure, code) {
        const found = procedures?.[procedure as ProcedureKind]?.steps.find((step) => step.code === code);
        return found === undefined ? String(code) : nameIn(found, language);
      },
      risk: (code) => nameIn(provinces.riskType(region, String(code)), language),
      instrument(code) {
        const found = provinces.instrument(region, String(code));
        return found === null ? String(code) : nameIn(found, language);
      },
    };
  }
}
