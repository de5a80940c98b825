import { statusByLead } from '../../domain/alert/department-alert.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { LeadStatus } from '../../domain/lead/lead.js';
import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { Transaction } from '../../platform/database/database.js';
import type { LeadRow } from '../lead/index.js';
import { alertsOfLead, settleAlerts } from './alert-row.repository.js';

/** 线索结论 · What a lead came to. */
export interface LeadOutcomeOfAlert {
  readonly status: Exclude<LeadStatus, 'OPEN'>;
  readonly on: CalendarDate;
  /** In words; sealed for each alert, and read by its sender. */
  readonly note: string;
  readonly at: string;
}

/**
 * R06 预警随线索办结 · Ends the alerts that wait for a lead with what its verification came to: the one that became it, and those whose
 * leads joined it. The lead's household is locked.
 *
 * @article 3.1
 */
export async function settleAlertsOfLead(
  tx: Transaction,
  cipher: FieldCipher,
  lead: Pick<LeadRow, 'countyCode' | 'id' | 'householdId'>,
  { status, on, note, at }: LeadOutcomeOfAlert,
): Promise<void> {
  const ids = await alertsOfLead(tx, lead.countyCode, lead.id, lead.householdId);
  if (ids.length === 0) return;
  const alerts = ids.map((id) => {
    const place = { table: 'department_alert', column: 'outcome_note_sealed', rowId: id };
    return { id, outcomeNoteSealed: note.trim() === '' ? null : cipher.seal(note, place) };
  });
  await settleAlerts(tx, lead.countyCode, alerts, { status: statusByLead(status), on, at });
}
