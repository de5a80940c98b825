import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import { daysLate } from '../../domain/case/identification-due.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { CursorSeal } from '../../platform/crypto/cursor-seal.js';
import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { Row } from '../../platform/database/read-rows.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { toGlobalId } from '../../platform/graphql/global-id.js';
import { cursorOwner, pageRequest, selectedNodes, toConnection } from '../../platform/graphql/paging.js';
import { ForwardPagingArgs, PagingArgs } from '../../platform/graphql/paging-args.js';
import { readAhead } from '../../platform/graphql/read-ahead.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import { Household } from '../household/household.graphql.js';
import type { RegionTree } from '../region/index.js';
import { Region, regionObject } from '../region/region.graphql.js';
import { CaseRisk, MonitoringCase, MonitoringCaseConnection, ResponsiblePerson } from './case.graphql.js';
import { readCaseId } from './case-change.service.js';
import { MonitoringCaseFilter, MonitoringCaseOrder } from './case-filter.input.js';
import type { CaseReader } from './case-reader.service.js';
import { ProcedureRun, ProcedureStep } from './procedure.graphql.js';
import type { Evidence } from './procedure.graphql.js';
import { openEvidence, takeOverPlace } from './sealed-evidence.js';

/** 监测对象 · Cases: read alone, in pages, and below households and regions. */
@Resolver(() => MonitoringCase)
export class CaseResolver {
  constructor(
    private readonly reader: CaseReader,
    private readonly cursors: CursorSeal,
    private readonly tree: RegionTree,
    private readonly cipher: FieldCipher,
  ) {}

  @Query(() => MonitoringCase, {
    nullable: true,
    description:
      "One monitoring case by its id (监测对象) (art. 3.2); null where there is none in the caller's region.",
  })
  async monitoringCase(
    @Arg('id', () => ID, { description: 'Global id of the case (标识).' }) id: string,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Row | null> {
    const place = readCaseId(id);
    return place === null
      ? null
      : ((await this.reader.find(ctx, place.county, [place.id], selectionOf(info)))[0] ?? null);
  }

  @Query(() => MonitoringCaseConnection, {
    description:
      "Monitoring cases of the caller's region (监测对象列表) (art. 3.2), filtered and in the order asked for; by number unless told.",
  })
  monitoringCases(
    @Arg('where', () => MonitoringCaseFilter, {
      nullable: true,
      description: 'Which cases (筛选条件); all in the region where absent.',
    })
    where: MonitoringCaseFilter | null,
    @Arg('orderBy', () => [MonitoringCaseOrder], {
      nullable: true,
      description: 'In which order (排序), the first entry first.',
    })
    orderBy: MonitoringCaseOrder[] | null,
    @Args(() => PagingArgs) paging: PagingArgs,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Row>> {
    return this.page(ctx, info, paging, { where, orderBy });
  }

  @FieldResolver(() => ID, { description: 'Global id of the case (标识), opaque.' })
  id(@Root() row: Row): string {
    return toGlobalId('MonitoringCase', String(row['countyCode']), String(row['rowId']));
  }

  @FieldResolver()
  identificationDaysLate(@Root() row: Row, @Ctx() ctx: RequestContext): number | null {
    const doneOn = (row['identifiedOn'] ?? row['decidedOn'] ?? null) as CalendarDate | null;
    if (doneOn === null && row['status'] !== 'UNDER_IDENTIFICATION') return null;
    return daysLate({ dueOn: row['identificationDueOn'] as CalendarDate | null, doneOn }, ctx.today);
  }

  @FieldResolver()
  takeOverEvidence(@Root() row: Row): readonly Evidence[] {
    return openEvidence(this.cipher, takeOverPlace(String(row['rowId'])), row['takeOverEvidence']);
  }

  @FieldResolver(() => Household, { description: 'The household that is monitored (农户) (art. 2.1).' })
  household(@Root() row: Row, @Info() info: GraphQLResolveInfo): Row {
    return readAhead(row, info);
  }

  @FieldResolver(() => Region, {
    description: 'The village, or the nearest region known, that the case belongs to (所在地区).',
  })
  region(@Root() row: Row): Region {
    return regionObject(this.tree.find(row['regionCode'] as RegionCode)!);
  }

  @FieldResolver(() => [CaseRisk], {
    description:
      'Risks of falling back into poverty (返贫致贫风险) (art. 4.2), the main one first, resolved ones included.',
  })
  risks(@Root() row: Row, @Info() info: GraphQLResolveInfo): Row[] {
    return readAhead(row, info);
  }

  @FieldResolver(() => [ProcedureRun], {
    description: 'The runs of procedures so far (程序办理) (art. 3.2), oldest first.',
  })
  procedures(@Root() row: Row, @Info() info: GraphQLResolveInfo): Row[] {
    return readAhead(row, info);
  }

  @FieldResolver(() => [ProcedureStep], {
    description:
      'The steps that wait now (待办环节) (art. 3.2): several where the province lets steps stand side by side.',
  })
  currentSteps(@Root() row: Row, @Info() info: GraphQLResolveInfo): Row[] {
    return readAhead(row, info);
  }

  @FieldResolver(() => [ResponsiblePerson], {
    description:
      'Who looks after the household, and from when to when (帮扶责任人) (art. 5.1); empty shows a case without one.',
  })
  responsiblePersons(@Root() row: Row, @Info() info: GraphQLResolveInfo): Row[] {
    return readAhead(row, info);
  }

  @FieldResolver(() => MonitoringCase, {
    nullable: true,
    description: "The household's earlier case (上一次监测档案), where it was monitored before.",
  })
  previousCase(@Root() row: Row, @Info() info: GraphQLResolveInfo): Row | null {
    return readAhead(row, info);
  }

  /** A page of cases, of the caller's reach or of one region. */
  async page(
    ctx: RequestContext,
    info: GraphQLResolveInfo,
    paging: PagingArgs,
    question: { where?: MonitoringCaseFilter | null; orderBy?: MonitoringCaseOrder[] | null },
    within?: RegionCode,
  ): Promise<Connection<Row>> {
    const owner = cursorOwner(ctx.principal?.subject ?? '', 'monitoringCases', [question, within]);
    const asked = selectionOf(info);
    const { page, total } = await this.reader.page(
      ctx,
      question,
      pageRequest(paging, this.cursors, owner),
      selectedNodes(asked),
      asked,
      within,
    );
    return toConnection(page, this.cursors, owner, total);
  }
}

/** 农户的监测档案 · Cases below a household. */
@Resolver(() => Household)
export class HouseholdCaseResolver {
  @FieldResolver(() => MonitoringCase, {
    nullable: true,
    description:
      'The case that is open now (当前监测档案) (art. 3.2): at most one; null where the household is not monitored.',
  })
  openCase(@Root() row: Row, @Info() info: GraphQLResolveInfo): Row | null {
    return readAhead(row, info);
  }

  @FieldResolver(() => [MonitoringCase], {
    description: 'Every case of the household, the newest first (历次监测档案) (art. 3.2).',
  })
  cases(@Root() row: Row, @Info() info: GraphQLResolveInfo): Row[] {
    return readAhead(row, info);
  }
}

/** 地区的监测对象 · Cases below a region. */
@Resolver(() => Region)
export class RegionCaseResolver {
  constructor(private readonly cases: CaseResolver) {}

  @FieldResolver(() => MonitoringCaseConnection, {
    description: 'Monitoring cases of the region and all below it (监测对象列表), as far as the caller may see them.',
  })
  monitoringCases(
    @Root() region: Region,
    @Arg('where', () => MonitoringCaseFilter, {
      nullable: true,
      description: 'Which cases (筛选条件); all where absent.',
    })
    where: MonitoringCaseFilter | null,
    @Args(() => ForwardPagingArgs) paging: ForwardPagingArgs,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Row>> {
    return this.cases.page(ctx, info, paging, { where }, region.code);
  }
}
