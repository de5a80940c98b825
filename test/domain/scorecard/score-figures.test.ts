import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { KeyedDraw } from '../../../src/domain/statistics/disclosure/cell.js';
import { DISCLOSURE_DEFAULTS } from '../../../src/domain/statistics/disclosure/parameters.js';
import { hideFromAnalysts, type ScoreFigures, share } from '../../../src/domain/scorecard/score-figures.js';

const SCORE: ScoreFigures = {
  households: 100,
  monitored: 12,
  identifiedOnTime: { value: 1, of: 10 },
  supportedOnTime: { value: 0.5, of: 9 },
  alertsVerifiedOnTime: null,
  inspectionCoverage: { value: 0, of: 100 },
  noticeCompliance: { value: 0.52, of: 50 },
  relapseRate: null,
  dataQualityFlags: 3,
  responsibility: null,
  helped: null,
  supervised: null,
  policyExplained: null,
  instrumentsEnded: 1,
  inspectionCampaign: false,
};

describe('share', () => {
  it('is a quarter for 1 of 4, and nothing for none of none', () => {
    expect(share(1, 4)).toEqual({ value: 0.25, of: 4 });
    expect(share(0, 0)).toBeNull();
    expect(share(undefined, 4)).toBeNull();
  });
});

const draw: KeyedDraw = (purpose, key) =>
  createHmac('sha256', 'test').update(`${purpose}|${key}`).digest().readUIntBE(0, 6) / 2 ** 48;
const disclosure = { draw, parameters: DISCLOSURE_DEFAULTS };
const codes = Array.from({ length: 200 }, (_, at) => String(430_000 + at));

describe('hideFromAnalysts', () => {
  it('shows a region of 106 households and none of 94, and of those between by the noise', () => {
    const shown = (households: number): number =>
      codes.filter((code) => hideFromAnalysts({ ...SCORE, households }, code, disclosure).length > 0).length;
    expect([shown(106), shown(94)]).toEqual([codes.length, 0]);
    expect(shown(100)).toBeGreaterThan(60);
    expect(shown(100)).toBeLessThan(140);
  });

  it('shows four as none, and counts in fives from ten on, alike for one region whatever else is asked', () => {
    for (const code of codes) {
      const [score] = hideFromAnalysts(
        { ...SCORE, households: 400, monitored: 12, dataQualityFlags: 4 },
        code,
        disclosure,
      );
      expect(score!.dataQualityFlags).toBe(0);
      expect([0, 10, 15]).toContain(score!.monitored);
      expect(score).toMatchObject({ instrumentsEnded: 1, inspectionCampaign: false });
      const [later] = hideFromAnalysts({ ...SCORE, households: 500, monitored: 12 }, code, disclosure);
      expect(later!.monitored).toBe(score!.monitored);
    }
    const told = new Set(
      codes.map((code) => hideFromAnalysts({ ...SCORE, households: 400 }, code, disclosure)[0]!.monitored),
    );
    expect(told.size).toBeGreaterThan(1);
  });

  it('shows no share of four, neither none nor all, and does not tell 3 of 12 from 4 of 12', () => {
    const of = (value: number, whole: number, code: string): number | null =>
      hideFromAnalysts({ ...SCORE, households: 400, supportedOnTime: { value, of: whole } }, code, disclosure)[0]!
        .supportedOnTime?.value ?? null;
    for (const code of codes) {
      expect(of(0.5, 4, code)).toBeNull();
      for (const value of [0, 1]) expect([null, 0, 1]).not.toContain(of(value, 100, code));
    }
    const right = codes.filter((code) => of(3 / 12, 12, code) === 0.25 && of(4 / 12, 12, code) !== 0.25).length;
    expect(right).toBeLessThan(codes.length / 5);
  });
});
