import { isOutdatedSeal } from '../../platform/crypto/aes-field-cipher.js';
import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import { isSealed } from '../../platform/crypto/sealed-form.js';
import { readFault } from '../../platform/database/database-error.js';
import type { Engine } from '../../platform/database/engine.js';
import { type SealedColumn, sealedColumns, sealedPapers } from '../../platform/database/sealed-columns.js';
import {
  countByKey,
  countOutdated,
  countOutdatedPapers,
  countPapersByKey,
  nextOutdated,
  nextPapers,
  replacePapers,
  replaceSealed,
  type SealedPapers,
  type SealPlace,
} from './seals.repository.js';

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
  for (const papers of sealedPapers()) total += await countOutdatedPapers(engine, papers, cipher.beginning);
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
  for (const papers of sealedPapers()) {
    const ended = await resealPapers(parts, papers);
    done += ended.resealed + ended.unreadable;
    onProgress?.(Math.min(done, total), total);
    resealed += ended.resealed;
    if (ended.unreadable > 0) unreadable.push({ ...papers, count: ended.unreadable });
  }
  return { resealed, unreadable };
}

/** 查密钥用量 · Which keys still seal something: one that is not named may be dropped. @article 5.3 */
export async function keysInUse(engine: Engine): Promise<KeyUse[]> {
  const uses = new Map<string, KeyUse>();
  const note = (counts: readonly { key: string; suite: KeyUse['suite']; count: number }[]): void => {
    for (const { key, suite, count } of counts) {
      const place = `${key}.${suite}`;
      uses.set(place, { key, suite, texts: (uses.get(place)?.texts ?? 0) + count });
    }
  };
  for (const column of sealedColumns()) note(await countByKey(engine, column));
  for (const papers of sealedPapers()) note(await countPapersByKey(engine, papers));
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

/** Titles and addresses inside papers in JSON, a row's papers at once. */
async function resealPapers(
  { engine, cipher, batch = BATCH }: ResealParts,
  own: SealedPapers,
): Promise<{ readonly resealed: number; readonly unreadable: number }> {
  let [resealed, unreadable] = [0, 0];
  for (let after: SealPlace = null; ; ) {
    const rows = await nextPapers(engine, own, after, batch);
    const changed = rows.flatMap((row) => {
      let count = 0;
      const anew = (text: unknown): unknown => {
        if (typeof text !== 'string' || (isSealed(text) && !isOutdatedSeal(cipher, text))) return text;
        const sealed = renew(cipher, own, row.id, text);
        if (sealed === null) unreadable += 1;
        else count += 1;
        return sealed ?? text;
      };
      const renewed = row.papers.map((paper) => ({
        ...paper,
        title: anew(paper['title']),
        uri: anew(paper['uri']) ?? null,
      }));
      resealed += count;
      return count === 0 ? [] : [{ ...row, renewed }];
    });
    if (changed.length > 0) await retried(() => replacePapers(engine, own, changed));
    const last = rows.at(-1);
    if (last === undefined || rows.length < batch) return { resealed, unreadable };
    after = { county: last.county, id: last.id };
  }
}

/** What was kept in the open before its column was sealed is sealed as it stands; a column that was sealed always holds no such text. */
function renew(cipher: FieldCipher, { table, column }: SealedPapers, rowId: string, text: string): string | null {
  const place = { table, column, rowId };
  if (!isSealed(text) && !column.endsWith('_sealed')) return cipher.seal(text, place);
  try {
    return cipher.seal(cipher.open(text, place), place);
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
