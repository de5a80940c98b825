import type { RegionCode } from '../../src/domain/kernel/region-code.js';
import type { Department } from '../../src/domain/support/policy-instrument.js';
import type { Neighbour } from './roster.js';
import type { Person } from './stage.js';

/** 乡镇干部 · The officer of a household's township, who works in its villages too. */
export const townshipOf = ({ township }: Pick<Neighbour, 'township'>): Person => ({
  role: 'TOWNSHIP_OFFICER',
  region: township,
  subject: `township-${township}`,
});

/** 县级干部 · The officer of a county who decides. */
export const countyOffice = (county: RegionCode): Person => ({
  role: 'COUNTY_OFFICER',
  region: county,
  subject: `county-${county}`,
});

/** 省级干部 */
export const provinceOffice = (province: RegionCode): Person => ({
  role: 'PROVINCE_OFFICER',
  region: province,
  subject: `province-${province}`,
});

/** 部门系统 · A department's system in a province or county. */
export const bureau = (region: RegionCode, department: Department): Person => ({
  role: 'DEPARTMENT_CLIENT',
  region,
  department,
  subject: `${department.toLowerCase()}-${region}`,
});

/** 农户本人 · Somebody of the household. */
export const resident = ({ region, number }: Pick<Neighbour, 'region' | 'number'>): Person => ({
  role: 'RESIDENT',
  region,
  household: number,
  subject: `resident-${number}`,
});
