import type { Relationship } from './household.js';

/** What the former head is to the new one, by what the new one was to the former. */
const FORMER_HEAD: Readonly<Record<Relationship, Relationship>> = {
  HEAD: 'HEAD',
  SPOUSE: 'SPOUSE',
  CHILD: 'PARENT',
  CHILD_IN_LAW: 'PARENT_IN_LAW',
  GRANDCHILD: 'GRANDPARENT',
  PARENT: 'CHILD',
  PARENT_IN_LAW: 'CHILD_IN_LAW',
  GRANDPARENT: 'GRANDCHILD',
  SIBLING: 'SIBLING',
  OTHER: 'OTHER',
};

/** What the former head's spouse is to the new head. */
const FORMER_SPOUSE: Readonly<Record<Relationship, Relationship>> = {
  HEAD: 'SPOUSE',
  SPOUSE: 'SPOUSE',
  CHILD: 'PARENT',
  CHILD_IN_LAW: 'PARENT_IN_LAW',
  GRANDCHILD: 'GRANDPARENT',
  PARENT: 'CHILD_IN_LAW',
  PARENT_IN_LAW: 'CHILD',
  GRANDPARENT: 'OTHER',
  SIBLING: 'OTHER',
  OTHER: 'OTHER',
};

/**
 * 户主变更 · What another member becomes when a member is made head: the former head and the spouse are turned round, since
 * both would be wrong at once; everybody else stays as entered.
 *
 * @param other  what the other member was to the former head
 * @param newHead  what the new head was to the former
 * @article 2.1
 * @example relationshipAfterChangeOfHead('HEAD', 'CHILD') // 'PARENT'
 */
export function relationshipAfterChangeOfHead(other: Relationship, newHead: Relationship): Relationship {
  if (other === 'HEAD') return FORMER_HEAD[newHead];
  return other === 'SPOUSE' ? FORMER_SPOUSE[newHead] : other;
}
