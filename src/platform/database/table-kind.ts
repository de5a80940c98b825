import { sql } from 'drizzle-orm';
import { customType, date, type PgTable, pgPolicy, pgRole, uuid } from 'drizzle-orm/pg-core';

/**
 * 表的分布 · How a table stands once PostgreSQL is distributed by county: REFERENCE is on every node, DISTRIBUTED is cut by
 * `county_code`, DIRECTORY by its own key (national uniqueness), LOCAL stays on the entry node.
 *
 * @article none — technical
 */
export type TableKind = 'REFERENCE' | 'DISTRIBUTED' | 'DIRECTORY' | 'LOCAL';

const kinds = new Map<PgTable, TableKind>();

const declare =
  (kind: TableKind) =>
  <T extends PgTable>(table: T): T => {
    kinds.set(table, kind);
    return table;
  };

/** 全国共用的小表 · Small, rarely written, on every node. */
export const referenceTable = declare('REFERENCE');
/** 按县分布的表 · `county_code` first in its key. */
export const distributedTable = declare('DISTRIBUTED');
/** 目录表 · Unique in the nation by its own key. */
export const directoryTable = declare('DIRECTORY');
/** 本地表 · On the entry node only. */
export const localTable = declare('LOCAL');

/** 所有表 · Every table declared so far with its kind, in the order of declaration. */
export function declaredTables(): ReadonlyMap<PgTable, TableKind> {
  return kinds;
}

/** 文本列,按字节排序 · Text that compares by byte, the same on every node and operating system. */
export const codeText = customType<{ data: string; driverData: string }>({ dataType: () => 'text COLLATE "C"' });

/** 县内行 · What every row of a distributed table begins with: its county, its id there, the region that it belongs to. */
export const countyRow = () => ({
  countyCode: codeText('county_code').notNull(),
  id: uuid('id').notNull(),
  regionCode: codeText('region_code').notNull(),
});

/** 农户所属行 · A row that belongs to a household, which a resident's scope is told by. */
export const householdRow = () => ({ ...countyRow(), householdId: uuid('household_id').notNull() });

/** 应用角色 · Owns nothing and cannot step around row-level security; every transaction runs as it. */
export const appRole = pgRole('holdline_app').existing();

const SCOPE = sql`string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')`;
const HOUSEHOLD = sql`NULLIF(current_setting('app.household', true), '')`;
const CLOSED_SHOWN = sql`NULLIF(current_setting('app.closed', true), '') IS NOT NULL`;

/**
 * 行级安全 · The second wall: a row is seen and written only where its region lies in the transaction's scope, and, for a
 * resident, only where it belongs to the resident's household. No scope shows nothing.
 *
 * @param household  the column that names the household; or who else sees the rows: officers only, or everyone in the region
 * @param closed  the column with the day on which the record was closed, where it may be: a closed one is seen only by who asks for it
 * @article 5.1
 */
export function scopePolicy(
  table: string,
  household: 'id' | 'household_id' | 'officers-only' | 'public',
  closed?: 'closed_on' | 'record_closed_on',
) {
  const inRegion = sql`region_code LIKE ANY (${SCOPE})`;
  const rule = {
    public: inRegion,
    'officers-only': sql`${inRegion} AND ${HOUSEHOLD} IS NULL`,
    id: sql`${inRegion} AND (${HOUSEHOLD} IS NULL OR id = ${HOUSEHOLD}::uuid)`,
    household_id: sql`${inRegion} AND (${HOUSEHOLD} IS NULL OR household_id = ${HOUSEHOLD}::uuid)`,
  }[household];
  const whole = closed === undefined ? rule : sql`${rule} AND (${sql.raw(closed)} IS NULL OR ${CLOSED_SHOWN})`;
  return pgPolicy(`${table}_scope`, { as: 'permissive', for: 'all', to: appRole, using: whole, withCheck: whole });
}

/** 注销日 · Day on which the record that a row belongs to was closed: lists and searches find it no more. */
export const recordClosed = () => ({ recordClosedOn: date('record_closed_on') });
