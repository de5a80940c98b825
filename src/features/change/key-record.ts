import { type Refusal, refuse } from '../../domain/kernel/verdict.js';
import type { Caller } from '../../platform/auth/caller.js';
import { digestOf } from '../../platform/crypto/content-digest.js';
import type { KeyRecord } from './idempotency.repository.js';

/** 幂等请求 · An attempt that has a key of its client's. */
export interface KeyedAttempt {
  readonly caller: Caller;
  readonly operation: string;
  readonly county: string;
  /** The key, or what makes it the key of one item among several. */
  readonly key: string | readonly [key: string, item: string];
  /** What was asked for; the key in it is no part of its digest. */
  readonly input: object;
  /** Ids that the answer is made of. */
  readonly ids: Readonly<Record<string, string>>;
}

/** 幂等记录 · What is kept of an attempt: digests and ids; keys are of one caller and operation. */
export function keyRecord({ caller, operation, county, key, input, ids }: KeyedAttempt): KeyRecord {
  const own = typeof key === 'string' ? [key] : key;
  return {
    keyDigest: digestOf([caller.principal?.subject ?? null, operation, ...own]),
    countyCode: county,
    inputDigest: inputDigestOf(input),
    result: ids,
    createdAt: caller.now.toISOString(),
  };
}

/** A batch of 500 items in ten counties has one input, which is digested once. */
const digests = new WeakMap<object, string>();

function inputDigestOf(input: object): string {
  const known = digests.get(input);
  if (known !== undefined) return known;
  const { idempotencyKey: _, ...asked } = input as { readonly idempotencyKey?: unknown };
  const digest = digestOf(asked);
  digests.set(input, digest);
  return digest;
}

/** 幂等键冲突 · The key has answered another input. @param path  of the key in the input */
export function keyConflict(...path: string[]): Refusal {
  return refuse(
    'IDEMPOTENCY_CONFLICT',
    'This idempotencyKey was used with another input within the last 24 hours; take a new key.',
    path,
  );
}
