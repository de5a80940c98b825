import type { Caller } from '../../platform/auth/caller.js';
import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import { asOwner } from '../../platform/database/database.js';
import type { Engine } from '../../platform/database/engine.js';
import { appendAudit } from '../audit/index.js';
import { type DueRecord, dueRecords, eraseDirectories, eraseRows, lockDue, markErased } from './erasure.repository.js';

/** 销毁所需 · What erasing stands on. */
export interface ErasureParts {
  /** The owner's engine: the application's role may take nothing out of the audit trail, not even the words of a purpose. */
  readonly engine: Engine;
  readonly cipher: FieldCipher;
}

/** 销毁请求 · By which operator, when. */
export interface ErasureRequest {
  readonly operator: string;
  readonly when: Pick<Caller, 'now' | 'today' | 'requestId'>;
  readonly onProgress?: (done: number, of: number) => void;
}

const AT_ONCE = 200;

/** 到期档案 · Closed records whose time of keeping is over, at most `limit`. @article 5.3 */
export function recordsDue(
  { engine }: Pick<ErasureParts, 'engine'>,
  { today }: Pick<Caller, 'today'>,
  limit: number,
): Promise<DueRecord[]> {
  return dueRecords(engine, today, limit);
}

/**
 * 销毁到期个人信息 · Erases the personal data of every closed record whose time of keeping is over: sealed texts, papers, days of birth
 * and numbers, in the rows of the household and in the directories of the nation. What is left names nobody: coded facts, and the
 * audit trail with its digests, which verifies as before.
 *
 * Each record is a transaction of its own with its event, so that a run may be cut off and done again.
 *
 * @returns how many records were erased
 * @article 5.3
 */
export async function eraseDueRecords(parts: ErasureParts, request: ErasureRequest): Promise<number> {
  let erased = 0;
  for (;;) {
    const due = await dueRecords(parts.engine, request.when.today, AT_ONCE);
    const before = erased;
    for (const record of due) {
      if (await eraseRecord(parts, request, record)) erased += 1;
      request.onProgress?.(erased, before + due.length);
    }
    if (due.length < AT_ONCE || erased === before) return erased;
  }
}

function eraseRecord(
  { engine, cipher }: ErasureParts,
  { operator, when }: ErasureRequest,
  { county, id }: DueRecord,
): Promise<boolean> {
  return asOwner(engine, async (tx) => {
    const own = await lockDue(tx, county, id, when.today);
    if (own === null) return false;
    const nothing = (table: string, column: string, rowId: string) => cipher.seal('', { table, column, rowId });
    await eraseDirectories(tx, county, id, own.number);
    const rows = await eraseRows(tx, { county, id }, nothing);
    const chain = { ...own, householdId: id, subjectType: 'Household' as const, subjectId: id };
    const { head, written } = appendAudit(
      tx,
      chain,
      { ...when, principal: null },
      { action: 'eraseRecord', occurredOn: when.today, change: { rows }, role: null, actor: `operator:${operator}` },
    );
    await written;
    await markErased(tx, { county, id }, when.today, head);
    return true;
  });
}
