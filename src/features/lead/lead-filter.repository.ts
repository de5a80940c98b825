import { type SQL, sql } from 'drizzle-orm';
import type { DiscoveryChannel } from '../../domain/case/monitoring-case.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { type RegionCode, subtreePrefix } from '../../domain/kernel/region-code.js';
import type { LeadStatus } from '../../domain/lead/lead.js';
import { allOf, anyOf, compare, holds, type Operators } from '../../platform/database/filter-condition.js';
import { type OrderColumn, type OrderKey, orderColumns } from '../../platform/database/page.js';

/** 线索筛选 · What a caller asks of leads; all that is given must hold. */
export interface LeadFilterValues {
  readonly region?: RegionCode | null;
  readonly status?: readonly LeadStatus[] | null;
  readonly channel?: readonly DiscoveryChannel[] | null;
  readonly dueOn?: Operators | null;
  readonly overdue?: boolean | null;
}

/** 筛选条件 · Compiles a filter on leads, alias `t`. */
export function leadCondition(filter: LeadFilterValues, today: CalendarDate): SQL {
  const terms = [
    filter.region ? sql`t.region_code LIKE ${`${subtreePrefix(filter.region)}%`}` : null,
    anyOf('t.status', filter.status),
    anyOf('t.channel', filter.channel),
    compare('t.due_on', 'date', filter.dueOn),
    holds(sql`t.status = 'OPEN' AND t.due_on < ${today}::date`, filter.overdue),
  ];
  return allOf(terms) ?? sql`true`;
}

/** 排序字段 · What leads may be ordered by. */
export type LeadOrderBy = 'REPORTED_ON' | 'DUE_ON';

/** 排序 · One key of an order. */
export type LeadOrderKey = OrderKey<LeadOrderBy>;

const COLUMNS: Readonly<Record<LeadOrderBy, Omit<OrderColumn, 'direction'>>> = {
  REPORTED_ON: { column: 't.reported_on', cast: 'date', nullable: false },
  DUE_ON: { column: 't.due_on', cast: 'date', nullable: false },
};

/** 线索排序 · The order asked for; the newest report first unless told. */
export function leadOrder(orders: readonly LeadOrderKey[] | null | undefined): OrderColumn[] {
  return orderColumns(orders, COLUMNS, { by: 'REPORTED_ON', direction: 'DESC' });
}
