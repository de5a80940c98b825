import { type SQL, sql } from 'drizzle-orm';
import type { DiscoveryChannel } from '../../domain/case/monitoring-case.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { type RegionCode, subtreePrefix } from '../../domain/kernel/region-code.js';
import type { LeadStatus } from '../../domain/lead/lead.js';
import { allOf, anyOf, compare, holds, type Operators } from '../../platform/database/filter-condition.js';
import type { OrderColumn } from '../../platform/database/page.js';

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
export interface LeadOrderKey {
  readonly by: LeadOrderBy;
  readonly direction?: 'ASC' | 'DESC' | null;
}

const COLUMNS: Readonly<Record<LeadOrderBy, Omit<OrderColumn, 'direction'>>> = {
  REPORTED_ON: { column: 't.reported_on', cast: 'date', nullable: false },
  DUE_ON: { column: 't.due_on', cast: 'date', nullable: false },
};

/** 线索排序 · The order asked for, a key named again left out, made unique by the id at its end; newest report first unless told. */
export function leadOrder(orders: readonly LeadOrderKey[] | null | undefined): OrderColumn[] {
  const asked = new Map<LeadOrderBy, 'ASC' | 'DESC'>();
  for (const { by, direction } of orders ?? []) if (!asked.has(by)) asked.set(by, direction ?? 'ASC');
  if (asked.size === 0) asked.set('REPORTED_ON', 'DESC');
  const columns = [...asked].map(([by, direction]) => ({ ...COLUMNS[by], direction }));
  const last = columns.at(-1)?.direction ?? 'ASC';
  return [...columns, { column: 't.id', cast: 'uuid', direction: last, nullable: false }];
}
