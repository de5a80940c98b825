import { sql } from 'drizzle-orm';
import type { CaseStatus } from '../../domain/case/monitoring-case.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { LeadStatus } from '../../domain/lead/lead.js';
import type { Transaction } from '../../platform/database/database.js';
import { receipt } from './lead.table.js';

/** 回执所指 · What a receipt was given for. */
export interface ReceiptSubject {
  readonly countyCode: string;
  readonly type: 'Lead' | 'Objection';
  readonly id: string;
}

/** 查找回执 · What the receipt of a digest was given for; null for an unknown one. */
export async function findReceipt(tx: Transaction, digest: string): Promise<ReceiptSubject | null> {
  const [found] = await tx.rows<ReceiptSubject>(sql`
    SELECT county_code AS "countyCode", subject_type AS type, subject_id AS id FROM ${receipt} WHERE receipt_digest = ${digest}`);
  return found ?? null;
}

/** 线索进度 · How a lead stands, or what it joined; no name, no number, no text. */
export interface LeadStanding {
  readonly status: LeadStatus;
  readonly dueOn: CalendarDate;
  readonly caseStatus: CaseStatus | null;
  readonly updatedOn: CalendarDate;
}

const LEAD = `SELECT coalesce(j.status, l.status) AS status, coalesce(j.due_on, l.due_on) AS "dueOn", c.status AS "caseStatus",
    greatest(l.reported_on, l.verified_on, j.verified_on, c.opened_on, c.identified_on, c.eliminated_on,
      (SELECT max(r.ended_on) FROM procedure_run r WHERE r.county_code = $1 AND r.case_id = c.id)) AS "updatedOn"
  FROM lead l
  LEFT JOIN lead j ON j.county_code = $1 AND j.id = l.joined_lead_id
  LEFT JOIN monitoring_case c ON c.county_code = $1 AND c.id = coalesce(l.case_id, j.case_id)
  WHERE l.county_code = $1 AND l.id = $2`;

/** 线索进度 · How a lead stands. */
export async function leadStanding(tx: Transaction, { countyCode, id }: ReceiptSubject): Promise<LeadStanding | null> {
  const [found] = await tx.text<LeadStanding>(LEAD, [countyCode, id]);
  return found ?? null;
}

/** 异议进度 · How an objection stands. */
export interface ObjectionStanding {
  readonly status: 'OPEN' | 'UPHELD' | 'DISMISSED';
  readonly updatedOn: CalendarDate;
}

const OBJECTION = `SELECT status, coalesce(resolved_on, filed_on) AS "updatedOn" FROM objection WHERE county_code = $1 AND id = $2`;

/** 异议进度 · How an objection stands. */
export async function objectionStanding(
  tx: Transaction,
  { countyCode, id }: ReceiptSubject,
): Promise<ObjectionStanding | null> {
  const [found] = await tx.text<ObjectionStanding>(OBJECTION, [countyCode, id]);
  return found ?? null;
}
