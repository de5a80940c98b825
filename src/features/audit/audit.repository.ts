import { uuidv7 } from 'uuidv7';
import type { Transaction } from '../../platform/database/database.js';
import type { AuditLink } from './append-audit.js';
import { auditEvent } from './audit.table.js';

/** 写入事件 · Sends the link; the same transaction holds the change that it tells of. @article 5.3 */
export async function insertLink(
  tx: Transaction,
  link: AuditLink,
  purpose?: { readonly eventId: string; readonly sealed: string },
): Promise<void> {
  const own = purpose === undefined ? { id: uuidv7() } : { id: purpose.eventId, purposeSealed: purpose.sealed };
  await tx.insert(auditEvent, [{ ...link, ...own }]);
}
