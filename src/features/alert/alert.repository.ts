import { type SQL, sql } from 'drizzle-orm';
import type { Role } from '../../domain/jurisdiction/role.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { COUNTY_DIGITS, type RegionCode, subtreePrefix } from '../../domain/kernel/region-code.js';
import type { Department } from '../../domain/support/policy-instrument.js';
import type { Transaction } from '../../platform/database/database.js';
import { among } from '../../platform/database/filter-condition.js';
import type { Row } from '../../platform/database/read-rows.js';
import type { Selection } from '../../platform/database/selection.js';
import { type CompiledFilter, type Reach, RowsInReach } from '../access/index.js';
import { type AlertFilterValues, alertCondition } from './alert-filter.repository.js';
import { alertShape } from './alert-shape.repository.js';

/** 可及预警 · Alerts within a reach, with all that was asked for below them. */
export const alertsInReach = new RowsInReach(alertShape, null, 'record_closed_on');

/** 一户的预警 · The filter that finds one household's alerts. */
export function alertsOfHousehold(county: string, householdId: string): CompiledFilter {
  return { counties: [county], where: sql`t.household_id = ${householdId}::uuid` };
}

const SENDER: Role = 'DEPARTMENT_CLIENT';
/** Where an alert was sent, wherever it was moved since. */
const PUBLIC_COUNTY = sql`coalesce(t.public_county, t.county_code)`;

/**
 * 可见预警 · What a caller's grants show of alerts, alias `t`: an office those of its region, a department's system those only that came
 * from its department under a region of its own grants.
 *
 * @param region  asked for; a sender's question is answered by the county where it sent the alert, since it is not to learn where a
 *   household lives
 * @article 5.1
 */
function visibleAlerts({ grants }: Reach, department: Department | null, region: RegionCode | null = null): SQL {
  const offices = grants.filter(({ role }) => role !== SENDER);
  const senders = grants.filter(({ role }) => role === SENDER);
  const asked = region === null ? '' : subtreePrefix(region);
  const lies = (prefix: string, column = sql`t.region_code`): SQL =>
    prefix === '' ? sql`true` : sql`${column} LIKE ${`${prefix}%`}`;
  if (senders.length === 0) return lies(asked);
  const own = sql`t.department = ${department ?? ''} AND (${within('t.sender_region', senders)})`;
  const sent = sql`(${own} AND ${lies(asked.slice(0, COUNTY_DIGITS), PUBLIC_COUNTY)})`;
  return offices.length === 0 ? sent : sql`(${sent} OR (${within('t.region_code', offices)} AND ${lies(asked)}))`;
}

/** 按标识查找 · Alerts of one county by id; those that the caller may not see are left out. */
export function findAlerts(
  tx: Transaction,
  reach: Reach,
  department: Department | null,
  selection: Selection,
  county: string,
  ids: readonly string[],
): Promise<Row[]> {
  const where = sql`${among('t.id', ids, 'uuid')} AND ${visibleAlerts(reach, department)}`;
  return alertsInReach.findWhere(tx, reach, selection, county, where, ids.length);
}

/** 预警列表的条件 · What a caller sees of what is asked for. What a sender sent to one county may lie in any other. */
export function alertsWhere(
  reach: Reach,
  department: Department | null,
  filter: AlertFilterValues,
  today: CalendarDate,
): CompiledFilter {
  const visible = visibleAlerts(reach, department, filter.region ?? null);
  const where = sql`${alertCondition(filter, today)} AND ${visible}`;
  const sends = reach.grants.some(({ role }) => role === SENDER);
  return { counties: reach.counties(sends ? null : filter.region), where };
}

function within(column: string, grants: readonly { readonly region: string }[]): SQL {
  const own = grants.map(({ region }) => sql`${sql.raw(column)} LIKE ${`${subtreePrefix(region as RegionCode)}%`}`);
  return sql`(${sql.join(own, sql` OR `)})`;
}
