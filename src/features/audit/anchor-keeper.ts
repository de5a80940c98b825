import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { readOrMakePrivateFile } from '../../platform/crypto/private-file.js';
import type { Engine } from '../../platform/database/engine.js';
import { type Anchor, type AnchorsRead, anchorLine, lineDigest, readAnchors } from './anchor.js';
import { headsSince } from './register-chains.repository.js';

/** A write takes seconds at most: whatever was begun before an anchor and ended after it is in the next one. */
const OVERLAP_MS = 15 * 60_000;

/** 锚的签名密钥 · The Ed25519 key that signs anchors: of the file named, which is made where it is not there and may be. A public key reads them and signs none. @article none — technical */
export function readAnchorKey(path: string, mayMake: boolean): KeyObject {
  const make = (): string => {
    if (!mayMake) throw new Error(`there is no key at ${path}: \`openssl genpkey -algorithm ed25519 -out ${path}\``);
    return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  };
  const pem = readOrMakePrivateFile(path, make);
  let key: KeyObject;
  try {
    key = createPrivateKey(pem);
  } catch {
    try {
      key = createPublicKey(pem);
    } catch {
      throw new Error(`${path} holds no key in PEM`);
    }
  }
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${path} holds no Ed25519 key`);
  return key;
}

/** 锚的保存 · Where anchors are kept and what signs them. */
export interface AnchorKeeperParts {
  readonly engine: Engine;
  readonly file: string;
  readonly key: KeyObject;
}

/**
 * 锚的保存 · Writes the heads of the audit chains into a signed file, which only grows: what is rewritten or cut off in the database
 * afterwards no longer agrees with it. Copies of the file belong where nobody who administers the database can write.
 *
 * @article 5.3
 */
export class AnchorKeeper {
  private underWay: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: AnchorKeeperParts) {}

  /** 读取 · All anchors of the file, and the first line that does not hold. */
  read(): AnchorsRead {
    return readAnchors(this.text(), this.parts.key);
  }

  /**
   * 落锚 · Adds an anchor of all chains that grew since the last one.
   *
   * @returns the anchor, or null where no chain grew
   * @throws Error where the file does not hold: nothing is added behind a line that was changed
   */
  take(now: Date): Promise<Anchor | null> {
    // One after the other: two that read the same last line would both add the one behind it.
    const taken = this.underWay.then(() => this.takeNext(now));
    this.underWay = taken.catch(() => null);
    return taken;
  }

  private async takeNext(now: Date): Promise<Anchor | null> {
    const text = this.text();
    const { anchors, fault } = readAnchors(text, this.parts.key);
    if (fault !== null)
      throw new Error(`${this.parts.file}, line ${fault.line} ${fault.why}; put the file back as it was`);
    const last = anchors.at(-1);
    const since = last === undefined ? null : new Date(Date.parse(last.at) - OVERLAP_MS).toISOString();
    const known = new Map(anchors.flatMap(({ heads }) => heads).map(([county, , id, , hash]) => [county + id, hash]));
    const heads = (await headsSince(this.parts.engine, since)).filter(
      ([county, , id, , hash]) => known.get(county + id) !== hash,
    );
    if (heads.length === 0) return null;
    const lines = text.split('\n').filter((line) => line !== '');
    const previous = lines.length === 0 ? null : lineDigest(lines.at(-1)!);
    const anchor = { number: anchors.length + 1, at: now.toISOString(), heads, previous };
    this.append(`${anchorLine(anchor, this.parts.key)}\n`);
    return anchor;
  }

  private text(): string {
    return existsSync(this.parts.file) ? readFileSync(this.parts.file, 'utf8') : '';
  }

  private append(line: string): void {
    mkdirSync(dirname(this.parts.file), { recursive: true });
    const file = openSync(this.parts.file, 'a', 0o600);
    try {
      writeSync(file, line);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }
}
