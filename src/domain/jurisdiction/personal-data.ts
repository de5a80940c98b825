import type { Role } from './role.js';

/**
 * 可查看个人信息的角色 · Roles that may read a name, an ID number or a phone number unmasked, in their region and with a
 * purpose: those who deal with the household itself. Residents read their own household's.
 *
 * @article 5.1
 */
export const UNMASKING_ROLES: readonly Role[] = ['VILLAGE_WORKER', 'TOWNSHIP_OFFICER', 'COUNTY_OFFICER', 'RESIDENT'];

/**
 * 可查看住址的角色 · Offices that are shown addresses and notes in words: those that deal with the household, and who answers
 * for its city or province. The nation, auditors and departments read them masked.
 *
 * @article 5.1
 */
export const ADDRESS_OFFICES: readonly Role[] = [
  'VILLAGE_WORKER',
  'TOWNSHIP_OFFICER',
  'COUNTY_OFFICER',
  'CITY_OFFICER',
  'PROVINCE_OFFICER',
];

/**
 * 可查看区域研判文字的角色 · Who is shown what people wrote of a region at risk: evidence, notes, conclusions. They tell of a region and
 * of no household, so that the nation, which reads everything, reads them; auditors read what was done, by whom and when, and figures.
 *
 * @article 5.1
 */
export const REGIONAL_WORDS_READERS: readonly Role[] = [...ADDRESS_OFFICES, 'NATIONAL_OFFICER'];

/** 不予显示 · Shown in place of words that a caller may not read. @article 5.1 */
export const WITHHELD = '***';

/** 每次查看上限 · Households whose personal data one request may show unmasked. @article 5.3 */
export const UNMASKED_HOUSEHOLDS = 20;
