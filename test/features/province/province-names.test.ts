import { expect, it } from 'vitest';
import { CORPS, configurationKeyOf, NATION } from '../../../src/domain/kernel/region-code.js';
import { PROVINCE_CODES, PROVINCE_NAMES } from '../../../src/features/province/province-names.js';
import { readEditionRows } from '../../../src/features/region/division-edition.js';
import { loadRegionTree } from '../../../src/features/region/region-tree.js';

const tree = loadRegionTree(readEditionRows());
const BEYOND = ['710000', '810000', '820000'];

it('lists the 34 provinces of the divisions but Taiwan, Hong Kong and Macau, and the Corps', () => {
  const provinces = tree.childrenOf(NATION).map(({ code }) => code);
  expect(provinces).toHaveLength(34);
  expect(PROVINCE_CODES).toEqual([...provinces.filter((code) => !BEYOND.includes(code)), CORPS].sort());
});

it('names each as the divisions do', () => {
  for (const [code, { zh }] of PROVINCE_NAMES)
    if (code !== CORPS) expect(zh).toBe(tree.find(code as typeof CORPS)?.name);
});

it('has a configuration for every region of the divisions but those of the three', () => {
  const keys = new Set([...tree.rows()].map(({ code }) => configurationKeyOf(code)));
  expect([...keys].filter((key) => key !== null && !PROVINCE_CODES.includes(key)).sort()).toEqual(BEYOND);
});
