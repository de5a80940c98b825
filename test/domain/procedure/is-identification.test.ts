import { expect, it } from 'vitest';
import { isIdentification } from '../../../src/domain/procedure/is-identification.js';

it('is so for identification, help first or not, and for no other procedure', () => {
  const kinds = ['IDENTIFICATION', 'EMERGENCY_IDENTIFICATION', 'SUPPORT', 'ELIMINATION'] as const;
  expect(kinds.map((kind) => isIdentification({ kind }))).toEqual([true, true, false, false]);
});
