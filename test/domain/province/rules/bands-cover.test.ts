import { describe, expect, it } from 'vitest';
import type { BandDefinition } from '../../../../src/domain/province/monitoring-band.js';
import { checkBandsCover } from '../../../../src/domain/province/rules/bands-cover.js';

const band = (code: string, rank: number, from: number | null, to: number | null): BandDefinition => ({
  code,
  name: { zh: code, en: code },
  rank,
  fromPercentOfLine: from,
  toPercentOfLine: to,
  response: 'WATCH',
});
const three = [band('under', 1, null, 100), band('near', 2, 100, 150), band('over', 3, 150, null)];

describe('checkBandsCover', () => {
  const codes = (...bands: BandDefinition[]) => checkBandsCover(bands).map(({ code }) => code);

  it('takes three bands that meet, in any order', () => {
    expect(codes(...three)).toEqual([]);
    expect(codes(...[...three].reverse())).toEqual([]);
  });

  it('names a gap of 1 % and an overlap of 1 %', () => {
    expect(codes(band('under', 1, null, 99), band('over', 2, 100, null))).toEqual(['bands-gap']);
    expect(codes(band('under', 1, null, 101), band('over', 2, 100, null))).toEqual(['bands-overlap']);
  });

  it('names both closed ends, a rank given twice, and no bands at all', () => {
    expect(codes(band('only', 1, 0, 100))).toEqual(['bands-gap', 'bands-gap']);
    expect(codes(band('under', 1, null, 100), band('over', 1, 100, null))).toEqual(['bands-rank']);
    expect(codes()).toEqual(['no-bands']);
  });

  it('names two bands of which neither ends as an overlap', () => {
    expect(codes(band('all', 1, null, null), band('more', 2, null, null))).toContain('bands-overlap');
  });
});
