import type { Caller } from '../../platform/auth/caller.js';
import type { Principal } from '../../platform/auth/principal.js';
import { unauthenticated } from '../../platform/auth/verify-token.js';
import type { Database } from '../../platform/database/database.js';
import type { Row } from '../../platform/database/read-rows.js';
import type { Selection } from '../../platform/database/selection.js';
import type { AccessService } from '../access/index.js';
import { findOwnHousehold } from './own-household.repository.js';

/** 当前用户服务所需 · What it stands on. */
export interface ViewerServiceParts {
  readonly database: Database;
  readonly access: AccessService;
}

/**
 * 当前用户 · Who asks, and which household is the viewer's own.
 *
 * @article 5.1
 */
export class ViewerService {
  constructor(private readonly parts: ViewerServiceParts) {}

  /** 当前用户 · The principal of the token. @throws ApiError UNAUTHENTICATED without one */
  viewer({ principal }: Caller): Principal {
    if (principal === null) throw unauthenticated();
    return principal;
  }

  /** 本人农户 · The household of a resident, whatever other roles the token carries; null for everyone else. */
  async household(caller: Caller, selection: Selection): Promise<Row | null> {
    const reach = await this.parts.access.reachAs(caller, ['RESIDENT']);
    if (reach === null || reach.scope.householdId === null) return null;
    return this.parts.database.read(reach.scope, (tx) => findOwnHousehold(tx, reach, selection));
  }
}
