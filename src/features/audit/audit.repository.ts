import { uuidv7 } from 'uuidv7';
import type { Transaction } from '../../platform/database/database.js';
import type { AuditLink } from './append-audit.js';
import { auditEvent } from './audit.table.js';

/** 链与用途 · A link, and for a read its purpose: sealed, for the id that the event is to have. */
export type LinkToWrite = AuditLink & {
  readonly purpose?: { readonly eventId: string; readonly sealed: string };
};

/** 写入事件 · Sends the links; the same transaction holds the changes that they tell of. @article 5.3 */
export async function insertLinks(tx: Transaction, links: readonly LinkToWrite[]): Promise<void> {
  const rows = links.map(({ purpose, ...link }) => {
    const own = purpose === undefined ? { id: uuidv7() } : { id: purpose.eventId, purposeSealed: purpose.sealed };
    return { ...link, ...own };
  });
  await tx.insert(auditEvent, rows);
}
