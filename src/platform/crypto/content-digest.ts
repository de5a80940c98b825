import { createHash } from 'node:crypto';

/** Deeper input is nobody's record, and recursion has an end. */
const DEEPEST = 200;

/**
 * 规范 JSON · JSON with sorted names and no space: equal content gives equal text (RFC 8785 order).
 *
 * A property that is undefined counts as absent, as JSON.stringify has it; dates and whatever else has `toJSON` are
 * written by it.
 *
 * @throws TypeError for what has no JSON (NaN, infinities, bigint, functions, maps, sets) or is deeper than 200 levels
 * @article none — technical
 * @example canonicalJson({ b: [1, null], a: '一' }) // '{"a":"一","b":[1,null]}'
 */
export function canonicalJson(value: unknown): string {
  return write(value, 0);
}

/**
 * 内容摘要 · SHA-256 of the canonical JSON, hexadecimal: the hash of requests, configurations and the audit chain.
 *
 * @throws TypeError as `canonicalJson`
 * @article none — technical
 */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex');
}

function write(value: unknown, depth: number): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (typeof value !== 'object') throw new TypeError(`no JSON for ${typeof value === 'number' ? value : typeof value}`);
  if (depth >= DEEPEST) throw new TypeError(`deeper than ${DEEPEST} levels`);
  if ('toJSON' in value && typeof value.toJSON === 'function') return write(value.toJSON(), depth + 1);
  if (Array.isArray(value)) return `[${Array.from(value, (item) => write(item ?? null, depth + 1)).join()}]`;
  if (value instanceof Map || value instanceof Set) throw new TypeError(`no JSON for a ${value.constructor.name}`);
  return writeObject(value as Record<string, unknown>, depth);
}

function writeObject(object: Record<string, unknown>, depth: number): string {
  const members: string[] = [];
  // Code unit order, the same on every machine; a locale's order is not.
  for (const name of Object.keys(object).sort()) {
    const member = object[name];
    if (member !== undefined) members.push(`${JSON.stringify(name)}:${write(member, depth + 1)}`);
  }
  return `{${members.join()}}`;
}
