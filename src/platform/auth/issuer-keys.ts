import { createRemoteJWKSet, customFetch, errors, type FetchImplementation, type JWTVerifyGetKey } from 'jose';
import type { Logger } from '../logging/logger.js';

/** The issuer's keys were never had, or are too old to be trusted. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
}

/** Shorter than the two seconds in which every request is answered. */
const TIMEOUT_MS = 1500;
/** Least time between two fetches while there are keys; a new key is known this long after it is published. */
const COOLDOWN_MS = 30_000;
/** The same while there are none. */
const COOLDOWN_WITHOUT_KEYS_MS = 5_000;
/** Keys older than this are fetched anew beside the request, so that a withdrawn key does not live on. */
const REFRESH_AFTER_MS = 300_000;
/** After a quiet time, a request waits for the answer, and goes on with the keys at hand if there is none. */
const REFRESH_FIRST_AFTER_MS = 600_000;
/** Keys outlive an outage of the issuer this long. */
const TRUSTED_FOR_MS = 86_400_000;
const LARGEST_SET_BYTES = 262_144;
const MOST_KEYS = 100;

/**
 * 签发者公钥 · The issuer's key set by its URL: fetched at the start, kept through outages, asked again for an unknown key at
 * most every 30 s (5 s while there is none at all), refreshed beside the requests every 5 minutes.
 *
 * jose alone asks anew on every unknown key while the issuer is down, and forgets known keys when they age; so its own
 * clocks are off and the rules are here. Nothing in a token says where to fetch.
 *
 * @param elapsedMs  a clock that only goes forward
 * @throws KeysUnavailable from the returned function, when there is no key set to look in
 * @article none — technical
 */
export function createIssuerKeys(
  url: URL,
  logger: Logger,
  elapsedMs: () => number = () => performance.now(),
): JWTVerifyGetKey {
  const never = Number.POSITIVE_INFINITY;
  const keys = createRemoteJWKSet(url, {
    timeoutDuration: TIMEOUT_MS,
    cooldownDuration: never,
    cacheMaxAge: never,
    [customFetch]: fetchKeySet,
  });
  let attemptedAt = -never;
  let fetchedAt = -never;
  let pending: Promise<void> | null = null;

  const fetchOnce = async (): Promise<void> => {
    attemptedAt = elapsedMs();
    try {
      await keys.reload();
      fetchedAt = elapsedMs();
    } catch (error) {
      logger.warn({ err: error, event: 'key-set-not-fetched' }, 'the key set of the issuer could not be fetched');
    } finally {
      pending = null;
    }
  };
  const isTrusted = (): boolean => elapsedMs() - fetchedAt < TRUSTED_FOR_MS;
  /** Joins the fetch that runs, or begins one unless the last is too near. */
  const refresh = (): Promise<void> | null => {
    const cooldown = isTrusted() ? COOLDOWN_MS : COOLDOWN_WITHOUT_KEYS_MS;
    if (pending === null && elapsedMs() - attemptedAt >= cooldown) pending = fetchOnce();
    return pending;
  };

  void refresh();
  return async (header, token) => {
    if (!isTrusted()) await refresh();
    if (!isTrusted()) throw new KeysUnavailable('no key set of the issuer is at hand');
    const age = elapsedMs() - fetchedAt;
    if (age >= REFRESH_FIRST_AFTER_MS) await refresh();
    else if (age >= REFRESH_AFTER_MS) void refresh();
    try {
      return await keys(header, token);
    } catch (error) {
      const fetching = error instanceof errors.JWKSNoMatchingKey ? refresh() : null;
      if (fetching === null) throw error;
      await fetching;
      return keys(header, token);
    }
  };
}

/** A set that is empty, overlong or no set at all counts as not fetched: the keys at hand stay. */
const fetchKeySet: FetchImplementation = async (url, options) => {
  const response = await fetch(url, options);
  if (response.status !== 200 || response.body === null) throw new Error(`the key set answered ${response.status}`);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body) {
    size += part.byteLength;
    if (size > LARGEST_SET_BYTES) throw new Error(`the key set is larger than ${LARGEST_SET_BYTES} bytes`);
    parts.push(part);
  }
  const set = JSON.parse(Buffer.concat(parts).toString('utf8')) as { keys?: unknown } | null;
  const count = Array.isArray(set?.keys) ? set.keys.length : 0;
  if (count === 0 || count > MOST_KEYS) throw new Error(`the key set has ${count} keys, expected 1 to ${MOST_KEYS}`);
  return Response.json(set);
};
