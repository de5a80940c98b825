import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/database/database.js';
import { inScope } from '../../platform/database/scope-condition.js';
import type { Reach } from '../access/index.js';
import { auditEvent } from '../audit/audit.table.js';

/** 档案事件行 · One event of a case's chain. */
export interface HistoryRow {
  readonly id: string;
  readonly countyCode: string;
  readonly sequence: number;
  readonly at: string;
  readonly occurredOn: string;
  readonly actor: string;
  readonly action: string;
  readonly change: Readonly<Record<string, unknown>>;
}

/** 档案历程 · Events of a case, the newest first, before a place in its chain. */
export function historyOf(
  tx: Transaction,
  reach: Reach,
  county: string,
  caseId: string,
  before: number | null,
  limit: number,
): Promise<HistoryRow[]> {
  const bound = before === null ? sql`true` : sql`t.sequence < ${before}`;
  return tx.rows<HistoryRow>(sql`
    SELECT t.id, t.county_code AS "countyCode", t.sequence, t.at, t.occurred_on AS "occurredOn", t.actor, t.action, t.change
    FROM ${auditEvent} t
    WHERE t.county_code = ${county} AND t.subject_id = ${caseId}::uuid AND ${inScope(reach.scope, 'household_id')} AND ${bound}
    ORDER BY t.sequence DESC LIMIT ${limit}`);
}

/** 历程条数 · How many events a case's chain has. */
export async function countHistory(tx: Transaction, reach: Reach, county: string, caseId: string): Promise<number> {
  const [row] = await tx.rows<{ n: number }>(sql`
    SELECT count(*)::int AS n FROM ${auditEvent} t
    WHERE t.county_code = ${county} AND t.subject_id = ${caseId}::uuid AND ${inScope(reach.scope, 'household_id')}`);
  return row?.n ?? 0;
}
