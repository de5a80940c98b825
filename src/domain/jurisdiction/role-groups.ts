import { ROLES, type Role } from './role.js';

/** 可调用者 · Roles that may call an operation or read a field; `open` needs no token. @article 5.1 */
export type OperationRoles = readonly Role[] | 'open';

/** 办理角色 · Who deals with households: villages, and the levels above them that do the same and more. @article 5.1 */
export const VILLAGE_UP: readonly Role[] = ['VILLAGE_WORKER', 'TOWNSHIP_OFFICER', 'COUNTY_OFFICER'];
export const TOWNSHIP_UP: readonly Role[] = ['TOWNSHIP_OFFICER', 'COUNTY_OFFICER'];
export const COUNTY: readonly Role[] = ['COUNTY_OFFICER'];
/** 县以上 · Those who answer for a region above the county. @article 5.1 */
export const ABOVE: readonly Role[] = ['CITY_OFFICER', 'PROVINCE_OFFICER'];
export const OFFICES: readonly Role[] = [...VILLAGE_UP, ...ABOVE];
/** 查阅角色 · Who reads the register: every office, and the nation. @article 5.1 */
export const READERS: readonly Role[] = [...OFFICES, 'NATIONAL_OFFICER'];
/** 统计角色 · Who is shown figures. @article 5.1 */
export const AGGREGATES: readonly Role[] = [...READERS, 'ANALYST', 'AUDITOR'];
/** 定义分组者 · Who keeps named segments of the own region: they tell of no household. @article 5.2 */
export const SEGMENT_MAKERS: readonly Role[] = [...COUNTY, ...ABOVE, 'NATIONAL_OFFICER'];
/** 已登录 · Whoever has a token. @article 5.1 */
export const SIGNED_IN: readonly Role[] = ROLES;
