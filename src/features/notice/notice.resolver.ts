import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { CursorSeal } from '../../platform/crypto/cursor-seal.js';
import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { Row } from '../../platform/database/read-rows.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { toGlobalId } from '../../platform/graphql/global-id.js';
import { cursorOwner, pageRequest, selectedNodes, toConnection } from '../../platform/graphql/paging.js';
import { ForwardPagingArgs } from '../../platform/graphql/paging-args.js';
import { readAhead } from '../../platform/graphql/read-ahead.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { DateScalar, RegionCodeScalar } from '../../platform/graphql/scalars/index.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import { MonitoringCase } from '../case/case.graphql.js';
import { openText } from '../case/index.js';
import { ProcedureStep } from '../case/procedure.graphql.js';
import type { RegionTree } from '../region/index.js';
import { Region, regionObject } from '../region/region.graphql.js';
import { NoticeEntry, Objection, PublicNotice, PublicNoticeConnection } from './notice.graphql.js';
import type { NoticeReader } from './notice-reader.service.js';
import { holdsOffice, shownName } from './shown-name.js';

/** 公示 · Notices on the boards, open to everyone. */
@Resolver(() => PublicNotice)
export class NoticeResolver {
  constructor(
    private readonly reader: NoticeReader,
    private readonly cursors: CursorSeal,
    private readonly tree: RegionTree,
  ) {}

  @Query(() => PublicNoticeConnection, {
    description:
      'Notices on the boards of a region on a day (公示) (art. 3.2); open to everyone without a token, names masked.',
  })
  async publicNotices(
    @Arg('region', () => RegionCodeScalar, {
      description: 'Region whose boards are meant (区划), with everything below it.',
    })
    region: RegionCode,
    @Arg('on', () => DateScalar, {
      nullable: true,
      description:
        'Day on which the notices hang (日期); today where it is left out. Past notices are shown to those who hold an office there: to everybody else a notice is public in its days.',
    })
    on: CalendarDate | null,
    @Args(() => ForwardPagingArgs) paging: ForwardPagingArgs,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Row>> {
    const owner = cursorOwner(ctx.principal?.subject ?? '', 'publicNotices', [region, on]);
    const asked = selectionOf(info);
    const { page, total } = await this.reader.page(
      ctx,
      region,
      on,
      pageRequest(paging, this.cursors, owner),
      selectedNodes(asked),
      asked,
    );
    return toConnection(page, this.cursors, owner, total);
  }

  @FieldResolver(() => ID, { description: 'Global id of the notice (标识), opaque.' })
  id(@Root() row: Row): string {
    return toGlobalId('PublicNotice', String(row['countyCode']), String(row['rowId']));
  }

  @FieldResolver(() => Region, { description: 'Village whose board it hangs on (公示所在区划).' })
  region(@Root() row: Row): Region {
    return regionObject(this.tree.find(row['regionCode'] as RegionCode)!);
  }

  @FieldResolver(() => [NoticeEntry], {
    description: "Households on the notice (公示条目): the head's name and what it is for, nothing else.",
  })
  entries(@Root() row: Row, @Info() info: GraphQLResolveInfo): Row[] {
    return readAhead(row, info);
  }
}

/** 环节的公示 · The notice of a step. */
@Resolver(() => ProcedureStep)
export class StepNoticeResolver {
  @FieldResolver(() => PublicNotice, {
    nullable: true,
    description: 'The notice that was put up for it (公示) (art. 3.2); null for other steps and before.',
  })
  notice(@Root() row: Row, @Info() info: GraphQLResolveInfo): Row | null {
    return readAhead(row, info);
  }
}

/** 公示条目 · One line of a notice; the name is masked for whoever has no office in the region. */
@Resolver(() => NoticeEntry)
export class NoticeEntryResolver {
  constructor(private readonly cipher: FieldCipher) {}

  @FieldResolver(() => ID)
  id(@Root() row: Row): string {
    return toGlobalId('NoticeEntry', String(row['countyCode']), String(row['rowId']));
  }

  @FieldResolver(() => String)
  householdName(@Root() row: Row, @Ctx() ctx: RequestContext, @Info() info: GraphQLResolveInfo): string {
    return shownName(this.cipher, ctx, row, readAhead<Row | null>(row, info));
  }

  @FieldResolver(() => MonitoringCase, {
    nullable: true,
    description: 'The case behind the entry (监测对象); null for callers who may not see it.',
  })
  case(@Root() row: Row, @Ctx() ctx: RequestContext, @Info() info: GraphQLResolveInfo): Row | null {
    return holdsOffice(ctx, row, 'VILLAGE') ? readAhead(row, info) : null;
  }

  @FieldResolver(() => [Objection], {
    description: 'Objections filed to it, oldest first (异议); empty for callers who may not resolve them.',
  })
  objections(@Root() row: Row, @Ctx() ctx: RequestContext, @Info() info: GraphQLResolveInfo): Row[] {
    return holdsOffice(ctx, row, 'TOWNSHIP') ? readAhead(row, info) : [];
  }
}

/** 异议 · Statement and resolution are opened for those who resolve. */
@Resolver(() => Objection)
export class ObjectionResolver {
  constructor(private readonly cipher: FieldCipher) {}

  @FieldResolver(() => ID)
  id(@Root() row: Row): string {
    return toGlobalId('Objection', String(row['countyCode']), String(row['rowId']));
  }

  @FieldResolver(() => String)
  statement(@Root() row: Row): string {
    return (
      openText(this.cipher, row, 'statementSealed', 'objection', 'statement_sealed') ??
      String(row['statementGiven'] ?? '')
    );
  }

  @FieldResolver(() => String, { nullable: true })
  resolution(@Root() row: Row): string | null {
    return openText(this.cipher, row, 'resolutionSealed', 'objection', 'resolution_sealed');
  }
}
