import type { Transaction } from '../../platform/database/database.js';
import { insertLeads } from '../lead/index.js';
import type { EnteredVisit } from './enter-visit.js';
import { visit } from './visit.table.js';

/** 新增走访 · Writes visits to households of one county and the leads that their concerns became, in one statement a table. */
export async function insertVisits(
  tx: Transaction,
  entered: readonly Pick<EnteredVisit, 'visit' | 'lead'>[],
): Promise<void> {
  const leads = entered.flatMap(({ lead }) =>
    lead === null ? [] : [{ ...lead.row, auditSequence: 0, auditHash: null }],
  );
  await Promise.all([
    tx.insert(
      visit,
      entered.map((one) => one.visit),
    ),
    insertLeads(tx, leads),
  ]);
}
