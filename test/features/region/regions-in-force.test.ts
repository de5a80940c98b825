import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWithin, levelOf, type RegionCode } from '../../../src/domain/kernel/region-code.js';
import { readEditionRows, regionRow } from '../../../src/features/region/division-edition.js';
import { loadRegionTree } from '../../../src/features/region/region-tree.js';
import { grantsInForce, regionsInForce } from '../../../src/features/region/regions-in-force.js';

const code = (text: string) => text as RegionCode;
const rows = [...readEditionRows()].filter((row) => /^(000000|43|51)/.test(row.code));

/** The tree of Hunan and Sichuan after some moves; an old code that the edition has no more is put in. */
function treeWith(...moves: readonly (readonly [from: string, to: string])[]) {
  const known = new Map(rows.map((row) => [row.code, row]));
  for (const [from, to] of moves) {
    const row = known.get(code(from)) ?? regionRow(code(from), from);
    known.set(row.code, { ...row, successorCode: code(to) });
  }
  return loadRegionTree([...known.values()]);
}

const holds = (tree: ReturnType<typeof treeWith>, grant: string, place: string): boolean =>
  regionsInForce(tree, code(grant)).some((region) => isWithin(code(place), region));

describe('threat 19 · regions that moved or merged', () => {
  it('are those of the code alone while nothing has moved', () => {
    const tree = treeWith();
    expect(regionsInForce(tree, code('430000'))).toEqual(['430000']);
    const grants = [{ role: 'COUNTY_OFFICER', region: '430121' } as const];
    expect(grantsInForce(tree, grants)).toBe(grants);
  });

  it('go with a county that was renumbered within its city: to the new code, and still to city and province', () => {
    const tree = treeWith(['430122', '430112']);
    expect(holds(tree, '430112', '430122101')).toBe(true);
    expect(holds(tree, '430121', '430122101')).toBe(false);
    for (const above of ['430100', '430000', '000000']) expect(holds(tree, above, '430122101'), above).toBe(true);
  });

  it('go with a county that went to another city and province, at once, and away from those it had', () => {
    const tree = treeWith(['430121', '510104']);
    for (const gains of ['510104', '510100', '510000']) expect(holds(tree, gains, '430121001001'), gains).toBe(true);
    for (const loses of ['430100', '430000']) {
      expect(holds(tree, loses, '430121001001'), loses).toBe(false);
      expect(holds(tree, loses, '430121'), loses).toBe(false);
      expect(holds(tree, loses, '430102001'), loses).toBe(true);
    }
    expect(holds(tree, '000000', '430121001001')).toBe(true);
  });

  it('leave an officer of the old region what was its own, and nothing of the larger one', () => {
    const tree = treeWith(['430121', '510104']);
    expect(holds(tree, '430121', '430121001001')).toBe(true);
    expect(holds(tree, '430121', '510104001')).toBe(false);
  });

  it('follow a chain of successors to its end, and refuse one that goes in a circle', () => {
    const tree = treeWith(['430122', '430112'], ['430112', '510104']);
    expect(holds(tree, '510100', '430122101')).toBe(true);
    expect(holds(tree, '430100', '430122101')).toBe(false);
    expect(() => treeWith(['430121', '430112'], ['430112', '430121'])).toThrow(
      /successors of 4301(21|12) go round in a circle/,
    );
  });

  it('keep a township with the old county too, until its households carry the new code', () => {
    const tree = treeWith(['430121001', '430112001']);
    expect(holds(tree, '430121', '430121001001')).toBe(true);
    expect(holds(tree, '430112', '430121001001')).toBe(true);
    expect(holds(tree, '430181', '430121001001')).toBe(false);
  });

  it('belong to one county and one province each, whatever has moved where', () => {
    const counties = rows.filter((row) => levelOf(row.code) === 'COUNTY').map((row) => row.code);
    const provinces = ['430000', '510000'];
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...counties), { minLength: 2, maxLength: 8 }),
        fc.constantFrom(...counties),
        (moved, place) => {
          const [end = '', ...gone] = moved;
          const tree = treeWith(...gone.map((from) => [from, end] as const));
          const owners = provinces.filter((province) => holds(tree, province, place));
          expect(owners).toHaveLength(1);
          const now = gone.includes(place) ? end : place;
          expect(owners[0]!.slice(0, 2)).toBe(now.slice(0, 2));
          expect(holds(tree, now, place)).toBe(true);
          const others = counties.filter((county) => county !== now && county !== place);
          expect(others.filter((county) => holds(tree, county, place))).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
