import { describe, expect, it } from 'vitest';
import { relationshipAfterChangeOfHead } from '../../../src/domain/household/change-of-head.js';
import { RELATIONSHIPS } from '../../../src/domain/household/household.js';

describe('relationshipAfterChangeOfHead', () => {
  it.each([
    ['SPOUSE', 'SPOUSE'],
    ['CHILD', 'PARENT'],
    ['GRANDCHILD', 'GRANDPARENT'],
    ['PARENT', 'CHILD'],
    ['SIBLING', 'SIBLING'],
  ] as const)('when the %s becomes head, the former head is %s', (newHead, former) => {
    expect(relationshipAfterChangeOfHead('HEAD', newHead)).toBe(former);
  });

  it('turns the former head back to what the new one was, when the new one is turned back', () => {
    for (const relationship of RELATIONSHIPS)
      expect(relationshipAfterChangeOfHead('HEAD', relationshipAfterChangeOfHead('HEAD', relationship))).toBe(
        relationship,
      );
  });

  it('makes the mother a parent of the son who becomes head, and leaves a grandmother as she was entered', () => {
    expect(relationshipAfterChangeOfHead('SPOUSE', 'CHILD')).toBe('PARENT');
    expect(relationshipAfterChangeOfHead('PARENT', 'CHILD')).toBe('PARENT');
  });
});
