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
 * first that does not hold.
 *
 * @param key  the public key, or the private one that holds it
 * @article none — technical
 */
export function readAnchors(text: string, key: KeyObject): AnchorsRead {
  const publicKey = key.type === 'private' ? createPublicKey(key) : key;
  const anchors: Anchor[] = [];
  let previous: string | null = null;
  for (const [at, line] of text.split('\n').entries()) {
    if (line === '') continue;
    const read = readLine(line, publicKey);
    const why =
      read === null
        ? 'is not signed by this key'
        : read.number !== anchors.length + 1 || read.previous !== previous
          ? 'does not follow the line before'
          : null;
    if (read === null || why !== null) return { anchors, fault: { line: at + 1, why: why ?? '' } };
    anchors.push(read);
    previous = lineDigest(line);
  }
  return { anchors, fault: null };
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
