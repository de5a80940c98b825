import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { readOrMakePrivateFile } from '../../platform/crypto/private-file.js';
import type { Engine } from '../../platform/database/engine.js';
import { takeProcessLock } from '../../platform/process-lock.js';
import type { Anchor, AnchorsRead } from './anchor.js';
import { AnchorFile } from './anchor-file.js';
import { headsSince } from './register-chains.repository.js';

/** A write takes seconds at most: whatever was begun before an anchor and ended after it is in the next one. */
const OVERLAP_MS = 15 * 60_000;
/** How long another process may be at the file. */
const PATIENCE_MS = 30_000;
const AGAIN_MS = 100;

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
  /** Told of a last line that was cut off while it was written: how many bytes of it were taken away. */
  readonly onTorn?: (bytes: number) => void;
}

/**
 * 锚的保存 · Writes the heads of the audit chains into a signed file, which only grows: what is rewritten or cut off in the database
 * afterwards no longer agrees with it. Copies of the file belong where nobody who administers the database can write.
 *
 * One process at a time adds to the file, by a lock beside it; what it has read and found good it does not read again.
 *
 * @article 5.3
 */
export class AnchorKeeper {
  private underWay: Promise<unknown> = Promise.resolve();
  private readonly file: AnchorFile;

  constructor(private readonly parts: AnchorKeeperParts) {
    this.file = new AnchorFile(parts.file, parts.key);
  }

  /** 读取 · All anchors of the file, and the first line that does not hold. */
  read(): AnchorsRead {
    return this.file.readWhole();
  }

  /**
   * 落锚 · Adds an anchor of all chains that grew since the last one.
   *
   * @returns the anchor, or null where no chain grew
   * @throws Error where the file does not hold: nothing is added behind a line that was changed; or where another process keeps it
   */
  take(now: Date): Promise<Anchor | null> {
    // One after the other: two that read the same last line would both add the one behind it.
    const taken = this.underWay.then(() => this.locked(() => this.takeNext(now)));
    this.underWay = taken.catch(() => null);
    return taken;
  }

  private async locked<T>(work: () => Promise<T>): Promise<T> {
    for (const end = Date.now() + PATIENCE_MS; ; await pause(AGAIN_MS)) {
      const lock = takeProcessLock(`${this.parts.file}.lock`);
      if (lock.taken) return work().finally(() => lock.release());
      if (Date.now() > end)
        throw new Error(
          `${this.parts.file} is in use by process ${lock.holder ?? 'unknown'}; the next round tries again`,
        );
    }
  }

  private async takeNext(now: Date): Promise<Anchor | null> {
    const { place, last, recent, torn } = await this.file.readOn(OVERLAP_MS);
    if (torn > 0) this.parts.onTorn?.(torn);
    const since = last === null ? null : new Date(Date.parse(last) - OVERLAP_MS).toISOString();
    const heads = (await headsSince(this.parts.engine, since)).filter(
      ([county, , id, , hash]) => recent.get(county + id) !== hash,
    );
    if (heads.length === 0) return null;
    const anchor = { number: place.number + 1, at: now.toISOString(), heads, previous: place.digest };
    this.file.add(anchor);
    return anchor;
  }
}
