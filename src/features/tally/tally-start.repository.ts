import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/database/database.js';

/** 起点 · How far the register was counted when tallies began to be kept. */
export interface TallyStart {
  /** Null before the first county. */
  readonly countedThrough: string | null;
  readonly isComplete: boolean;
}

/** 读起点 · How far the counting has come. */
export async function readStart(tx: Transaction): Promise<TallyStart> {
  const [row] = await tx.rows<TallyStart>(sql`
    SELECT counted_through AS "countedThrough", completed_at IS NOT NULL AS "isComplete" FROM tally_start WHERE id = 1`);
  return row ?? { countedThrough: null, isComplete: false };
}

/** 锁定起点 · As `readStart`, for the one who counts on: whoever else would waits until this transaction ends. */
export async function holdStart(tx: Transaction): Promise<TallyStart | null> {
  const [row] = await tx.rows<TallyStart>(sql`
    UPDATE tally_start SET id = id WHERE id = 1
    RETURNING counted_through AS "countedThrough", completed_at IS NOT NULL AS "isComplete"`);
  return row ?? null;
}

/** 记起点 · Up to which county it was counted. */
export async function countedThrough(tx: Transaction, county: string): Promise<void> {
  await tx.rows(sql`UPDATE tally_start SET counted_through = ${county} WHERE id = 1`);
}

/** 记完成 · From now on every tally is whole. */
export async function completeStart(tx: Transaction, at: Date): Promise<void> {
  await tx.rows(sql`UPDATE tally_start SET completed_at = ${at.toISOString()}::timestamptz WHERE id = 1`);
}
