import type { auditEvent } from '../audit/audit.table.js';
import type { caseRisk, monitoringCase, responsiblePerson } from '../case/case.table.js';
import type { procedureRun, procedureStep } from '../case/procedure.table.js';
import type { guaranteeCheck } from '../guarantee/guarantee.table.js';
import type { household, householdNumber } from '../household/household.table.js';
import type { incomeRecord } from '../income/income.table.js';
import type { nationalId } from '../identity/identity.table.js';
import type { member } from '../member/member.table.js';
import type { lead, receipt } from '../lead/lead.table.js';
import type { noticeEntry, publicNotice } from '../notice/notice.table.js';
import type { delivery, supportMeasure } from '../support/support.table.js';

/**
 * 登记簿的各行 · Rows of the register in the open, table by table: what would be sealed is plain text here, in the sealed
 * column's place; an ID digest is the number itself, a receipt's digest empty, and a case's number lacks its seven digits.
 * `seal-rows.ts` makes of them what is written.
 *
 * @article none — technical
 */
export interface RegisterRows {
  readonly household: (typeof household.$inferInsert)[];
  readonly householdNumber: (typeof householdNumber.$inferInsert)[];
  readonly member: (typeof member.$inferInsert)[];
  readonly nationalId: (typeof nationalId.$inferInsert)[];
  readonly incomeRecord: (typeof incomeRecord.$inferInsert)[];
  readonly guaranteeCheck: (typeof guaranteeCheck.$inferInsert)[];
  readonly monitoringCase: (typeof monitoringCase.$inferInsert)[];
  readonly caseRisk: (typeof caseRisk.$inferInsert)[];
  readonly responsiblePerson: (typeof responsiblePerson.$inferInsert)[];
  readonly procedureRun: (typeof procedureRun.$inferInsert)[];
  readonly publicNotice: (typeof publicNotice.$inferInsert)[];
  readonly procedureStep: (typeof procedureStep.$inferInsert)[];
  readonly noticeEntry: (typeof noticeEntry.$inferInsert)[];
  readonly lead: (typeof lead.$inferInsert)[];
  readonly receipt: (typeof receipt.$inferInsert)[];
  readonly supportMeasure: (typeof supportMeasure.$inferInsert)[];
  readonly delivery: (typeof delivery.$inferInsert)[];
  readonly auditEvent: (typeof auditEvent.$inferInsert)[];
}

/** 空行集 · Rows of nothing yet. */
export function noRows(): RegisterRows {
  return {
    household: [],
    householdNumber: [],
    member: [],
    nationalId: [],
    incomeRecord: [],
    guaranteeCheck: [],
    monitoringCase: [],
    caseRisk: [],
    responsiblePerson: [],
    procedureRun: [],
    publicNotice: [],
    procedureStep: [],
    noticeEntry: [],
    lead: [],
    receipt: [],
    supportMeasure: [],
    delivery: [],
    auditEvent: [],
  };
}
