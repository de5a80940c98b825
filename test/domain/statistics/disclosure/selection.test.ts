import { describe, expect, it } from 'vitest';
import { attributesOf, type CellSelection } from '../../../../src/domain/statistics/disclosure/selection.js';
import { among } from './an-analyst.js';

const [a, b] = [among('status', ['A']), among('size', [1, 2])];

describe('attributesOf', () => {
  it('names what a selection depends on, and not what always or never holds', () => {
    expect(attributesOf({ all: [] })).toEqual([]);
    expect(attributesOf({ all: [a, b] })).toEqual(['size', 'status']);
    expect(attributesOf({ any: [a, { not: a }] })).toEqual([]);
    expect(attributesOf({ all: [a, { any: [b, { not: b }] }] })).toEqual(['status']);
    expect(attributesOf({ all: [a, { not: a }, b] })).toEqual([]);
    expect(attributesOf({ any: [{ all: [a, b] }, { all: [a, { not: b }] }] })).toEqual(['status']);
  });

  it('does not answer for a selection of more than 20,000 combinations', () => {
    const wide = (name: string): CellSelection =>
      among(
        name,
        Array.from({ length: 149 }, (_, at) => at),
      );
    expect(attributesOf(wide('x'))).toEqual(['x']);
    expect(attributesOf({ all: [wide('x'), wide('y')] })).toBeNull();
  });
});
