import type { Transaction } from '../../platform/database/database.js';
import { visit } from './visit.table.js';

/** 新增走访 · Writes a visit. */
export async function insertVisit(tx: Transaction, values: typeof visit.$inferInsert): Promise<void> {
  await tx.insert(visit, [values]);
}
