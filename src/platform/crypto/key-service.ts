import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type PiiKeys, readPiiKeyEntries } from './pii-keys.js';

/**
 * 密钥服务 · What a module named in PII_KEY_SERVICE exports by default: it gets the keys of personal data from where they are
 * kept (a key management service, a hardware module), once at the start, and says them in the order of PII_KEYS: the one that
 * seals first.
 *
 * Holdline keeps them in memory as key objects and never writes them anywhere.
 *
 * @article none — technical
 */
export interface KeyService {
  /** @returns 32 bytes in base64 by key id; `index` or `index-sm3` is the root of the blind indexes */
  keys(): Promise<Readonly<Record<string, string>>>;
}

/** A service that hangs must not hang the start for ever. */
const LONGEST_WAIT_MS = 30_000;

/**
 * 从密钥服务取密钥 · Asks the key service that a module exports.
 *
 * @param place  a file or a package
 * @throws Error when there is no such service, it does not answer in time, or what it says holds no keys; never showing a key
 * @article none — technical
 */
export async function keysOfService(place: string, waitMs = LONGEST_WAIT_MS): Promise<PiiKeys> {
  const keys = readPiiKeyEntries(await within(waitMs, place, serviceOf(place)));
  if ('fault' in keys) throw new Error(`PII_KEY_SERVICE ${place} gave ${keys.fault}`);
  return keys;
}

async function serviceOf(place: string): Promise<Readonly<Record<string, string>>> {
  const path = resolve(place);
  const module = (await import(existsSync(path) ? pathToFileURL(path).href : place)) as {
    default?: Partial<KeyService>;
  };
  if (typeof module.default?.keys !== 'function')
    throw new Error(`PII_KEY_SERVICE ${place} exports no key service: its default export needs a function keys()`);
  return module.default.keys();
}

async function within<T>(ms: number, place: string, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`PII_KEY_SERVICE ${place} did not answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
