import { describe, expect, it } from 'vitest';
import { sourcesOf } from '../../../src/domain/province/sources-of.js';
import { HUNAN } from '../risk/rules-in-force.js';

describe('sourcesOf', () => {
  it('lists every source of Hunan once, inherited ones included, sorted by id', () => {
    const ids = sourcesOf(HUNAN.config).map(({ id }) => id);
    expect(ids).toContain('hunan-line-2023');
    expect(ids).toContain('central-2021-7');
    expect(ids).toEqual([...new Set(ids)].sort());
  });
});
