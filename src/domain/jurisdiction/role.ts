/** 角色 · Roles of domain.md §4. @article 5.1 */
export const ROLES = [
  'RESIDENT',
  'VILLAGE_WORKER',
  'TOWNSHIP_OFFICER',
  'COUNTY_OFFICER',
  'CITY_OFFICER',
  'PROVINCE_OFFICER',
  'NATIONAL_OFFICER',
  'DEPARTMENT_CLIENT',
  'ANALYST',
  'PROVINCE_IT',
  'AUDITOR',
] as const;
export type Role = (typeof ROLES)[number];

/** 授权 · One role in one region; a token may carry several, and they add up. @article 5.1 */
export interface Grant {
  readonly role: Role;
  /** 6, 9 or 12 digits; 000000 the nation. */
  readonly region: string;
}
