import type { Role } from '../../domain/jurisdiction/role.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { Transaction } from '../../platform/database/database.js';
import { type AuditLink, type ChainHead, nextLink } from './append-audit.js';
import { insertLinks } from './audit.repository.js';

/** 变更 · What one change says of itself in the trail. @article 5.3 */
export interface ChangeRecord {
  readonly action: string;
  readonly occurredOn: CalendarDate;
  /** Facts without personal data; sealed fields are named, or given as keyed digests. */
  readonly change: Readonly<Record<string, unknown>>;
  readonly role: Role | null;
  /** Who acted, where it was nobody with a token. */
  readonly actor?: string;
  /** Sealed beside the event and no part of what its hash covers: what a read was said to be for. */
  readonly purpose?: { readonly eventId: string; readonly sealed: string };
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
  const { heads, written } = appendAudits(tx, caller, [{ head, record }]);
  return { head: heads[0]!, written };
}

/**
 * 批量记入审计 · Adds events to the chains of several subjects, in one statement; those of one subject follow each other as they stand in
 * the list, upon the head that each of them gives.
 *
 * @returns the new heads in the order of the events, and the write under way
 * @article 5.3
 */
export function appendAudits(
  tx: Transaction,
  caller: Caller,
  events: readonly { readonly head: ChainHead; readonly record: ChangeRecord }[],
): { readonly heads: readonly AuditHead[]; readonly written: Promise<void> } {
  const newest = new Map<string, AuditLink>();
  const links = events.map(({ head, record: { purpose, ...said } }) => {
    const actor = said.actor ?? caller.principal?.subject ?? 'public';
    const { now: at, requestId } = caller;
    const subject = `${head.subjectType} ${head.subjectId}`;
    const { sequence, hash } = newest.get(subject) ?? head;
    const link = nextLink({ ...head, sequence, hash }, { ...said, actor, at, requestId });
    newest.set(subject, link);
    return { ...link, purpose };
  });
  const heads = links.map(({ sequence, hash }) => ({ auditSequence: sequence, auditHash: hash }));
  return { heads, written: insertLinks(tx, links) };
}
