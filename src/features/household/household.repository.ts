import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/database/database.js';
import type { OrderColumn, Page, PageRequest } from '../../platform/database/page.js';
import { countRows, type PageRow, type Row, readPage, readRows } from '../../platform/database/read-rows.js';
import { inScope } from '../../platform/database/scope-condition.js';
import type { Selection } from '../../platform/database/selection.js';
import type { Reach } from '../access/index.js';
import { householdShape } from './household-shape.repository.js';

/** 查找农户 · Households by id, within the reach, with all that was asked for below them. */
export function findHouseholds(tx: Transaction, reach: Reach, selection: Selection, county: string, ids: readonly string[]): Promise<Row[]> {
  return readRows(tx, householdShape, selection, {
    counties: reach.county(county) === null ? [] : [county],
    where: sql`${inScope(reach.scope, 'id')} AND t.id = ANY (${`{${ids.join(',')}}`}::uuid[])`,
    limit: ids.length,
  });
}

/** 一页农户 · A page of households that a filter finds within the reach. */
export function pageOfHouseholds(
  tx: Transaction,
  reach: Reach,
  selection: Selection,
  filter: { readonly counties: readonly string[]; readonly where: SQL },
  order: readonly OrderColumn[],
  request: PageRequest,
): Promise<Page<PageRow>> {
  return readPage(tx, householdShape, selection, { ...filter, where: sql`${inScope(reach.scope, 'id')} AND ${filter.where}`, order }, request);
}

/** 农户总数 · How many households a filter finds within the reach. */
export function countHouseholds(tx: Transaction, reach: Reach, filter: { readonly counties: readonly string[]; readonly where: SQL }): Promise<number> {
  return countRows(tx, householdShape, { ...filter, where: sql`${inScope(reach.scope, 'id')} AND ${filter.where}` });
}
