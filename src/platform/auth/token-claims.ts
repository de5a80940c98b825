import { z } from 'zod';
import { ROLES } from '../../domain/jurisdiction/role.js';
import { readRegionCode } from '../../domain/kernel/region-code.js';
import { DEPARTMENTS } from '../../domain/support/policy-instrument.js';
import type { Principal } from './principal.js';
import type { TokenRefusal } from './token-form.js';

/** Longest that a token may live, seconds: a day. */
export const LONGEST_LIFETIME_S = 86_400;
const MOST_GRANTS = 100;

const printable = (most: number) => z.string().regex(new RegExp(`^\\P{Cc}{1,${most}}$`, 'u'));
const second = z.number().refine((value) => Number.isSafeInteger(value) && value >= 0);

const claims = z.object({
  sub: printable(200),
  iat: second,
  exp: second,
  grants: z
    .array(
      z.object({ role: z.enum(ROLES), region: z.string().refine((text) => typeof readRegionCode(text) === 'string') }),
    )
    .max(MOST_GRANTS),
  department: z.enum(DEPARTMENTS).nullish(),
  household: printable(64).nullish(),
  jti: printable(200).nullish(),
});

/** 已读令牌 · Who calls, and until when the token says so. @article none — technical */
export interface ReadClaims {
  readonly principal: Principal;
  /** Seconds since 1970. */
  readonly issuedAt: number;
  readonly expiresAt: number;
}

/**
 * 读声明 · Reads the claims of a verified token: subject, grants (role and region), department, household.
 *
 * One unknown role or malformed region makes the whole token invalid. `iat` and `exp` are safe integers, since JSON can
 * say 1e400, and at most a day apart.
 *
 * @returns the claims, or why they are refused
 * @article 5.1
 */
export function readClaims(payload: unknown): ReadClaims | TokenRefusal {
  const read = claims.safeParse(payload);
  if (!read.success) return 'claims';
  const { sub, iat, exp, grants, department, household, jti } = read.data;
  if (exp <= iat || exp - iat > LONGEST_LIFETIME_S) return 'lifetime';
  const principal: Principal = Object.freeze({
    subject: sub,
    grants: Object.freeze(grants.map((grant) => Object.freeze(grant))),
    department: department ?? null,
    household: household ?? null,
    tokenId: jti ?? null,
  });
  return { principal, issuedAt: iat, expiresAt: exp };
}
