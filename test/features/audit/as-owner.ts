import type { Database, Transaction } from '../../../src/platform/database/database.js';
import { WHOLE_REGISTER } from '../../../src/platform/database/scope.js';

/** Runs as whoever owns the database, past row-level security, revoked rights and foreign keys: somebody who tampers. */
export function asOwner<T>(database: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return database.write(WHOLE_REGISTER, async (tx) => {
    await tx.text('RESET ROLE', []);
    await tx.text('SET LOCAL session_replication_role = replica', []);
    return work(tx);
  });
}
