import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { ancestorsOf } from '../../domain/kernel/region-code.js';
import type { Row } from '../../platform/database/read-rows.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { toGlobalId } from '../../platform/graphql/global-id.js';
import { ForwardPagingArgs, PagingArgs } from '../../platform/graphql/paging-args.js';
import { readAhead } from '../../platform/graphql/read-ahead.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { DateScalar } from '../../platform/graphql/scalars/index.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import type { RegionTree } from '../region/index.js';
import { Region, regionObject } from '../region/region.graphql.js';
import { Guarantees } from './guarantees.graphql.js';
import { Household, HouseholdConnection } from './household.graphql.js';
import type { HouseholdService } from './household.service.js';
import type { HouseholdEdges } from './household-edges.service.js';
import { HouseholdFilter, HouseholdOrder } from './household-filter.input.js';
import type { GuaranteesObject, HouseholdObject, IncomeObject, MemberObject } from './household-rows.js';
import { IncomeRecord, IncomeRecordConnection } from './income.graphql.js';
import { Member } from './member.graphql.js';
import type { PersonalDataService } from './personal-data.service.js';
import { readHouseholdId } from './read-household-id.js';

const AS_OF = 'Day as of which it is looked at (日期); the newest record counts where it is left out.';

/** 农户 · Households: read alone, by number, by identity number, in pages, and what hangs on them. @article 2.1 */
@Resolver(() => Household)
export class HouseholdResolver {
  constructor(
    private readonly reader: HouseholdService,
    private readonly edges: HouseholdEdges,
    private readonly personal: PersonalDataService,
    private readonly tree: RegionTree,
  ) {}

  @Query(() => Household, {
    nullable: true,
    description: "One household by its id (农户) (art. 2.1); null where there is none in the viewer's region.",
  })
  household(
    @Arg('id', () => ID, { description: 'Global id of the household (农户标识).' }) id: string,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Row | null> {
    return this.reader.one(ctx, readHouseholdId(id), selectionOf(info));
  }

  @Query(() => Household, {
    nullable: true,
    description:
      "One household by its number in the register (按户编号查询) (art. 5.4); null where there is none in the viewer's region.",
  })
  householdByNumber(
    @Arg('number', () => String, { description: 'Number of the household (户编号), as it is written.' })
    number: string,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Row | null> {
    return this.reader.byNumber(ctx, number, selectionOf(info));
  }

  @Query(() => Household, {
    nullable: true,
    description:
      'A household by the identity number of a present member (按身份证号查询), through its keyed digest; audited with its purpose on the household that is found (art. 5.3).',
  })
  householdByIdNumber(
    @Arg('idNumber', () => String, {
      description: 'Identity number of 18 characters (身份证号码); it is written nowhere.',
    })
    idNumber: string,
    @Arg('purpose', () => String, {
      description: 'What the household is looked up for (查询用途); it is written to the audit trail.',
    })
    purpose: string,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Row | null> {
    return this.personal.byIdNumber(ctx, idNumber, purpose, selectionOf(info));
  }

  @Query(() => HouseholdConnection, {
    description:
      "Households of the viewer's region (农户列表) (art. 2.1), filtered and in the order asked for; by number unless told.",
  })
  households(
    @Arg('where', () => HouseholdFilter, {
      nullable: true,
      description: 'Which households are meant (筛选条件); everything that the viewer may see where it is left out.',
    })
    where: HouseholdFilter | null,
    @Arg('orderBy', () => [HouseholdOrder], {
      nullable: true,
      description: 'Keys of the order, the weightiest first (排序).',
    })
    orderBy: HouseholdOrder[] | null,
    @Args(() => PagingArgs) paging: PagingArgs,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Row>> {
    return this.reader.page(ctx, { where, orderBy }, paging, selectionOf(info));
  }

  @FieldResolver(() => ID, { description: 'Global id (标识), opaque; it stays the same for good.' })
  id(@Root() { countyCode, rowId }: HouseholdObject): string {
    return toGlobalId('Household', countyCode, rowId);
  }

  @FieldResolver(() => Region, {
    description: 'Village that the household belongs to, or the nearest region known (所在村).',
  })
  region(@Root() { regionCode }: HouseholdObject): Region {
    const known = [regionCode, ...ancestorsOf(regionCode)]
      .map((code) => this.tree.find(code))
      .find((row) => row !== null);
    return regionObject(known!);
  }

  @FieldResolver()
  address(@Root() household: HouseholdObject, @Ctx() ctx: RequestContext): string | null {
    return this.personal.address(ctx, household);
  }

  @FieldResolver(() => Member, {
    nullable: true,
    description: 'The head of the household (户主); null only where the register came without one.',
  })
  head(@Root() household: HouseholdObject, @Info() info: GraphQLResolveInfo): MemberObject | null {
    return readAhead(household, info);
  }

  @FieldResolver(() => [Member], { description: 'Present members, the head first (家庭成员).' })
  members(@Root() household: HouseholdObject, @Info() info: GraphQLResolveInfo): MemberObject[] {
    return readAhead(household, info);
  }

  @FieldResolver(() => IncomeRecord, {
    nullable: true,
    description: 'The newest window of income that ended by a day (收入情况) (art. 2.1); null where none is recorded.',
  })
  income(
    @Root() household: HouseholdObject,
    @Arg('on', () => DateScalar, { nullable: true, description: AS_OF }) on: CalendarDate | null,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<IncomeObject | null> | IncomeObject | null {
    return on ? this.edges.incomeOn(ctx, household, on) : readAhead(household, info);
  }

  @FieldResolver(() => IncomeRecordConnection, {
    description: 'Every window of income in force, the newest first (历次收入记录) (art. 2.1).',
  })
  incomes(
    @Root() household: HouseholdObject,
    @Args(() => ForwardPagingArgs) paging: ForwardPagingArgs,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Row>> {
    const ahead = paging.after ? undefined : readAhead<IncomeObject[]>(household, info);
    return this.edges.incomes(ctx, household, paging, selectionOf(info), ahead);
  }

  @FieldResolver(() => Guarantees, {
    nullable: true,
    description:
      'The newest check of the six guarantees made by a day ("两不愁三保障"及饮水安全) (art. 2.1); null where none is recorded.',
  })
  guarantees(
    @Root() household: HouseholdObject,
    @Arg('on', () => DateScalar, { nullable: true, description: AS_OF }) on: CalendarDate | null,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<GuaranteesObject | null> | GuaranteesObject | null {
    return on ? this.edges.guaranteesOn(ctx, household, on, selectionOf(info)) : readAhead(household, info);
  }
}
