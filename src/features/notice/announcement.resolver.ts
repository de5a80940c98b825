import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { AnnouncementSection } from '../../domain/procedure/step-act.js';
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
import type { RegionTree } from '../region/index.js';
import { Region, regionObject } from '../region/region.graphql.js';
import { ResultAnnouncement, ResultAnnouncementConnection } from './announcement.graphql.js';
import type { AnnouncementReader } from './announcement-reader.service.js';
import { holdsOffice, shownName } from './shown-name.js';

/** 结果公告 · What was decided, open to everyone in its days; the name is masked for whoever has no office in the region. */
@Resolver(() => ResultAnnouncement)
export class AnnouncementResolver {
  constructor(
    private readonly reader: AnnouncementReader,
    private readonly cursors: CursorSeal,
    private readonly tree: RegionTree,
    private readonly cipher: FieldCipher,
  ) {}

  @Query(() => ResultAnnouncementConnection, {
    description:
      'Announcements of results in a region on a day (结果公告) (art. G), where the province’s procedure has such a step; open to everyone without a token, names masked.',
  })
  async resultAnnouncements(
    @Arg('region', () => RegionCodeScalar, {
      description: 'Region whose households are meant (区划), with everything below it.',
    })
    region: RegionCode,
    @Arg('on', () => DateScalar, {
      nullable: true,
      description:
        'Day on which the announcements are shown (日期); today where it is left out. Past ones are shown to those who hold an office there: to everybody else an announcement is public in its days.',
    })
    on: CalendarDate | null,
    @Args(() => ForwardPagingArgs) paging: ForwardPagingArgs,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Row>> {
    const owner = cursorOwner(ctx.principal?.subject ?? '', 'resultAnnouncements', [region, on]);
    const asked = selectionOf(info);
    const request = pageRequest(paging, this.cursors, owner);
    const { page, total } = await this.reader.page(ctx, region, on, request, selectedNodes(asked), asked);
    return toConnection(page, this.cursors, owner, total);
  }

  @FieldResolver(() => ID)
  id(@Root() row: Row): string {
    return toGlobalId('ResultAnnouncement', String(row['countyCode']), String(row['rowId']));
  }

  @FieldResolver(() => Region, { description: 'Village of the household (农户所在区划).' })
  region(@Root() row: Row): Region {
    return regionObject(this.tree.find(row['regionCode'] as RegionCode)!);
  }

  @FieldResolver(() => String, { description: 'In whose name it stands (发布单位).' })
  issuedBy(@Root() row: Row): string {
    return this.said(row).issuedBy;
  }

  @FieldResolver(() => String, { description: 'Board, bulletin or site that carries it (公告地点、载体).' })
  place(@Root() row: Row): string {
    return this.said(row).place;
  }

  @FieldResolver(() => String, {
    description:
      'Name of the head of the household (户主姓名), masked without a token and for roles that may not read names.',
  })
  householdName(@Root() row: Row, @Ctx() ctx: RequestContext, @Info() info: GraphQLResolveInfo): string {
    return shownName(this.cipher, ctx, row, readAhead<Row | null>(row, info));
  }

  @FieldResolver(() => MonitoringCase, {
    nullable: true,
    description: 'The case behind it (监测对象); null for callers who may not see it.',
  })
  case(@Root() row: Row, @Ctx() ctx: RequestContext, @Info() info: GraphQLResolveInfo): Row | null {
    return holdsOffice(ctx, row, 'VILLAGE') ? readAhead(row, info) : null;
  }

  private said(row: Row): AnnouncementSection {
    const section = openText(this.cipher, row, 'sectionSealed', 'procedure_step', 'section_sealed');
    return section === null ? { issuedBy: '', place: '' } : (JSON.parse(section) as AnnouncementSection);
  }
}
