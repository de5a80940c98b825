import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { LeadStatus } from '../../domain/lead/lead.js';
import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { Transaction } from '../../platform/database/database.js';
import type { AuditHead, ChainHead } from '../audit/index.js';
import { type LeadRow, moveJoinedLeads, updateLead } from './lead-row.repository.js';

/** 线索办结 · What the verification of a lead came to. @article 3.1 */
export interface LeadClosing {
  readonly status: Exclude<LeadStatus, 'OPEN'>;
  /** Day of the verification. */
  readonly on: CalendarDate;
  /** What was found, in words; kept sealed. */
  readonly note?: string | null;
  /** The household that it turned out to be about, where it named none. */
  readonly householdId?: string;
  /** The case that was opened or joined. */
  readonly caseId?: string;
  /** The open lead that it joined. */
  readonly joinedLeadId?: string;
  /** New head of the lead's own chain, where it has one (see `ownChain`). */
  readonly head?: AuditHead;
  /** Instant of the change, RFC 3339. */
  readonly at: string;
}

/**
 * 线索自有审计链 · The chain of a lead that named no registered household; null where its events stand in its household's
 * chain.
 *
 * @article 5.3
 */
export function ownChain(lead: LeadRow): ChainHead | null {
  if (lead.auditSequence === 0) return null;
  const { countyCode, regionCode, householdId, id, auditSequence, auditHash } = lead;
  return {
    countyCode,
    regionCode,
    householdId,
    subjectType: 'Lead',
    subjectId: id,
    sequence: auditSequence,
    hash: auditHash,
  };
}

/**
 * 办结线索 · Ends a locked lead with its outcome; leads that had joined it follow it into its case. The event is the
 * caller's to append: to the household's chain, or to `ownChain`.
 *
 * @article 3.1
 */
export async function closeLead(
  tx: Transaction,
  cipher: FieldCipher,
  lead: LeadRow,
  closing: LeadClosing,
): Promise<void> {
  const { status, on, note, householdId, caseId, joinedLeadId, head, at } = closing;
  const place = { table: 'lead', column: 'outcome_note_sealed', rowId: lead.id };
  const outcomeNoteSealed = note === undefined || note === null ? null : cipher.seal(note, place);
  const joined = {
    ...(householdId && { householdId }),
    ...(caseId && { caseId }),
    ...(joinedLeadId && { joinedLeadId }),
  };
  await Promise.all([
    updateLead(tx, lead, {
      status,
      verifiedOn: on,
      outcomeNoteSealed,
      ...joined,
      ...head,
      updatedAt: at,
    }),
    caseId === undefined ? undefined : moveJoinedLeads(tx, lead, caseId, at),
  ]);
}
