import { type SQL, sql } from 'drizzle-orm';
import type { AlertStatus } from '../../domain/alert/department-alert.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { type RegionCode, subtreePrefix } from '../../domain/kernel/region-code.js';
import type { AlertGrade } from '../../domain/province/alert-kind.js';
import type { Department } from '../../domain/support/policy-instrument.js';
import { allOf, anyOf, compare, holds, type Operators } from '../../platform/database/filter-condition.js';
import { type OrderColumn, orderColumns } from '../../platform/database/page.js';

/** 预警筛选 · What a caller asks of alerts; all that is given must hold. */
export interface AlertFilterValues {
  readonly region?: RegionCode | null;
  readonly department?: readonly Department[] | null;
  readonly kind?: Operators | null;
  readonly reference?: Operators | null;
  readonly grade?: readonly AlertGrade[] | null;
  readonly status?: readonly AlertStatus[] | null;
  readonly raisedOn?: Operators | null;
  readonly overdue?: boolean | null;
}

/** 筛选条件 · Compiles a filter on alerts, alias `t`, but for its region: how finely it is answered depends on who asks. */
export function alertCondition(filter: AlertFilterValues, today: CalendarDate): SQL {
  const terms = [
    anyOf('t.department', filter.department),
    compare('t.kind', 'text', filter.kind),
    compare('t.reference', 'text', filter.reference),
    anyOf('t.grade', filter.grade),
    anyOf('t.status', filter.status),
    compare('t.raised_on', 'date', filter.raisedOn),
    holds(sql`t.status = 'DISPATCHED' AND t.verify_by < ${today}::date`, filter.overdue),
  ];
  return allOf(terms) ?? sql`true`;
}

/** 预警统计筛选 · A filter on alerts with others that hold too, as a segment adds them. */
export interface AlertStatFilter extends AlertFilterValues {
  readonly and?: readonly AlertStatFilter[] | null;
}

/** 预警统计条件 · Compiles a filter for figures of alerts, alias `t`: by the region that each stands under, whoever asks. */
export function alertStatCondition(filter: AlertStatFilter, today: CalendarDate): SQL {
  const { region } = filter;
  const terms = [
    region ? sql`t.region_code LIKE ${`${subtreePrefix(region)}%`}` : null,
    alertCondition(filter, today),
    ...(filter.and ?? []).map((one) => alertStatCondition(one, today)),
  ];
  return allOf(terms) ?? sql`true`;
}

/** 预警次序 · The newest day first. */
export function alertOrder(): OrderColumn[] {
  const columns = { RAISED_ON: { column: 't.raised_on', cast: 'date', nullable: false } } as const;
  return orderColumns(null, columns, { by: 'RAISED_ON', direction: 'DESC' });
}
