import { type RegionCode, readRegionCode, subtreePrefix } from '../kernel/region-code.js';
import type { Grant, Role } from './role.js';

/** 授权区域 · The region of a grant, or null where its code is none: a faulty grant reaches nothing. @article 5.1 */
export function regionOf(grant: Grant): RegionCode | null {
  const code = readRegionCode(grant.region);
  return typeof code === 'string' ? code : null;
}

/**
 * 可及范围 · The digits that every region code within reach starts with; grants add up, and one inside another is dropped.
 *
 * @param roles  the roles that count, e.g. those that an operation allows
 * @returns no prefix: nothing is in reach · the empty prefix: the whole nation
 * @article 5.1
 * @example scopesOf([{ role: 'COUNTY_OFFICER', region: '430121' }], ['COUNTY_OFFICER']) // ['430121']
 */
export function scopesOf(grants: readonly Grant[], roles: readonly Role[]): string[] {
  const prefixes = new Set<string>();
  for (const grant of grants) {
    const region = roles.includes(grant.role) ? regionOf(grant) : null;
    if (region !== null) prefixes.add(subtreePrefix(region));
  }
  const all = [...prefixes].sort();
  return all.filter((prefix) => !all.some((other) => other !== prefix && prefix.startsWith(other)));
}

/** 在范围内 · Whether a region lies within the prefixes; agrees with a filter by `startsWith`. @article 5.1 */
export function isInScope(scopes: readonly string[], region: RegionCode): boolean {
  return scopes.some((prefix) => region.startsWith(prefix));
}
