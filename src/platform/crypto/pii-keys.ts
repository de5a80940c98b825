import { createSecretKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * 个人信息密钥 · The keys that seal personal data. Key objects, so that printing or logging them shows no byte.
 *
 * One key seals at most 2^32 values (random 96-bit nonces): put a new key in front long before.
 *
 * @article none — technical
 */
export interface PiiKeys {
  /** Seals everything new. */
  readonly current: PiiKey;
  /** Every key by its id, the current one included: what was sealed with an older key stays readable. */
  readonly byId: ReadonlyMap<string, KeyObject>;
  /** Root of the blind indexes; it outlives rotations, because digests cannot be made anew without the values. */
  readonly index: KeyObject;
  /** What the blind indexes are digests by: chosen with their root, and with it for good. */
  readonly indexHash: 'sha256' | 'sm3';
  /** Root of what perturbs published figures, so that it outlives rotations; null where that is derived from the key that seals. */
  readonly figures: KeyObject | null;
}

export interface PiiKey {
  readonly id: string;
  readonly key: KeyObject;
}

/** Ids begin with a letter, since JSON.parse puts integer-like names first and would change which key is current. */
const KEY_ID = /^[a-z][a-z0-9-]{0,15}$/;
const THIRTY_TWO_BYTES = /^[A-Za-z0-9+/_-]{43}=?$/;
const INDEX_HASHES = new Map<string, PiiKeys['indexHash']>([
  ['index', 'sha256'],
  ['index-sm3', 'sm3'],
]);
/** The entry that perturbs published figures, and seals nothing. */
const FIGURES = 'figures';
const SHORTEST = 'each key is 32 bytes in base64 (43 or 44 characters)';

/**
 * 读密钥 · Reads `kid:base64,kid2:base64`, the same as a JSON object, or a `file:/…` that holds either.
 *
 * The first key seals, the others only open. An entry `index` (digests by SHA-256) or `index-sm3` (by SM3) is the root of
 * the blind indexes and seals nothing; without it the last (oldest) key is that root. An entry `figures` is the root of what perturbs
 * published figures.
 *
 * @returns the keys, or `{ fault }`: a sentence that never shows a byte of a key
 * @article none — technical
 */
export function readPiiKeys(setting: string): PiiKeys | { readonly fault: string } {
  let text = setting.trim();
  if (text.startsWith('file:')) {
    try {
      text = readFileSync(fileURLToPath(text), 'utf8').trim();
    } catch (error) {
      return { fault: `a file that cannot be read (${(error as NodeJS.ErrnoException).code ?? 'no file:/ address'})` };
    }
  }
  const entries = text.startsWith('{') ? readJsonEntries(text) : readListedEntries(text);
  return 'fault' in entries ? entries : toKeys(entries);
}

/** 读密钥条目 · As `readPiiKeys`, of keys by their ids. @article none — technical */
export function readPiiKeyEntries(entries: unknown): PiiKeys | { readonly fault: string } {
  return readPiiKeys(JSON.stringify(entries ?? {}));
}

type Entries = (readonly [id: string, encoded: string])[];

function readJsonEntries(text: string): Entries | { readonly fault: string } {
  try {
    const entries = Object.entries(JSON.parse(text) as Record<string, unknown>);
    if (entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')) return entries;
  } catch {
    return { fault: 'JSON that does not parse' };
  }
  return { fault: 'JSON in which a key is no text' };
}

function readListedEntries(text: string): Entries {
  return text.split(',').map((entry) => {
    const colon = entry.indexOf(':');
    return colon < 0 ? ['', ''] : [entry.slice(0, colon).trim(), entry.slice(colon + 1).trim()];
  });
}

function toKeys(entries: Entries): PiiKeys | { readonly fault: string } {
  const byId = new Map<string, KeyObject>();
  for (const [position, [id, encoded]] of entries.entries()) {
    const which = `entry ${position + 1} of ${entries.length}`;
    if (!KEY_ID.test(id))
      return { fault: `${which} without a key id (a letter, then letters, digits, hyphens; 16 at most)` };
    if (byId.has(id)) return { fault: `the key id ${id} twice` };
    const bytes = THIRTY_TWO_BYTES.test(encoded) ? Buffer.from(encoded, 'base64') : null;
    if (bytes?.length !== 32) return { fault: `a key ${id} of another length: ${SHORTEST}` };
    if (bytes.every((byte) => byte === bytes[0]))
      return { fault: `a key ${id} that is a placeholder, all bytes alike` };
    byId.set(id, createSecretKey(bytes));
  }
  const roots = [...INDEX_HASHES].flatMap(([id, hash]) => {
    const key = byId.get(id);
    return key !== undefined && byId.delete(id) ? [{ key, hash }] : [];
  });
  if (roots.length > 1) return { fault: 'both index and index-sm3, where the blind indexes have one root' };
  const figures = byId.get(FIGURES) ?? null;
  byId.delete(FIGURES);
  const sealing = [...byId];
  const [first, last] = [sealing[0], sealing.at(-1)];
  if (first === undefined || last === undefined) return { fault: 'no key that seals' };
  const { key: index, hash: indexHash } = roots[0] ?? { key: last[1], hash: 'sha256' as const };
  return { current: { id: first[0], key: first[1] }, byId, index, indexHash, figures };
}
