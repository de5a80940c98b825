import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { canonicalJson } from '../../platform/crypto/content-digest.js';
import type { ChainPlace } from './audit-chain.js';

/** 链头记录 · One chain's head: county, kind of subject, its id, number and hash of the last event. */
export type AnchoredHead = readonly [county: string, type: string, id: string, sequence: number, hash: string];

/** 锚 · Heads as they stood at an instant, signed, and linked to the anchor before. @article 5.3 */
export interface Anchor {
  /** From 1 without a gap. */
  readonly number: number;
  readonly at: string;
  /** Chains that grew since the anchor before; of the first, every chain. */
  readonly heads: readonly AnchoredHead[];
  /** SHA-256 of the line before; null for the first. */
  readonly previous: string | null;
}

/** 锚文件的内容 · What the lines of a file say, and the first line that does not hold. */
export interface AnchorsRead {
  readonly anchors: readonly Anchor[];
  readonly fault: { readonly line: number; readonly why: string } | null;
  /** The last line was cut off while it was written, and says nothing; the next anchor takes its place. */
  readonly torn: boolean;
}

/** 锚的位置 · Where reading stands: number and digest of the last line that held. */
export interface AnchorPlace {
  readonly number: number;
  readonly digest: string | null;
}

/**
 * 写锚 · The line of an anchor: its body as canonical JSON, signed with Ed25519.
 *
 * @article none — technical
 */
export function anchorLine(anchor: Anchor, key: KeyObject): string {
  const signature = sign(null, Buffer.from(canonicalJson(anchor)), key).toString('base64url');
  return JSON.stringify({ anchor, signature });
}

/** 行摘要 · What the next anchor names the line by. @article none — technical */
export function lineDigest(line: string): string {
  return createHash('sha256').update(line).digest('hex');
}

/**
 * 读锚 · Reads a file of anchors: each line signed by the key, numbered without a gap, naming the one before. Reading ends with the
 * first that does not hold. A last line without its end that does not hold was cut off while it was written, and is none.
 *
 * @param key  the public key, or the private one that holds it
 * @article none — technical
 */
export function readAnchors(text: string, key: KeyObject): AnchorsRead {
  const anchors: Anchor[] = [];
  let place: AnchorPlace = { number: 0, digest: null };
  const lines = text.split('\n');
  for (const [at, line] of lines.entries()) {
    if (line === '') continue;
    const read = nextAnchor(line, place, key);
    if ('why' in read && at === lines.length - 1) return { anchors, fault: null, torn: true };
    if ('why' in read) return { anchors, fault: { line: at + 1, why: read.why }, torn: false };
    anchors.push(read.anchor);
    place = { number: read.anchor.number, digest: lineDigest(line) };
  }
  return { anchors, fault: null, torn: false };
}

/** 读下一锚 · Reads the line that follows a place. @returns the anchor, or why the line does not hold. @article none — technical */
export function nextAnchor(
  line: string,
  { number, digest }: AnchorPlace,
  key: KeyObject,
): { readonly anchor: Anchor } | { readonly why: string } {
  const anchor = readLine(line, key.type === 'private' ? createPublicKey(key) : key);
  if (anchor === null) return { why: 'is not signed by this key' };
  return anchor.number === number + 1 && anchor.previous === digest
    ? { anchor }
    : { why: 'does not follow the line before' };
}

function readLine(line: string, key: KeyObject): Anchor | null {
  try {
    const { anchor, signature } = JSON.parse(line) as { anchor: Anchor; signature: string };
    const holds = verify(null, Buffer.from(canonicalJson(anchor)), key, Buffer.from(signature, 'base64url'));
    return holds ? anchor : null;
  } catch {
    return null;
  }
}

/** 各链锚点 · The places of each chain that were anchored, in their order; the key is `chainKey`. @article 5.3 */
export function anchoredPlaces(anchors: readonly Anchor[]): Map<string, ChainPlace[]> {
  const places = new Map<string, ChainPlace[]>();
  for (const [county, type, id, sequence, hash] of anchors.flatMap(({ heads }) => heads)) {
    const key = chainKey(county, type, id);
    const own = places.get(key) ?? [];
    places.set(key, own);
    if (own.at(-1)?.sequence !== sequence || own.at(-1)?.hash !== hash) own.push({ sequence, hash });
  }
  return places;
}

/** 链键 · Names a chain in a map. */
export function chainKey(county: string, type: string, id: string): string {
  return `${county}:${type}:${id}`;
}
