import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/database/database.js';
import type { ChainHead } from './append-audit.js';
import { auditEvent } from './audit.table.js';
import { auditChain } from './audit-chain.table.js';
import { chainId, type OwnChain } from './chain-id.js';

/** 锁定链头 · Locks the head of a chain that has no subject's row, made where it was not there. @param code  of 6 digits */
export async function lockChain(
  tx: Transaction,
  kind: OwnChain,
  code: string,
): Promise<Pick<ChainHead, 'sequence' | 'hash'>> {
  const id = chainId(kind, code);
  const [, [head]] = await Promise.all([
    tx.rows(sql`
      INSERT INTO ${auditChain} (county_code, id, region_code, subject_type, audit_sequence)
      VALUES (${code}, ${id}::uuid, ${code}, ${kind}, 0) ON CONFLICT (county_code, id) DO NOTHING`),
    tx.rows<Pick<ChainHead, 'sequence' | 'hash'>>(sql`
      SELECT audit_sequence AS sequence, audit_hash AS hash FROM ${auditChain}
      WHERE county_code = ${code} AND id = ${id}::uuid FOR UPDATE`),
  ]);
  if (head === undefined) throw new Error(`no head of ${kind} of ${code}`);
  return head;
}

/** 写入链头 · Writes the head after an event. */
export async function moveChain(
  tx: Transaction,
  kind: OwnChain,
  code: string,
  { auditSequence, auditHash }: { readonly auditSequence: number; readonly auditHash: string },
): Promise<void> {
  await tx.rows(sql`
    UPDATE ${auditChain} SET audit_sequence = ${auditSequence}::integer, audit_hash = ${auditHash}
    WHERE county_code = ${code} AND id = ${chainId(kind, code)}::uuid`);
}

/** 最近一条 · What the last event of such a chain says; null before the first. */
export async function lastOfChain(
  tx: Transaction,
  kind: OwnChain,
  code: string,
): Promise<Readonly<Record<string, unknown>> | null> {
  const [last] = await tx.rows<{ change: Readonly<Record<string, unknown>> }>(sql`
    SELECT change FROM ${auditEvent} WHERE county_code = ${code} AND subject_id = ${chainId(kind, code)}::uuid
    ORDER BY sequence DESC LIMIT 1`);
  return last?.change ?? null;
}
