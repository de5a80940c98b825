import { AGGREGATES } from '../jurisdiction/role-groups.js';
import type { Role } from '../jurisdiction/role.js';
import { faultOfText } from '../kernel/entered-text.js';
import { type Refusal, refuse } from '../kernel/verdict.js';

/** 分组文字 · What a segment says of itself; the English beside the Chinese may be left out. */
export interface SegmentWords {
  readonly name: string;
  readonly nameEn: string | null;
  readonly definition: string;
  readonly definitionEn: string | null;
}

const LONGEST = { name: 60, nameEn: 100, definition: 500, definitionEn: 500 } as const;
const LONGEST_KEY = 60;
const KEY = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
/** Seven digits in a row are a telephone or an identity number, or a household's: no group of households is told by one. */
const A_NUMBER = /\d{7}/;

/**
 * 分组代码审查 · A key is short, in lower case, and no number of anybody.
 *
 * @article 5.3
 */
export function checkSegmentKey(key: string): Refusal[] {
  if (key.length <= LONGEST_KEY && KEY.test(key) && !A_NUMBER.test(key)) return [];
  const right = `letters, digits and hyphens in lower case, beginning with a letter, ${LONGEST_KEY} at most and no long number, e.g. resettled-without-work`;
  return [refuse('BAD_VALUE', `the key is no such key: give ${right}`, ['key'], '5.3')];
}

/**
 * 分组文字审查 · A segment has a name and a sentence that defines it; neither names anybody by a number. What is not given is not
 * looked at.
 *
 * @article 5.3
 */
export function checkSegmentWords(words: Partial<SegmentWords>): Refusal[] {
  return Object.entries(LONGEST).flatMap(([field, longest]) => {
    const text = words[field as keyof SegmentWords];
    if (text === null || text === undefined) return [];
    const fault = faultOfText(text, longest) ?? (A_NUMBER.test(text) ? 'holds a long number' : null);
    if (fault === null) return [];
    return [refuse('BAD_VALUE', `the text ${fault}: say which group is meant, and name nobody`, [field], '5.3')];
  });
}

/**
 * 使用角色审查 · A segment is for some of the roles that are shown figures.
 *
 * @article 5.3
 */
export function checkSegmentRoles(roles: readonly Role[]): Refusal[] {
  const others = roles.filter((role) => !AGGREGATES.includes(role));
  if (roles.length > 0 && others.length === 0) return [];
  const found = roles.length === 0 ? 'none is named' : `${others.join(', ')} may not read figures`;
  return [refuse('BAD_VALUE', `${found}: name some of ${AGGREGATES.join(', ')}`, ['roles'], '5.3')];
}

/** 使用角色 · Roles in the order of the list of roles, each once. @article none — technical */
export function rolesInOrder(roles: readonly Role[]): Role[] {
  return AGGREGATES.filter((role) => roles.includes(role));
}
