import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/database/database.js';
import { allOf, among } from '../../platform/database/filter-condition.js';
import type { OrderColumn, Page, PageRequest } from '../../platform/database/page.js';
import { countRows, type PageRow, type Row, readPage, readRows } from '../../platform/database/read-rows.js';
import type { ReadShape } from '../../platform/database/read-shape.js';
import { inScope } from '../../platform/database/scope-condition.js';
import type { Reach } from '../access/index.js';
import { alertPlace, departmentAlert } from '../alert/alert.table.js';
import { monitoringCase } from '../case/case.table.js';
import { household } from '../household/household.table.js';
import { lead } from '../lead/lead.table.js';
import { qualityFinding } from '../quality/quality.table.js';
import { regionalWarning, riskStudy } from '../regional-risk/regional-risk.table.js';
import type { AuditLink } from './append-audit.js';
import { auditEvent } from './audit.table.js';
import type { ChainPlace } from './audit-chain.js';
import { auditChain } from './audit-chain.table.js';

/** 审计对象 · Whose chain is meant. @article 5.3 */
export interface AuditSubject {
  readonly type: keyof typeof SUBJECTS;
  readonly county: string;
  readonly id: string;
}

const SUBJECTS = {
  Household: { table: household, household: 'id' },
  MonitoringCase: { table: monitoringCase, household: 'household_id' },
  Lead: { table: lead, household: 'household_id' },
  DepartmentAlert: { table: departmentAlert, household: 'household_id' },
  Refusals: { table: auditChain, household: null },
  Exports: { table: auditChain, household: null },
  Configuration: { table: auditChain, household: null },
  Indicators: { table: auditChain, household: null },
  Campaigns: { table: auditChain, household: null },
  Hazards: { table: auditChain, household: null },
  Links: { table: auditChain, household: null },
  RegionalWarning: { table: regionalWarning, household: null },
  RiskStudy: { table: riskStudy, household: null },
  QualityFinding: { table: qualityFinding, household: null },
} as const;

/** 是否有链 · Whether objects of a type have audit chains. @article 5.3 */
export function isAudited(type: string): type is AuditSubject['type'] {
  return Object.hasOwn(SUBJECTS, type);
}

/** 链头 · The head that a subject's own row keeps; null where there is no such subject in the reach. @article 5.3 */
export async function headOf(
  tx: Transaction,
  reach: Reach,
  { type, county, id }: AuditSubject,
): Promise<ChainPlace | null> {
  const subject = SUBJECTS[type];
  const [head] = await tx.rows<ChainPlace>(sql`
    SELECT t.audit_sequence AS sequence, t.audit_hash AS hash FROM ${subject.table} t
    WHERE t.county_code = ${county} AND t.id = ${id}::uuid AND ${inScope(reach.scope, subject.household)}`);
  return head ?? (type === 'DepartmentAlert' ? headLeft(tx, reach, county, id) : null);
}

/** 现所在县 · The county of an alert that was moved out of the one of its public id; null where it was not. @article 3.1 */
export async function countyOfMoved(tx: Transaction, alertId: string): Promise<string | null> {
  const [place] = await tx.rows<{ county: string }>(sql`
    SELECT county_code AS county FROM ${alertPlace} WHERE alert_id = ${alertId}::uuid`);
  return place?.county ?? null;
}

/** Of an alert that was moved to another county, in the county that it left. */
async function headLeft(tx: Transaction, reach: Reach, county: string, id: string): Promise<ChainPlace | null> {
  const [head] = await tx.rows<ChainPlace>(sql`
    SELECT t.audit_sequence AS sequence, t.audit_hash AS hash FROM ${auditChain} t
    WHERE t.county_code = ${county} AND t.id = ${id}::uuid AND t.subject_type = 'DepartmentAlert' AND ${inScope(reach.scope, null)}`);
  return head ?? null;
}

/** 链上一环 · A link with the row that holds it. */
export interface StoredLink extends AuditLink {
  readonly id: string;
}

/** 后续各环 · The next links of a chain past a place, in order. @article 5.3 */
export function linksAfter(
  tx: Transaction,
  { county, id }: AuditSubject,
  sequence: number,
  limit: number,
): Promise<StoredLink[]> {
  return tx.rows<StoredLink>(sql`
    SELECT t.id, t.county_code AS "countyCode", t.region_code AS "regionCode", t.household_id AS "householdId",
      t.subject_type AS "subjectType", t.subject_id AS "subjectId", t.sequence,
      to_char(t.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, t.occurred_on AS "occurredOn", t.actor, t.role,
      t.action, t.change, t.request_id AS "requestId", t.hash, t.previous_hash AS "previousHash",
      t.purpose_sealed AS "purposeSealed"
    FROM ${auditEvent} t WHERE t.county_code = ${county} AND t.subject_id = ${id}::uuid AND t.sequence > ${sequence}::bigint
    ORDER BY t.sequence LIMIT ${limit}`);
}

/** 审计事件的读取形状 · One event; nothing of it is personal but the words of a purpose, which are sealed. @article 5.3 */
const auditShape: ReadShape = {
  table: 'audit_event',
  always: {
    rowId: '@.id',
    countyCode: '@.county_code',
    subjectType: '@.subject_type',
    subjectRowId: '@.subject_id',
    sequence: '@.sequence',
    at: '@.at',
    actor: '@.actor',
    role: '@.role',
    action: '@.action',
    change: '@.change',
    hash: '@.hash',
    regionCode: '@.region_code',
    purposeSealed: '@.purpose_sealed',
    previousHash: '@.previous_hash',
  },
  fields: {},
  relations: {},
};

/** 审计事件筛选 · Which events; all that is given must hold. */
export interface AuditFilter {
  readonly counties: readonly string[];
  readonly subject: AuditSubject | null;
  readonly actor: string | null;
  /** First instant, inclusive. */
  readonly from: Date | null;
  /** Last instant, inclusive. */
  readonly to: Date | null;
}

const ID: OrderColumn = { column: 't.id', cast: 'uuid', direction: 'DESC', nullable: false };
const NEWEST: readonly OrderColumn[] = [
  { column: 't.at', cast: 'timestamptz', direction: 'DESC', nullable: false },
  ID,
];
const CHAIN: readonly OrderColumn[] = [
  { column: 't.sequence', cast: 'integer', direction: 'DESC', nullable: false },
  ID,
];

/** 一页审计事件 · A page of events, the newest first. */
export function pageOfEvents(
  tx: Transaction,
  reach: Reach,
  filter: AuditFilter,
  request: PageRequest,
): Promise<Page<PageRow>> {
  const order = filter.subject === null ? NEWEST : CHAIN;
  return readPage(tx, auditShape, [], { counties: filter.counties, where: condition(reach, filter), order }, request);
}

/** 审计事件总数 · How many events a filter finds. */
export function countEvents(tx: Transaction, reach: Reach, filter: AuditFilter): Promise<number> {
  return countRows(tx, auditShape, { counties: filter.counties, where: condition(reach, filter) });
}

/** 查找审计事件 · Events of one county by id, within the reach. */
export function findEvents(tx: Transaction, reach: Reach, county: string, ids: readonly string[]): Promise<Row[]> {
  return readRows(tx, auditShape, [], {
    counties: reach.county(county) === null ? [] : [county],
    where: sql`${inScope(reach.scope, 'household_id')} AND ${among('t.id', ids, 'uuid')}`,
    limit: ids.length,
  });
}

function condition(reach: Reach, { subject, actor, from, to }: AuditFilter): SQL {
  const terms = [
    inScope(reach.scope, 'household_id'),
    subject === null ? null : sql`t.subject_id = ${subject.id}::uuid`,
    actor === null ? null : sql`t.actor = ${actor}`,
    from === null ? null : sql`t.at >= ${from.toISOString()}::timestamptz`,
    to === null ? null : sql`t.at <= ${to.toISOString()}::timestamptz`,
  ];
  return allOf(terms) ?? sql`true`;
}
