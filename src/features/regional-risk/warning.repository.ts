import { type SQL, sql } from 'drizzle-orm';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { type RegionCode, subtreePrefix } from '../../domain/kernel/region-code.js';
import type { WarningEntry, WarningStatus } from '../../domain/regional-risk/regional-warning.js';
import type { Severity } from '../../domain/risk/finding.js';
import type { Transaction } from '../../platform/database/database.js';
import { allOf, anyOf, arrayLiteral, compare, type Operators } from '../../platform/database/filter-condition.js';
import type { OrderColumn } from '../../platform/database/page.js';
import { inScope } from '../../platform/database/scope-condition.js';
import { type Reach, RowsInReach } from '../access/index.js';
import { regionalWarning, warningAction } from './regional-risk.table.js';
import { warningShape } from './warning-shape.repository.js';

/** 可及预警 · Warnings within a reach. */
export const warningsInReach = new RowsInReach(warningShape, null);

/** 预警行 · A warning as a change needs it. */
export interface WarningRow {
  readonly id: string;
  readonly countyCode: string;
  readonly regionCode: RegionCode;
  readonly status: WarningStatus;
  readonly raisedOn: CalendarDate;
  readonly auditSequence: number;
  readonly auditHash: string | null;
}

/** 锁定预警 · The row of a warning, locked until the transaction ends; null when it is not in the reach. */
export async function lockWarning(
  tx: Transaction,
  reach: Reach,
  county: string,
  id: string,
): Promise<WarningRow | null> {
  const [row] = await tx.rows<WarningRow>(sql`
    SELECT t.id, t.county_code AS "countyCode", t.region_code AS "regionCode", t.status, t.raised_on AS "raisedOn",
      t.audit_sequence AS "auditSequence", t.audit_hash AS "auditHash"
    FROM ${regionalWarning} t WHERE t.county_code = ${county} AND t.id = ${id}::uuid AND ${inScope(reach.scope, null)} FOR UPDATE`);
  return row ?? null;
}

/** 预警处置 · The entries of a warning in their order. */
export function entriesOf(tx: Transaction, county: string, warningId: string): Promise<WarningEntry[]> {
  return tx.rows<WarningEntry>(sql`
    SELECT t.number, t.entered_on AS "on", t.status, t.department, t.due_on AS "dueOn", t.done_on AS "doneOn"
    FROM ${warningAction} t WHERE t.county_code = ${county} AND t.warning_id = ${warningId}::uuid ORDER BY t.number`);
}

/** 新增预警 · Writes a warning. */
export async function insertWarning(tx: Transaction, row: typeof regionalWarning.$inferInsert): Promise<void> {
  await tx.insert(regionalWarning, [row]);
}

/** 更新预警 · Writes what an entry made of the warning. */
export async function updateWarning(
  tx: Transaction,
  { countyCode, id }: Pick<WarningRow, 'countyCode' | 'id'>,
  set: Partial<typeof regionalWarning.$inferInsert>,
): Promise<void> {
  await tx.run(tx.orm.update(regionalWarning).set(set).where(sql`county_code = ${countyCode} AND id = ${id}::uuid`));
}

/** 新增处置 · Writes an entry, and the day on earlier actions that are done by it. */
export async function insertEntry(
  tx: Transaction,
  row: typeof warningAction.$inferInsert,
  completes: readonly number[],
): Promise<void> {
  const { countyCode, warningId, doneOn } = row;
  if (completes.length > 0)
    await tx.run(
      tx.orm
        .update(warningAction)
        .set({ doneOn })
        .where(
          sql`county_code = ${countyCode} AND warning_id = ${warningId}::uuid AND number = ANY (${arrayLiteral(completes.map(String))}::integer[])`,
        ),
    );
  await tx.insert(warningAction, [row]);
}

/** 预警筛选 · What a caller asks of warnings; all that is given must hold. */
export interface WarningFilterValues {
  readonly region?: RegionCode | null;
  readonly status?: readonly WarningStatus[] | null;
  readonly severity?: readonly Severity[] | null;
  readonly raisedOn?: Operators | null;
}

/** 筛选条件 · Compiles a filter on warnings, alias `t`. */
export function warningCondition(filter: WarningFilterValues): SQL {
  const terms = [
    filter.region ? sql`t.region_code LIKE ${`${subtreePrefix(filter.region)}%`}` : null,
    anyOf('t.status', filter.status),
    anyOf('t.severity', filter.severity),
    compare('t.raised_on', 'date', filter.raisedOn),
  ];
  return allOf(terms) ?? sql`true`;
}

/** 最新在前 · The newest warning first. */
export const NEWEST_WARNING: readonly OrderColumn[] = [
  { column: 't.raised_on', cast: 'date', direction: 'DESC', nullable: false },
  { column: 't.id', cast: 'uuid', direction: 'DESC', nullable: false },
];
