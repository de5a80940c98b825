import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Row } from '../../platform/database/read-rows.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { ForwardPagingArgs } from '../../platform/graphql/paging-args.js';
import { readAhead } from '../../platform/graphql/read-ahead.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { DateScalar } from '../../platform/graphql/scalars/index.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import { AS_OF, Household } from '../household/household.graphql.js';
import type { HouseholdObject } from '../household/index.js';
import type { HouseholdIncomes } from './household-incomes.service.js';
import { IncomeRecord, IncomeRecordConnection } from './income.graphql.js';
import type { IncomeObject } from './income-object.js';

/** 农户的收入 · The incomes of a household. @article 2.1 */
@Resolver(() => Household)
export class HouseholdIncomesResolver {
  constructor(private readonly reader: HouseholdIncomes) {}

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
    return on ? this.reader.incomeOn(ctx, household, on) : readAhead(household, info);
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
    return this.reader.incomes(ctx, household, paging, selectionOf(info), ahead);
  }
}
