import { describe, expect, it } from 'vitest';
import { publishedFilter } from '../../../src/features/publication/published-filter.js';
import type { StatFilter } from '../../../src/features/stat-source/stat-filter.js';

const read = (where: Record<string, unknown>) =>
  publishedFilter({ subject: 'HOUSEHOLDS', where } as unknown as StatFilter, () => []);
const VILLAGE = 'the village 430121001001: townships are the smallest places';

describe('the region of a question over published figures', () => {
  it('is refused where it is a village, by itself and below `or` alike', () => {
    expect(() => read({ region: '430121001001' })).toThrow(VILLAGE);
    expect(() => read({ or: [{ region: '430121001001' }, { resettled: true }] })).toThrow(VILLAGE);
  });

  it('may be a township, and is no condition of the cells then', () => {
    expect(read({ region: '430121001' }).attributes.size).toBe(0);
    expect(read({ or: [{ region: '430121001' }] }).attributes.size).toBe(1);
  });
});
