import { uuidv7 } from 'uuidv7';
import type { Transaction } from '../../platform/database/database.js';
import type { AuditLink } from './append-audit.js';
import { auditEvent } from './audit.table.js';

/** 写入事件 · Sends the link; the same transaction holds the change that it tells of. @article 5.3 */
export async function insertLinks(tx: Transaction, links: readonly AuditLink[]): Promise<void> {
  await tx.insert(
    auditEvent,
    links.map((link) => ({ ...link, id: uuidv7() })),
  );
}
