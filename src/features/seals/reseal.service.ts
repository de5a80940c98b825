import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import { readFault } from '../../platform/database/database-error.js';
import type { Engine } from '../../platform/database/engine.js';
import { type SealedColumn, sealedColumns } from '../../platform/database/sealed-columns.js';
import { countByKey, countOutdated, nextOutdated, replaceSealed, type SealPlace } from './seals.repository.js';

/** 重封所需 · What sealing anew takes. */
export interface ResealParts {
  /** The owner's engine: row-level security and revoked rights do not bind it. */
  readonly engine: Engine;
  readonly cipher: FieldCipher;
  readonly onProgress?: (done: number, total: number) => void;
  /** Texts a statement. */
  readonly batch?: number;
}

/** 重封结果 · What came of it. */
export interface Resealed {
  readonly resealed: number;
  /** Places whose text does not open with any key at hand; they stay as they are. */
  readonly unreadable: readonly { readonly table: string; readonly column: string; readonly count: number }[];
}

/** 密钥用量 · How many texts a key still seals, in which suite. */
export interface KeyUse {
  readonly key: string;
  readonly suite: 'aes' | 'sm4';
  readonly texts: number;
}

const BATCH = 500;
const RETRIES = 5;

/**
 * 重新封存 · Seals anew, with the current key in the suite that is chosen, every text that another key or suite sealed. Each
 * batch is a transaction of its own and finished texts are passed over, so that it may be stopped and run again at any time,
 * beside a server that has the new key already.
 *
 * @article 5.3
 */
export async function resealRegister(parts: ResealParts): Promise<Resealed> {
  const { engine, cipher, onProgress } = parts;
  const columns = sealedColumns();
  let total = 0;
  for (const column of columns) total += await countOutdated(engine, column, cipher.beginning);
  let [done, resealed] = [0, 0];
  const unreadable: { table: string; column: string; count: number }[] = [];
  onProgress?.(done, total);
  for (const column of columns) {
    const ended = await resealColumn(parts, column, (count) => {
      done += count;
      onProgress?.(Math.min(done, total), total);
    });
    resealed += ended.resealed;
    if (ended.unreadable > 0) unreadable.push({ table: column.table, column: column.column, count: ended.unreadable });
  }
  return { resealed, unreadable };
}

/** 查密钥用量 · Which keys still seal something: one that is not named may be dropped. @article 5.3 */
export async function keysInUse(engine: Engine): Promise<KeyUse[]> {
  const uses = new Map<string, KeyUse>();
  for (const column of sealedColumns())
    for (const { key, suite, count } of await countByKey(engine, column)) {
      const place = `${key}.${suite}`;
      uses.set(place, { key, suite, texts: (uses.get(place)?.texts ?? 0) + count });
    }
  return [...uses.values()].sort((a, b) => b.texts - a.texts);
}

async function resealColumn(
  { engine, cipher, batch = BATCH }: ResealParts,
  own: SealedColumn,
  told: (count: number) => void,
): Promise<{ readonly resealed: number; readonly unreadable: number }> {
  let [resealed, unreadable] = [0, 0];
  for (let after: SealPlace = null; ; ) {
    const values = await nextOutdated(engine, own, cipher.beginning, after, batch);
    const renewed = values.flatMap((value) => {
      const text = renew(cipher, own, value.id, value.sealed);
      return text === null ? [] : [{ ...value, renewed: text }];
    });
    if (renewed.length > 0) await retried(() => replaceSealed(engine, own, renewed));
    resealed += renewed.length;
    unreadable += values.length - renewed.length;
    told(values.length);
    const last = values.at(-1);
    if (last === undefined || values.length < batch) return { resealed, unreadable };
    after = { county: last.county, id: last.id };
  }
}

function renew(cipher: FieldCipher, { table, column }: SealedColumn, rowId: string, sealed: string): string | null {
  try {
    return cipher.seal(cipher.open(sealed, { table, column, rowId }), { table, column, rowId });
  } catch {
    return null;
  }
}

/** A server beside it locks the same rows: whoever loses a deadlock begins anew. */
async function retried(work: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1)
    try {
      return await work();
    } catch (error) {
      if (attempt >= RETRIES || readFault(error).kind !== 'retry') throw error;
    }
}
