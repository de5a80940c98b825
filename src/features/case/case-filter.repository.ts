import { type SQL, sql } from 'drizzle-orm';
import type { CaseCategory, CaseStatus, DiscoveryChannel } from '../../domain/case/monitoring-case.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { type RegionCode, subtreePrefix } from '../../domain/kernel/region-code.js';
import type { RiskGroup } from '../../domain/risk/risk-type.js';
import {
  allOf,
  anyOf,
  compare,
  holds,
  type Nested,
  nested,
  type Operators,
} from '../../platform/database/filter-condition.js';
import { type OrderColumn, type OrderKey, orderColumns } from '../../platform/database/page.js';
import type { HouseholdFilterValues } from '../household/household-filter.repository.js';

/** 档案筛选 · What a caller asks of cases; all that is given must hold. */
export interface CaseFilterValues extends Nested<CaseFilterValues> {
  readonly region?: RegionCode | null;
  readonly number?: Operators | null;
  readonly status?: readonly CaseStatus[] | null;
  readonly category?: readonly CaseCategory[] | null;
  readonly channel?: readonly DiscoveryChannel[] | null;
  readonly riskType?: readonly string[] | null;
  readonly riskGroup?: readonly RiskGroup[] | null;
  readonly openedOn?: Operators | null;
  readonly identifiedOn?: Operators | null;
  readonly eliminatedOn?: Operators | null;
  readonly overdue?: boolean | null;
  readonly trackingOnly?: boolean | null;
  readonly withoutSupport?: boolean | null;
  readonly household?: HouseholdFilterValues | null;
  readonly updatedAt?: Operators | null;
}

/** 筛选所需 · What the compiler cannot know by itself. */
export interface CaseFilterBasis {
  readonly today: CalendarDate;
  /** Codes of the risk types of a group, in any province. */
  readonly riskTypesOf: (groups: readonly RiskGroup[]) => readonly string[];
  /** Condition that pins another table to the statement's counties. */
  readonly pin: (alias: string) => SQL;
  /** Condition on a household under an alias. */
  readonly household: (filter: HouseholdFilterValues, alias: string) => SQL;
}

/** 筛选条件 · Compiles a filter on cases, alias `t`. */
export function caseCondition(filter: CaseFilterValues, basis: CaseFilterBasis): SQL {
  return nested(filter, (one) =>
    allOf([
      one.region ? sql`t.region_code LIKE ${`${subtreePrefix(one.region)}%`}` : null,
      compare('t.number', 'text', one.number),
      anyOf('t.status', one.status),
      anyOf('t.category', one.category),
      anyOf('t.channel', one.channel),
      one.riskType ? hasRisk(one.riskType, basis) : null,
      one.riskGroup ? hasRisk(basis.riskTypesOf(one.riskGroup), basis) : null,
      compare('t.opened_on', 'date', one.openedOn),
      compare('t.identified_on', 'date', one.identifiedOn),
      compare('t.eliminated_on', 'date', one.eliminatedOn),
      holds(sql`t.due_on < ${basis.today}::date`, one.overdue),
      holds(sql`t.tracking_only`, one.trackingOnly),
      holds(sql`t.status = 'MONITORED' AND t.supported_on IS NULL`, one.withoutSupport),
      one.household
        ? sql`EXISTS (SELECT 1 FROM household h WHERE ${basis.pin('h')} AND h.county_code = t.county_code AND h.id = t.household_id AND ${basis.household(one.household, 'h')})`
        : null,
      compare('t.updated_at', 'timestamptz', one.updatedAt),
    ]),
  );
}

function hasRisk(codes: readonly string[], basis: CaseFilterBasis): SQL {
  const wanted = anyOf('k.risk_type', codes) ?? sql`true`;
  return sql`EXISTS (SELECT 1 FROM case_risk k WHERE ${basis.pin('k')} AND k.county_code = t.county_code AND k.case_id = t.id AND k.resolved_on IS NULL AND ${wanted})`;
}

/** 排序字段 · Orders of cases. */
export const CASE_ORDERS = ['NUMBER', 'OPENED_ON', 'IDENTIFIED_ON', 'DUE_ON', 'PRIORITY', 'UPDATED_AT'] as const;
export type CaseOrderField = (typeof CASE_ORDERS)[number];

const COLUMNS: Readonly<Record<CaseOrderField, Omit<OrderColumn, 'direction'>>> = {
  NUMBER: { column: 't.number', cast: 'text', nullable: false },
  OPENED_ON: { column: 't.opened_on', cast: 'date', nullable: false },
  IDENTIFIED_ON: { column: 't.identified_on', cast: 'date', nullable: true },
  DUE_ON: { column: 't.due_on', cast: 'date', nullable: true },
  PRIORITY: { column: 't.priority', cast: 'integer', nullable: false },
  UPDATED_AT: { column: 't.updated_at', cast: 'timestamptz', nullable: false },
};

/** 档案排序 · The order asked for; by number unless told. */
export function caseOrder(orders: readonly OrderKey<CaseOrderField>[] | null | undefined): OrderColumn[] {
  return orderColumns(orders, COLUMNS, { by: 'NUMBER' });
}
