import { ROLES, type Role } from '../../domain/jurisdiction/role.js';
import type { Principal } from '../auth/principal.js';
import type { RequestContext } from './request-context.js';

/**
 * 读者集合 · A set of readers as bits: one for each role, and one for whoever has no token. Sets are met by `&`.
 *
 * @article none — technical
 */
export type Readers = number;

/** Whoever has no token; what is open to them is open to every role. */
const NOBODY: Readers = 1 << ROLES.length;
/** 所有角色 · Everyone who has a role. */
export const EVERY_ROLE: Readers = NOBODY - 1;
/** 所有人 · Everyone, with a token or without. */
export const EVERYONE: Readers = NOBODY | EVERY_ROLE;

/** 读者集合 · The readers that a rule names. @article none — technical */
export function readersOf(rule: readonly Role[] | 'open'): Readers {
  return rule === 'open' ? EVERYONE : rule.reduce((bits, role) => bits | bitOf(role), 0);
}

/** 读者名单 · The roles of a set. @article none — technical */
export function rolesIn(readers: Readers): Role[] {
  return ROLES.filter((role) => (readers & bitOf(role)) !== 0);
}

const held = new WeakMap<Principal, Readers>();

/** 所持角色 · What a caller reads as: the roles of its token, and whatever is open to nobody. @article none — technical */
export function heldBy(principal: Principal | null): Readers {
  if (principal === null) return NOBODY;
  let bits = held.get(principal);
  if (bits === undefined) {
    bits = NOBODY | readersOf(principal.grants.map(({ role }) => role));
    held.set(principal, bits);
  }
  return bits;
}

const narrowed = new WeakMap<RequestContext, Map<Readers, RequestContext>>();

/**
 * 收窄授权 · The caller with those grants only whose role is among the readers: each role holds in its own region, so what one
 * role may read is not read where only another one holds. Almost always the same context, since most tokens have one role.
 *
 * @returns null where no role is left
 * @article 5.1
 */
export function asReader(context: RequestContext, readers: Readers): RequestContext | null {
  if (readers === EVERYONE) return context;
  const { principal } = context;
  const roles = heldBy(principal);
  if ((roles & readers) === 0) return null;
  if (principal === null || (roles & EVERY_ROLE & ~readers) === 0) return context;
  const known = narrowed.get(context) ?? new Map<Readers, RequestContext>();
  let narrower = known.get(readers);
  if (narrower === undefined) {
    const grants = principal.grants.filter(({ role }) => (readers & bitOf(role)) !== 0);
    // Loaders of its own: what was loaded in a wider reach must not answer in a narrower one.
    narrower = { ...context, principal: { ...principal, grants }, loaders: new Map() };
    narrowed.set(context, known.set(readers, narrower));
  }
  return narrower;
}

function bitOf(role: Role): Readers {
  return 1 << ROLES.indexOf(role);
}
