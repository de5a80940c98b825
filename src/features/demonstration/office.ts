import { ROLE_OF_LEVEL } from '../../domain/jurisdiction/level-roles.js';
import type { Role } from '../../domain/jurisdiction/role.js';
import { DIGITS_OF_LEVEL, type RegionCode, type RegionLevel } from '../../domain/kernel/region-code.js';

/** 经办 · Who enters an act: a login and its role. @article 5.1 */
export interface Office {
  readonly actor: string;
  readonly role: Role;
}

/**
 * 本级经办 · The made-up officer of a level for a household's region, e.g. `demo-township-430121104`.
 *
 * @article 5.1
 */
export function officeOf(level: RegionLevel, region: RegionCode): Office {
  const code = region.slice(0, DIGITS_OF_LEVEL[level]);
  return { actor: `demo-${level.toLowerCase()}-${code}`, role: ROLE_OF_LEVEL[level] ?? 'COUNTY_OFFICER' };
}
