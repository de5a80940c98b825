import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/database/database.js';
import { among } from '../../platform/database/filter-condition.js';
import type { OrderColumn, Page, PageRequest } from '../../platform/database/page.js';
import { countRows, type PageRow, type Row, readPage, readRows } from '../../platform/database/read-rows.js';
import type { ReadShape } from '../../platform/database/read-shape.js';
import { inScope, isKept } from '../../platform/database/scope-condition.js';
import type { Selection } from '../../platform/database/selection.js';
import type { Reach } from './reach.js';

/** 筛选 · Counties and condition that a filter compiles to. */
export interface CompiledFilter {
  readonly counties: readonly string[];
  /** On alias `t`, beside the counties and the reach. */
  readonly where: SQL;
}

/** 一页所求 · What is asked for of a list: of its rows, in which order, which page, and whether their number too. */
export interface PageWanted {
  readonly nodes: Selection;
  readonly order: readonly OrderColumn[];
  readonly request: PageRequest;
  readonly total: boolean;
}

/** 一页与总数 · A page, and how many rows there are in all; 0 where that was not asked for. */
export interface CountedPage {
  readonly page: Page<PageRow>;
  readonly total: number;
}

/**
 * 可及之行 · Reads rows of a shape within a reach; every statement holds the reach as its own condition.
 *
 * @article none — technical
 */
export class RowsInReach {
  /**
   * @param householdColumn  the column that names the household of a row; null where rows belong to none
   * @param closedColumn  the column that says that the record was closed; null where rows are only found below one that has it
   */
  constructor(
    private readonly shape: ReadShape,
    private readonly householdColumn: 'id' | 'household_id' | null,
    private readonly closedColumn: 'closed_on' | 'record_closed_on' | null = null,
  ) {}

  /** 按标识查找 · Rows by id with all that was asked for below them; those out of the reach are left out. */
  find(tx: Transaction, reach: Reach, selection: Selection, county: string, ids: readonly string[]): Promise<Row[]> {
    return this.findWhere(tx, reach, selection, county, among('t.id', ids, 'uuid'), ids.length);
  }

  /** 按条件查找 · Rows of one county under a condition on alias `t`, as many as `limit` at most. */
  findWhere(
    tx: Transaction,
    reach: Reach,
    selection: Selection,
    county: string,
    where: SQL,
    limit: number,
  ): Promise<Row[]> {
    const counties = reach.county(county) === null ? [] : [county];
    return readRows(tx, this.shape, selection, { ...this.scoped(reach, { counties, where }), limit });
  }

  /** 一页 · A page that a filter finds, in one statement; its number in a second, where it was asked for. */
  async page(tx: Transaction, reach: Reach, filter: CompiledFilter, wanted: PageWanted): Promise<CountedPage> {
    const found = this.scoped(reach, filter);
    const [page, total] = await Promise.all([
      readPage(tx, this.shape, wanted.nodes, { ...found, order: wanted.order }, wanted.request),
      wanted.total ? countRows(tx, this.shape, found) : 0,
    ]);
    return { page, total };
  }

  private scoped(reach: Reach, { counties, where }: CompiledFilter): CompiledFilter {
    const own = sql`${inScope(reach.scope, this.householdColumn)} AND ${isKept(reach.scope, this.closedColumn)}`;
    return { counties, where: sql`${own} AND ${where}` };
  }
}
