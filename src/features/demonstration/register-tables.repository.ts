import { getTableName } from 'drizzle-orm';
import type { Connection } from '../../platform/database/engine.js';
import { auditEvent } from '../audit/audit.table.js';
import { caseRisk, monitoringCase, responsiblePerson } from '../case/case.table.js';
import { procedureRun, procedureStep } from '../case/procedure.table.js';
import { guaranteeCheck } from '../guarantee/guarantee.table.js';
import { household, householdNumber } from '../household/household.table.js';
import { incomeRecord } from '../income/income.table.js';
import { nationalId } from '../identity/identity.table.js';
import { member } from '../member/member.table.js';
import { lead, receipt } from '../lead/lead.table.js';
import { noticeEntry, publicNotice } from '../notice/notice.table.js';
import { delivery, supportMeasure } from '../support/support.table.js';
import { provinceTally, tally } from '../tally/tally.table.js';
import { bulkInsert } from './bulk-insert.repository.js';
import type { RegisterRows } from './register-rows.js';

/** Every table that is filled, after those that its foreign keys name. */
const TABLES = {
  household,
  householdNumber,
  member,
  nationalId,
  incomeRecord,
  guaranteeCheck,
  monitoringCase,
  caseRisk,
  responsiblePerson,
  procedureRun,
  publicNotice,
  procedureStep,
  noticeEntry,
  lead,
  receipt,
  supportMeasure,
  delivery,
  auditEvent,
} as const satisfies Readonly<Record<keyof RegisterRows, unknown>>;

/**
 * 写入登记簿 · Writes sealed rows, table by table, as the owner. All statements are sent before the first answer, in their
 * order, so that the database does not wait for the next.
 *
 * @returns how many rows were written
 * @article none — technical
 */
export async function insertRegister(connection: Connection, rows: RegisterRows): Promise<number> {
  const writes = Object.entries(TABLES).map(([key, table]) =>
    bulkInsert(connection, table, rows[key as keyof RegisterRows]),
  );
  const written = await Promise.all(writes);
  return written.reduce((sum, some) => sum + some, 0);
}

/** 更新统计信息 · Lets the planner know of what was written; the embedded database would never look by itself. */
export async function analyzeRegister(connection: Connection): Promise<void> {
  const tables = [...Object.values(TABLES), tally, provinceTally].map(getTableName);
  await connection.query(`ANALYZE ${tables.join(', ')}`, [], 'array');
}
