import { describe, expect, it } from 'vitest';
import { BASELINE, PROVINCES } from '../../provinces/index.js';
import { validateBaseline, validateProvince } from '../../src/province-sdk/index.js';

describe('the modules in the tree', () => {
  it('finds no fault in the national baseline', () => {
    expect(validateBaseline(BASELINE)).toEqual([]);
  });

  it.each(PROVINCES.map((module) => [module.name.zh, module] as const))('finds no fault in %s', (_, module) => {
    expect(validateProvince(module, BASELINE)).toEqual([]);
  });
});
