import { isWithin, type RegionCode, type RegionLevel } from '../kernel/region-code.js';
import { LEVEL_ROLES } from './level-roles.js';
import type { Grant, Role } from './role.js';
import { regionOf } from './scopes-of.js';

/** 办理资格 · Who would act, at which level, where. @article 5.1 */
export interface ActingQuestion {
  readonly grants: readonly Grant[];
  /** Level that the act belongs to. */
  readonly level: RegionLevel;
  /** Region of the case or household. */
  readonly regionCode: RegionCode;
}

/** 任职于此 · Whether a grant of one of the roles holds in a region. @article 5.1 */
export function holdsRole(grants: readonly Grant[], roles: readonly Role[], region: RegionCode): boolean {
  return grants.some((grant) => {
    const own = roles.includes(grant.role) ? regionOf(grant) : null;
    return own !== null && isWithin(region, own);
  });
}

/**
 * 可否办理 · Whether some grant has a role that acts at a level, in a region that contains the case.
 *
 * Role and region are those of one and the same grant: a county officer of one county who is a village worker of another
 * decides in the first only.
 *
 * @article 5.1
 */
export function mayAct({ grants, level, regionCode }: ActingQuestion): boolean {
  return holdsRole(grants, LEVEL_ROLES[level], regionCode);
}
