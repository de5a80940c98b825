import { grantsInForce } from './features/region/index.js';
import type { Principal } from './platform/auth/principal.js';
import { createTokenDenials } from './platform/auth/token-denials.js';
import { createTokenVerifier } from './platform/auth/verify-token.js';
import type { Clock } from './platform/clock.js';
import type { Env } from './platform/config/env.js';
import { ApiError } from './platform/errors/api-error.js';
import type { GraphqlRequest } from './platform/graphql/graphql-handler.js';
import { REQUEST_POINTS } from './platform/graphql/query-cost.js';
import type { RequestContext } from './platform/graphql/request-context.js';
import type { Logger } from './platform/logging/logger.js';
import type { Ground } from './rooms.js';

/** 来访者 · Who calls, and how much a caller may ask for. @article 5.1 */
export interface Callers {
  /** @throws ApiError UNAUTHENTICATED where the token is not good, RATE_LIMITED where an address tries too many */
  contextFor(request: Omit<GraphqlRequest, 'body' | 'accept'>): Promise<RequestContext>;
  /** Absent where nobody is limited. */
  readonly spend?: (caller: Pick<RequestContext, 'principal' | 'address'>, points: number) => Promise<void>;
}

/** 认出来访者 · Reads tokens, and gives every grant the regions that it holds in today. @article 5.1 */
export async function recognizeCallers(ground: Ground, env: Env, logger: Logger, clock: Clock): Promise<Callers> {
  const denials = createTokenDenials(ground.database, logger, () => clock.now());
  const verifier = await createTokenVerifier(env, logger, clock, denials);
  const { budget } = ground;
  return {
    ...(budget.perMinute !== null && { spend: budget.spend }),
    async contextFor({ authorization, language, requestId, address }) {
      const token = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1];
      // Whoever tries tokens is counted by address, as long as none is good.
      const principal =
        authorization === undefined
          ? null
          : await verifier.verify(token ?? '').catch(async (error: unknown) => {
              // That the issuer's keys cannot be had is no fault of whoever calls.
              if (isBadToken(error)) await budget.spend({ principal: null, address }, REQUEST_POINTS);
              throw error;
            });
      return {
        principal: principal && inForce(ground, principal),
        requestId,
        address,
        language,
        today: clock.today(),
        now: clock.now(),
        loaders: new Map(),
        shared: new Map(),
      };
    },
  };
}

/** 令牌无效 · Whether a token itself was refused: that nobody could say so is the issuer's outage. @article none — technical */
export function isBadToken(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'UNAUTHENTICATED';
}

const standing = new WeakMap<Principal, Principal>();

/** Whoever calls, with the regions that each grant holds in today. */
function inForce({ tree }: Ground, principal: Principal): Principal {
  const grants = grantsInForce(tree, principal.grants);
  if (grants === principal.grants) return principal;
  const known = standing.get(principal) ?? Object.freeze({ ...principal, grants });
  standing.set(principal, known);
  return known;
}
