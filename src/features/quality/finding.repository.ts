import { type SQL, sql } from 'drizzle-orm';
import { type RegionCode, subtreePrefix } from '../../domain/kernel/region-code.js';
import type { FindingStatus } from '../../domain/quality/decide-settlement.js';
import type { Transaction } from '../../platform/database/database.js';
import { allOf, among, anyOf } from '../../platform/database/filter-condition.js';
import type { OrderColumn } from '../../platform/database/page.js';
import { inScope } from '../../platform/database/scope-condition.js';
import { type Reach, RowsInReach } from '../access/index.js';
import { findingShape } from './finding-shape.repository.js';
import { qualityFinding } from './quality.table.js';

/** 可及问题 · Findings within a reach. */
export const findingsInReach = new RowsInReach(findingShape, null);

/** 最新在前 · Open ones by their day, the newest first. */
export const NEWEST_FINDING: readonly OrderColumn[] = [
  { column: 't.found_on', cast: 'date', direction: 'DESC', nullable: false },
  { column: 't.id', cast: 'uuid', direction: 'DESC', nullable: false },
];

/** 问题的提问 · Findings of a region and all below it; of all rules and states where none are named. */
export interface FindingQuestion {
  readonly region: RegionCode;
  readonly rules: readonly string[] | null;
  readonly statuses: readonly FindingStatus[] | null;
}

/** 筛选条件 · What is asked for, alias `t`. */
export function findingCondition({ region, rules, statuses }: FindingQuestion): SQL {
  const within = sql`t.region_code LIKE ${`${subtreePrefix(region)}%`}`;
  return allOf([within, anyOf('t.rule', rules), anyOf('t.status', statuses)]) ?? sql`true`;
}

/** 问题行 · A finding as a change needs it. */
export interface FindingRow {
  readonly id: string;
  readonly countyCode: string;
  readonly regionCode: RegionCode;
  readonly householdId: string | null;
  readonly rule: string;
  readonly subject: string;
  readonly status: FindingStatus;
  /** Null where nobody settled it, or the register did. */
  readonly settledBy: string | null;
  readonly auditSequence: number;
  readonly auditHash: string | null;
}

const ROW =
  sql.raw(`t.id, t.county_code AS "countyCode", t.region_code AS "regionCode", t.household_id AS "householdId", t.rule, t.subject,
  t.status, t.settled_by AS "settledBy", t.audit_sequence AS "auditSequence", t.audit_hash AS "auditHash"`);

/** 锁定问题 · A finding, locked until the transaction ends; null when it is not in the reach. */
export async function lockFinding(
  tx: Transaction,
  reach: Reach,
  county: string,
  id: string,
): Promise<FindingRow | null> {
  const [row] = await tx.rows<FindingRow>(sql`
    SELECT ${ROW} FROM ${qualityFinding} t
    WHERE t.county_code = ${county} AND t.id = ${id}::uuid AND ${inScope(reach.scope, null)} FOR UPDATE`);
  return row ?? null;
}

/** 已有问题 · Findings of some households by the rules that look at one household, locked. */
export function findingsOfHouseholds(
  tx: Transaction,
  county: string,
  households: readonly string[],
  signs: readonly string[],
): Promise<FindingRow[]> {
  if (households.length === 0) return Promise.resolve([]);
  return tx.rows<FindingRow>(sql`
    SELECT ${ROW} FROM ${qualityFinding} t
    WHERE t.county_code = ${county} AND ${among('t.household_id', households, 'uuid')} AND NOT (${among('t.rule', signs, 'text')})
    ORDER BY t.id FOR UPDATE`);
}

/** 已有迹象 · Findings of a county by some rules, locked. */
export function findingsOfRules(tx: Transaction, county: string, rules: readonly string[]): Promise<FindingRow[]> {
  return tx.rows<FindingRow>(sql`
    SELECT ${ROW} FROM ${qualityFinding} t WHERE t.county_code = ${county} AND ${among('t.rule', rules, 'text')} ORDER BY t.id FOR UPDATE`);
}

/** 新增问题 · Writes findings. */
export async function insertFindings(
  tx: Transaction,
  rows: readonly (typeof qualityFinding.$inferInsert)[],
): Promise<void> {
  await tx.insert(qualityFinding, rows);
}

/** 更新问题 · Writes what came of a finding. */
export async function updateFinding(
  tx: Transaction,
  { countyCode, id }: Pick<FindingRow, 'countyCode' | 'id'>,
  set: Partial<typeof qualityFinding.$inferInsert>,
): Promise<void> {
  await tx.run(tx.orm.update(qualityFinding).set(set).where(sql`county_code = ${countyCode} AND id = ${id}::uuid`));
}
