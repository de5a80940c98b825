import { describe, expect, it } from 'vitest';
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

describe('hideFromAnalysts', () => {
  it('shows a region of 100 households and none of 99', () => {
    expect(hideFromAnalysts(SCORE)).toHaveLength(1);
    expect(hideFromAnalysts({ ...SCORE, households: 99 })).toEqual([]);
  });

  it('rounds counts to 5, holds a share of 9 back, and shows neither none nor all', () => {
    expect(hideFromAnalysts(SCORE)[0]).toMatchObject({
      monitored: 10,
      dataQualityFlags: 5,
      identifiedOnTime: { value: 0.95 },
      supportedOnTime: null,
      inspectionCoverage: { value: 0.05 },
      noticeCompliance: { value: 0.5 },
      instrumentsEnded: 1,
    });
  });
});
