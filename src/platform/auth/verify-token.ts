import { createHash } from 'node:crypto';
import { errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import { type Clock, systemClock } from '../clock.js';
import { DEVELOPMENT_ISSUER, type Env } from '../config/env.js';
import { ApiError } from '../errors/api-error.js';
import type { Logger } from '../logging/logger.js';
import { DEVELOPMENT_AUDIENCE, loadDevelopmentKeys } from './development-keys.js';
import { createIssuerKeys, KeysUnavailable } from './issuer-keys.js';
import type { Principal } from './principal.js';
import { readClaims } from './token-claims.js';
import type { TokenDenials } from './token-denials.js';
import { ALGORITHMS, refuseForm, type TokenRefusal } from './token-form.js';

/** 令牌验证 · Says who a bearer token speaks for. @article none — technical */
export interface TokenVerifier {
  /**
   * @throws ApiError UNAUTHENTICATED, one message whatever is wrong; SERVICE_UNAVAILABLE when the issuer's keys cannot be
   * had at all
   */
  verify(token: string): Promise<Principal>;
}

/** Difference of clocks that is borne, seconds. */
const CLOCK_TOLERANCE_S = 5;
/** How long a verified token is not verified again: a key that the issuer withdraws ends within a minute. */
const KEPT_MS = 60_000;
const KEPT_TOKENS = 2000;

/** Where keys come from, and whom a token must name. */
interface Trust {
  readonly keys: JWTVerifyGetKey;
  readonly issuer: string;
  readonly audience: string;
}

interface Verified {
  readonly principal: Principal;
  /** Seconds since 1970. */
  readonly issuedAt: number;
  /** Milliseconds since 1970; never past the token's own end. */
  readonly until: number;
}

/**
 * 令牌验证 · Verifies tokens of the environment's issuer, or in development of the machine's own key.
 *
 * Fixed algorithms, issuer, audience, type, times, claims; a token once verified is remembered by its SHA-256 for a minute
 * at most and never past `exp`, and held against the denials every time. With an issuer set, the development key is not even
 * read.
 *
 * @param clock  real time; `TODAY` does not reach it
 * @article none — technical
 */
export async function createTokenVerifier(
  env: Env,
  logger: Logger,
  clock: Clock = systemClock(),
  denials: TokenDenials = NONE_DENIED,
): Promise<TokenVerifier> {
  const trust = await trustOf(env, logger);
  const kept = new LRUCache<string, Verified>({ max: KEPT_TOKENS });

  const verified = async (token: string): Promise<Verified> => {
    const now = clock.now().getTime();
    const key = createHash('sha256').update(token, 'utf8').digest('base64');
    const known = kept.get(key);
    if (known !== undefined && now < known.until) return known;
    kept.delete(key);

    const read = await readToken(token, trust, clock, logger);
    if (typeof read === 'string') throw refused(read);
    const fresh = { ...read, until: Math.min(now + KEPT_MS, read.expiresAt * 1000) };
    kept.set(key, fresh);
    return fresh;
  };
  const refused = (reason: TokenRefusal): ApiError => {
    logger.info({ event: 'token-refused', reason }, 'a token was refused');
    return unauthenticated();
  };

  return {
    async verify(token) {
      const { principal, issuedAt } = await verified(token);
      const { subject, tokenId } = principal;
      if (await denials.isDenied({ subject, tokenId, issuedAt })) throw refused('denied');
      return principal;
    },
  };
}

const NONE_DENIED: TokenDenials = { isDenied: () => Promise.resolve(false) };

/**
 * 未认证 · The one answer to every caller who cannot be told from nobody.
 *
 * @article none — technical
 */
export function unauthenticated(): ApiError {
  return new ApiError('UNAUTHENTICATED', 'Sign in: send a valid token as "Authorization: Bearer …".');
}

async function trustOf(env: Env, logger: Logger): Promise<Trust> {
  if (env.issuer !== null) {
    const { issuer, audience, jwksUrl } = env.issuer;
    return { keys: createIssuerKeys(jwksUrl, logger), issuer, audience };
  }
  const { publicKeys } = await loadDevelopmentKeys(env);
  return { keys: publicKeys, issuer: DEVELOPMENT_ISSUER, audience: DEVELOPMENT_AUDIENCE };
}

async function readToken(token: string, { keys, issuer, audience }: Trust, clock: Clock, logger: Logger) {
  const fault = refuseForm(token);
  if (fault !== null) return fault;
  try {
    const { payload } = await jwtVerify(token, keys, {
      algorithms: [...ALGORITHMS],
      issuer,
      audience,
      clockTolerance: CLOCK_TOLERANCE_S,
      maxTokenAge: '1 day',
      requiredClaims: ['sub', 'iat', 'exp', 'grants'],
      currentDate: clock.now(),
    });
    return readClaims(payload);
  } catch (error) {
    if (error instanceof KeysUnavailable)
      throw new ApiError('SERVICE_UNAVAILABLE', 'Tokens cannot be verified just now; try again in a few seconds.');
    if (!(error instanceof errors.JOSEError)) logger.warn({ err: error }, 'a token could not be verified');
    return refusalOf(error);
  }
}

function refusalOf(error: unknown): TokenRefusal {
  if (error instanceof errors.JWTExpired) return 'time';
  if (error instanceof errors.JWTClaimValidationFailed) return REFUSAL_BY_CLAIM.get(error.claim) ?? 'claims';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'signature';
  if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) return 'key';
  if (error instanceof errors.JWTInvalid) return 'claims';
  if (error instanceof errors.JOSEAlgNotAllowed) return 'algorithm';
  if (error instanceof errors.JOSEError) return 'header';
  return 'key';
}

const REFUSAL_BY_CLAIM: ReadonlyMap<string, TokenRefusal> = new Map([
  ['iss', 'issuer'],
  ['aud', 'audience'],
  ['iat', 'time'],
  ['nbf', 'time'],
  ['exp', 'time'],
]);
