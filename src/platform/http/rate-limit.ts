import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import type { Caller } from '../auth/caller.js';
import type { BlindIndex } from '../crypto/field-cipher.js';
import type { Database } from '../database/database.js';
import { ApiError } from '../errors/api-error.js';

/** 频次规则 · So many points in so many seconds, for each that is counted. @article none — technical */
export interface RateRule {
  /** Short and its own; the counts of two rules never meet. */
  readonly name: string;
  readonly points: number;
  readonly seconds: number;
  /**
   * `together`: one count for all processes, kept in the database, for what is rare and must hold exactly. `each`: a count in
   * every process, in its memory, for what happens at every request.
   */
  readonly counted: 'together' | 'each';
}

/** 频次限制 · Counts what callers do, and refuses what is too much. @article none — technical */
export interface RateLimiter {
  /**
   * 计次 · Takes points from whoever calls.
   *
   * @param points  what this once counts for; 1 unless given
   * @throws ApiError RATE_LIMITED with the seconds until it makes sense to come again
   */
  spend(caller: Pick<Caller, 'principal' | 'address'>, points?: number): Promise<void>;
}

/** 频次限制的建立 · Makes the limiter of a rule, once for each rule. @article none — technical */
export type RateLimits = (rule: RateRule) => RateLimiter;

/** Sees no row of anybody's: the counts stand outside the register. */
const NOBODY = { prefixes: [], householdId: null } as const;

/**
 * 频次限制 · Rate limits over one database. Whoever has a token is counted by its subject, anybody else by the address that
 * the front door vouches for; nothing that a request says of itself makes a key. The keys are digests, so that no address is
 * kept. A database that does not answer is no way round: the process counts for itself then.
 *
 * @article none — technical
 */
export function createRateLimits(database: Database, blindIndex: BlindIndex): RateLimits {
  return (rule) => {
    const limiter = limiterOf(rule, database);
    return {
      async spend(caller, points = 1) {
        try {
          await limiter.consume(blindIndex.digest('rate-limit', whoIsCounted(caller)), points);
        } catch (error) {
          if (!(error instanceof RateLimiterRes)) throw error;
          const retryAfterSeconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
          throw new ApiError('RATE_LIMITED', `That is too often; come again in ${retryAfterSeconds} seconds.`, {
            retryAfterSeconds,
          });
        }
      },
    };
  };
}

/** Callers without a token and without an address, such as a script's, share one count. */
function whoIsCounted({ principal, address }: Pick<Caller, 'principal' | 'address'>): string {
  return principal === null ? `address ${address ?? 'none'}` : `subject ${principal.subject}`;
}

function limiterOf({ name, points, seconds, counted }: RateRule, database: Database): RateLimiterAbstract {
  const settings = { keyPrefix: name, points, duration: seconds };
  const memory = new RateLimiterMemory(settings);
  if (counted === 'each' || database.kind === 'embedded') return memory;
  return new RateLimiterPostgres({
    ...settings,
    storeClient: clientOf(database),
    storeType: 'client',
    tableName: 'rate_limit',
    tableCreated: true,
    // Who is over the limit is refused without asking the database again.
    inMemoryBlockOnConsumed: points + 1,
    insuranceLimiter: memory,
  });
}

/** What rate-limiter-flexible asks of a client of `pg`: each count in a transaction of its own, not undone with the change. */
function clientOf(database: Database) {
  return {
    async query({ text, values = [] }: { text: string; values?: readonly unknown[] }) {
      const rows = await database.write(NOBODY, (tx) => tx.text<Record<string, unknown>>(text, values));
      return { rows, rowCount: rows.length };
    },
  };
}
