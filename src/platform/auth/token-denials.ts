import type { Database } from '../database/database.js';
import { ApiError } from '../errors/api-error.js';
import type { Logger } from '../logging/logger.js';
import { LONGEST_LIFETIME_S } from './token-claims.js';
import { listDenials, type TokenDenial } from './token-denial.repository.js';

/** 吊销名单 · Which verified tokens have been taken back. @article none — technical */
export interface TokenDenials {
  /** @throws ApiError SERVICE_UNAVAILABLE where the list is older than a minute and cannot be read */
  isDenied(token: DeniableToken): Promise<boolean>;
}

/** 可吊销的令牌 · What of a token a denial looks at. @article none — technical */
export interface DeniableToken {
  readonly subject: string;
  readonly tokenId: string | null;
  /** Seconds since 1970. */
  readonly issuedAt: number;
}

/** The list is read anew beside the requests once it is this old, */
const REFRESH_AFTER_MS = 15_000;
/** and before a request is answered once it is this old: what is taken back ends within a minute everywhere. */
const REFRESH_FIRST_AFTER_MS = 45_000;
/** Clocks of issuer and server may differ a little. */
const SPARE_MS = 60_000;

/** Sees no row of anybody's: the list stands outside the register. */
const NOBODY = { prefixes: [], householdId: null } as const;

interface Denied {
  readonly tokens: ReadonlySet<string>;
  /** By subject: tokens issued before this are refused, milliseconds since 1970. */
  readonly subjects: ReadonlyMap<string, number>;
}

/**
 * 吊销名单 · The list of the database, kept in memory and read anew every 15 seconds while there are requests; no timer runs
 * between them. A list that cannot be read is used on for 45 seconds, and then nobody is let in on its word.
 *
 * @param elapsedMs  a clock that only goes forward
 * @article none — technical
 */
export function createTokenDenials(
  database: Database,
  logger: Pick<Logger, 'warn'>,
  now: () => Date,
  elapsedMs: () => number = () => performance.now(),
): TokenDenials {
  let denied: Denied = { tokens: new Set(), subjects: new Map() };
  let readAt = Number.NEGATIVE_INFINITY;
  let pending: Promise<void> | null = null;

  const read = async (): Promise<void> => {
    const startedAt = elapsedMs();
    try {
      denied = byKind(await database.read(NOBODY, (tx) => listDenials(tx, now())));
      readAt = startedAt;
    } catch (err) {
      logger.warn({ err, event: 'token-denials-not-read' }, 'the list of denied tokens could not be read');
    } finally {
      pending = null;
    }
  };
  const refresh = (): Promise<void> => {
    pending ??= read();
    return pending;
  };

  return {
    async isDenied({ subject, tokenId, issuedAt }) {
      const age = elapsedMs() - readAt;
      if (age >= REFRESH_FIRST_AFTER_MS) {
        await refresh();
        if (elapsedMs() - readAt >= REFRESH_FIRST_AFTER_MS)
          throw new ApiError('SERVICE_UNAVAILABLE', 'Tokens cannot be verified just now; try again in a few seconds.');
      } else if (age >= REFRESH_AFTER_MS) void refresh();
      if (tokenId !== null && denied.tokens.has(tokenId)) return true;
      return issuedAt * 1000 < (denied.subjects.get(subject) ?? Number.NEGATIVE_INFINITY);
    },
  };
}

/**
 * 吊销 · The denial that an operator orders: it matters until the last token that it can concern has ended.
 *
 * @param what  a token's `jti`, or a subject and the instant before which its tokens were issued
 * @article none — technical
 */
export function denialOf(
  what: { readonly jti: string } | { readonly subject: string; readonly before: Date },
  by: { readonly name: string; readonly reason: string; readonly at: Date },
): TokenDenial {
  const issuedBefore = 'jti' in what ? by.at : what.before;
  const from = Math.max(issuedBefore.getTime(), by.at.getTime());
  return {
    kind: 'jti' in what ? 'jti' : 'subject',
    value: 'jti' in what ? what.jti : what.subject,
    deniedAt: by.at,
    issuedBefore,
    mattersUntil: new Date(from + LONGEST_LIFETIME_S * 1000 + SPARE_MS),
    deniedBy: by.name,
    reason: by.reason,
  };
}

function byKind(denials: readonly TokenDenial[]): Denied {
  const tokens = new Set<string>();
  const subjects = new Map<string, number>();
  for (const { kind, value, issuedBefore } of denials)
    if (kind === 'jti') tokens.add(value);
    else subjects.set(value, Math.max(subjects.get(value) ?? 0, issuedBefore.getTime()));
  return { tokens, subjects };
}
