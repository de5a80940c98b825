import type { Database } from '../../platform/database/database.js';
import { WHOLE_REGISTER } from '../../platform/database/scope.js';
import { removeExpiredKeys } from './idempotency.repository.js';

/** How long a key answers the first success again. */
export const KEY_LIFE_MS = 24 * 3_600_000;

/** 清理过期键 · Forgets idempotency keys older than their 24 hours. @returns how many @article none — technical */
export function forgetExpiredKeys(database: Database, now: Date): Promise<number> {
  const expiredBefore = new Date(now.getTime() - KEY_LIFE_MS).toISOString();
  return database.write(WHOLE_REGISTER, (tx) => removeExpiredKeys(tx, expiredBefore));
}
