import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/database/database.js';
import { arrayLiteral } from '../../platform/database/filter-condition.js';
import { idempotencyKey } from './idempotency.table.js';

/** 幂等记录 · A key and what the first success answered: ids, never content. */
export interface KeyRecord {
  readonly keyDigest: string;
  readonly countyCode: string;
  readonly inputDigest: string;
  readonly result: Readonly<Record<string, string>>;
  readonly createdAt: string;
}

/**
 * 占用幂等键 · Takes the key, or finds who has it: a second call that is still in flight waits here for the first.
 *
 * @param expiredBefore  keys older than this instant are as good as none
 * @returns null when the key is ours now, else the earlier record
 */
export async function claimKey(tx: Transaction, record: KeyRecord, expiredBefore: string): Promise<KeyRecord | null> {
  const claimed = await tx.rows(sql`
    INSERT INTO ${idempotencyKey} (key_digest, county_code, input_digest, result, created_at)
    VALUES (${record.keyDigest}, ${record.countyCode}, ${record.inputDigest}, ${JSON.stringify(record.result)}::jsonb, ${record.createdAt}::timestamptz)
    ON CONFLICT (key_digest) DO UPDATE
      SET county_code = excluded.county_code, input_digest = excluded.input_digest, result = excluded.result, created_at = excluded.created_at
      WHERE idempotency_key.created_at < ${expiredBefore}::timestamptz
    RETURNING key_digest`);
  if (claimed.length > 0) return null;
  const [earlier] = await tx.rows<KeyRecord>(sql`
    SELECT key_digest AS "keyDigest", county_code AS "countyCode", input_digest AS "inputDigest", result, created_at AS "createdAt"
    FROM ${idempotencyKey} WHERE key_digest = ${record.keyDigest}`);
  return earlier ?? null;
}

/**
 * 占用多个幂等键 · Takes the keys of several items in one statement, in the order of their digests so that two batches never
 * wait for each other in a ring; and finds who has the others.
 *
 * @returns the earlier records by digest, of those that are not ours
 */
export async function claimKeys(
  tx: Transaction,
  records: readonly KeyRecord[],
  expiredBefore: string,
): Promise<Map<string, KeyRecord>> {
  if (records.length === 0) return new Map();
  const ordered = [...records].sort((a, b) => (a.keyDigest < b.keyDigest ? -1 : 1));
  const values = ordered.map(
    ({ keyDigest, countyCode, inputDigest, result, createdAt }) =>
      sql`(${keyDigest}, ${countyCode}, ${inputDigest}, ${JSON.stringify(result)}::jsonb, ${createdAt}::timestamptz)`,
  );
  const claimed = await tx.rows<{ keyDigest: string }>(sql`
    INSERT INTO ${idempotencyKey} (key_digest, county_code, input_digest, result, created_at)
    VALUES ${sql.join(values, sql`, `)}
    ON CONFLICT (key_digest) DO UPDATE
      SET county_code = excluded.county_code, input_digest = excluded.input_digest, result = excluded.result, created_at = excluded.created_at
      WHERE idempotency_key.created_at < ${expiredBefore}::timestamptz
    RETURNING key_digest AS "keyDigest"`);
  const ours = new Set(claimed.map(({ keyDigest }) => keyDigest));
  const others = ordered.map(({ keyDigest }) => keyDigest).filter((digest) => !ours.has(digest));
  if (others.length === 0) return new Map();
  const earlier = await tx.rows<KeyRecord>(sql`
    SELECT key_digest AS "keyDigest", county_code AS "countyCode", input_digest AS "inputDigest", result, created_at AS "createdAt"
    FROM ${idempotencyKey} WHERE key_digest = ANY (${arrayLiteral(others)}::text[])`);
  return new Map(earlier.map((record) => [record.keyDigest, record]));
}

/** 查找幂等键 · The records of some keys, by digest. */
export async function findKeys(tx: Transaction, digests: readonly string[]): Promise<Map<string, KeyRecord>> {
  const found = await tx.rows<KeyRecord>(sql`
    SELECT key_digest AS "keyDigest", county_code AS "countyCode", input_digest AS "inputDigest", result,
      to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "createdAt"
    FROM ${idempotencyKey} WHERE key_digest = ANY (${arrayLiteral(digests)}::text[])`);
  return new Map(found.map((record) => [record.keyDigest, record]));
}

/** 释放幂等键 · Gives back keys that were taken in vain. */
export async function forgetKeys(tx: Transaction, digests: readonly string[]): Promise<void> {
  await tx.rows(sql`DELETE FROM ${idempotencyKey} WHERE key_digest = ANY (${arrayLiteral(digests)}::text[])`);
}

/** 清理过期键 · Removes keys that have expired. @returns how many */
export async function removeExpiredKeys(tx: Transaction, expiredBefore: string): Promise<number> {
  const removed = await tx.rows(
    sql`DELETE FROM ${idempotencyKey} WHERE created_at < ${expiredBefore}::timestamptz RETURNING key_digest`,
  );
  return removed.length;
}
