import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { CursorSeal } from '../../platform/crypto/cursor-seal.js';
import type { Page } from '../../platform/database/page.js';
import type { PageRow, Row } from '../../platform/database/read-rows.js';
import { type Selection, selects } from '../../platform/database/selection.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { type CursorOwner, cursorOwner, pageRequest, pageSize, toConnection } from '../../platform/graphql/paging.js';
import type { ForwardPagingArgs } from '../../platform/graphql/paging-args.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { requestLoader } from '../../platform/graphql/request-loader.js';
import { type HouseholdKey, idsByCounty, keyOf, RecordsOnDay, type RecordsOnDayParts } from '../household/index.js';
import { countIncomes, INCOMES, pageOfIncomes } from './income.repository.js';
import type { IncomeObject } from './income-object.js';

/** 农户收入读取所需 · What it stands on. */
export interface HouseholdIncomesParts extends RecordsOnDayParts {
  readonly cursorSeal: CursorSeal;
}

/** Who reads the incomes of a household: its offices, itself, and the auditor of its case. */
const READ = 'Household.incomes';

/**
 * 农户收入读取 · What a household's look-ahead does not bring of its incomes: the one of a given day, further pages, counts.
 * Households of one level are read together.
 *
 * @article 2.1
 */
export class HouseholdIncomes {
  private readonly onDay: RecordsOnDay;

  constructor(private readonly parts: HouseholdIncomesParts) {
    this.onDay = new RecordsOnDay(parts);
  }

  /** 当日收入 · The newest record whose window had ended by the day; null where there is none. */
  async incomeOn(context: RequestContext, household: HouseholdKey, on: CalendarDate): Promise<IncomeObject | null> {
    const wanted = { records: INCOMES, field: READ, on, selection: [], loader: `income on ${on}` };
    return (await this.onDay.newest(context, household, wanted)) as IncomeObject | null;
  }

  /**
   * 收入记录列表 · A page of a household's incomes, newest window first.
   *
   * @param ahead  the rows that were read with the household, one more than the page; absent past a cursor
   */
  async incomes(
    context: RequestContext,
    household: HouseholdKey,
    paging: ForwardPagingArgs,
    asked: Selection,
    ahead?: readonly IncomeObject[],
  ): Promise<Connection<Row>> {
    const owner = cursorOwner(context.principal?.subject ?? '', 'incomes', household.rowId);
    const [page, total] = await Promise.all([
      ahead === undefined ? this.furtherPage(context, household, paging, owner) : firstPage(ahead, paging),
      selects(asked, 'totalCount') ? this.count(context, household) : 0,
    ]);
    return toConnection(page, this.parts.cursorSeal, owner, total);
  }

  private async furtherPage(
    context: RequestContext,
    { countyCode, rowId }: HouseholdKey,
    paging: ForwardPagingArgs,
    owner: CursorOwner,
  ): Promise<Page<PageRow>> {
    const request = pageRequest(paging, this.parts.cursorSeal, owner);
    const reach = await this.parts.access.reach(context, READ);
    return this.parts.database.readAtOnce(reach.scope, (tx) => pageOfIncomes(tx, reach, countyCode, rowId, request));
  }

  private async count(context: RequestContext, household: HouseholdKey): Promise<number> {
    const loader = requestLoader<number>(context, 'income count', async (keys) => {
      const counts = new Map<string, number>();
      const reach = await this.parts.access.reach(context, READ);
      for (const [county, ids] of idsByCounty(keys)) {
        const found = await this.parts.database.read(reach.scope, (tx) => countIncomes(tx, reach, county, ids));
        for (const [id, n] of found) counts.set(`${county}/${id}`, n);
      }
      return counts;
    });
    return (await loader.load(keyOf(household))) ?? 0;
  }
}

/** What was read with the household is the first page and one row that tells whether there is more. */
function firstPage(ahead: readonly IncomeObject[], { first }: ForwardPagingArgs): Page<PageRow> {
  const size = pageSize(first);
  const rows = ahead.slice(0, size).map((row) => ({ row: { ...row } as Row, key: [row.to, row.from, row.rowId] }));
  return { rows, hasNextPage: ahead.length > size, hasPreviousPage: false };
}
