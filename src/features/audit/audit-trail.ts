import type { Role } from '../../domain/jurisdiction/role.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { Transaction } from '../../platform/database/database.js';
import { type ChainHead, nextLink } from './append-audit.js';
import { insertLinks } from './audit.repository.js';

/** 变更 · What one change says of itself in the trail. @article 5.3 */
export interface ChangeRecord {
  readonly action: string;
  readonly occurredOn: CalendarDate;
  /** Facts without personal data; sealed fields are named, or given as keyed digests. */
  readonly change: Readonly<Record<string, unknown>>;
  readonly role: Role | null;
}

/** 新链头 · What the subject's row keeps after the event. */
export interface AuditHead {
  readonly auditSequence: number;
  readonly auditHash: string;
}

/**
 * 记入审计 · Adds one event to a subject's chain, in the change's own transaction; the subject's row must be locked.
 *
 * @returns the new head, for the subject's row, and the write under way, to be awaited before the transaction ends
 * @article 5.3
 */
export function appendAudit(
  tx: Transaction,
  head: ChainHead,
  caller: Caller,
  record: ChangeRecord,
): { readonly head: AuditHead; readonly written: Promise<void> } {
  const link = nextLink(head, {
    ...record,
    actor: caller.principal?.subject ?? 'public',
    at: caller.now,
    requestId: caller.requestId,
  });
  return { head: { auditSequence: link.sequence, auditHash: link.hash }, written: insertLinks(tx, [link]) };
}
