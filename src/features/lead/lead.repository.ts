import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/database/database.js';
import { among } from '../../platform/database/filter-condition.js';
import type { OrderColumn, Page, PageRequest } from '../../platform/database/page.js';
import { countRows, type PageRow, type Row, readPage, readRows } from '../../platform/database/read-rows.js';
import { inScope } from '../../platform/database/scope-condition.js';
import type { Selection } from '../../platform/database/selection.js';
import type { Reach } from '../access/index.js';
import { leadShape } from './lead-shape.repository.js';

/** 筛选 · Counties and condition that a filter compiles to. */
export interface CompiledFilter {
  readonly counties: readonly string[];
  readonly where: SQL;
}

/** 查找线索 · Leads by id, within the reach, with all that was asked for below them. */
export function findLeads(
  tx: Transaction,
  reach: Reach,
  selection: Selection,
  county: string,
  ids: readonly string[],
): Promise<Row[]> {
  return readRows(tx, leadShape, selection, {
    counties: reach.county(county) === null ? [] : [county],
    where: sql`${inScope(reach.scope, 'household_id')} AND ${among('t.id', ids, 'uuid')}`,
    limit: ids.length,
  });
}

/** 一页线索 · A page of leads that a filter finds within the reach. */
export function pageOfLeads(
  tx: Transaction,
  reach: Reach,
  selection: Selection,
  filter: CompiledFilter,
  order: readonly OrderColumn[],
  request: PageRequest,
): Promise<Page<PageRow>> {
  return readPage(tx, leadShape, selection, { ...scoped(reach, filter), order }, request);
}

/** 线索总数 · How many leads a filter finds within the reach. */
export function countLeads(tx: Transaction, reach: Reach, filter: CompiledFilter): Promise<number> {
  return countRows(tx, leadShape, scoped(reach, filter));
}

/** 一户的线索 · The filter that finds one household's leads. */
export function leadsOfHousehold(county: string, householdId: string): CompiledFilter {
  return { counties: [county], where: sql`t.household_id = ${householdId}::uuid` };
}

function scoped(reach: Reach, { counties, where }: CompiledFilter): CompiledFilter {
  return { counties, where: sql`${inScope(reach.scope, 'household_id')} AND ${where}` };
}
