import { describe, expect, it } from 'vitest';
import { tTail, tWidth } from '../../../src/domain/regional-risk/student-t.js';

/** Of the printed tables: degrees of freedom, chance, width. */
const TABLE = [
  [1, 0.025, 12.706],
  [2, 0.025, 4.303],
  [3, 0.005, 5.841],
  [10, 0.025, 2.228],
  [10, 0.001, 4.144],
  [11, 0.001, 4.025],
  [21, 0.001, 3.527],
  [30, 0.005, 2.75],
] as const;

describe('the t distribution', () => {
  it.each(TABLE)(
    'with %i degrees of freedom exceeds a width with a chance of %f at %f, as the tables print it',
    (degrees, chance, width) => {
      expect(tTail(width, degrees)).toBeCloseTo(chance, 4);
      expect(tWidth(chance, degrees)).toBeCloseTo(width, 3);
    },
  );
});
