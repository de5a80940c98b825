/** 评分数值 · The figures of one region; shares between 0 and 1, null where there is nothing to take a share of. @article 5.3 */
export interface ScoreFigures {
  readonly households: number;
  readonly monitored: number;
  readonly identifiedOnTime: Share | null;
  readonly supportedOnTime: Share | null;
  readonly alertsVerifiedOnTime: Share | null;
  readonly inspectionCoverage: Share | null;
  readonly noticeCompliance: Share | null;
  readonly relapseRate: Share | null;
  readonly dataQualityFlags: number;
  readonly responsibility: Share | null;
  readonly helped: Share | null;
  readonly supervised: Share | null;
  readonly policyExplained: Share | null;
  readonly instrumentsEnded: number;
  readonly inspectionCampaign: boolean | null;
}

/** 比率 · A share and what it is a share of. @article 5.3 */
export interface Share {
  readonly value: number;
  readonly of: number;
}

/** 比率 · A share of a number; null of none. @article 5.3 @example share(1, 4) // { value: 0.25, of: 4 } */
export function share(part: number | undefined, whole: number | undefined): Share | null {
  return part === undefined || whole === undefined || whole === 0 ? null : { value: part / whole, of: whole };
}
