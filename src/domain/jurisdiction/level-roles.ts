import type { RegionLevel } from '../kernel/region-code.js';
import type { Role } from './role.js';

/**
 * 层级与角色 · Whose steps are whose: the roles that may complete a step of each level.
 *
 * Townships do what villages do, counties what both do (§4 of the domain: “the above”); nobody acts above the own level.
 * Cities and provinces act only where a procedure has a step of theirs; the nation has none.
 *
 * @article 5.1
 */
export const LEVEL_ROLES: Readonly<Record<RegionLevel, readonly Role[]>> = {
  VILLAGE: ['VILLAGE_WORKER', 'TOWNSHIP_OFFICER', 'COUNTY_OFFICER'],
  TOWNSHIP: ['TOWNSHIP_OFFICER', 'COUNTY_OFFICER'],
  COUNTY: ['COUNTY_OFFICER'],
  CITY: ['CITY_OFFICER'],
  PROVINCE: ['PROVINCE_OFFICER'],
  NATION: [],
};

/**
 * 本级角色 · The role that works at a level, for which its steps wait in the worklist.
 *
 * @article 5.1
 */
export const ROLE_OF_LEVEL: Readonly<Record<RegionLevel, Role | null>> = {
  VILLAGE: 'VILLAGE_WORKER',
  TOWNSHIP: 'TOWNSHIP_OFFICER',
  COUNTY: 'COUNTY_OFFICER',
  CITY: 'CITY_OFFICER',
  PROVINCE: 'PROVINCE_OFFICER',
  NATION: null,
};
