/** 评分指标 · Figures of a scorecard behind which there are records. @article 5.3 */
export const SCORECARD_FIGURES = [
  'HOUSEHOLDS',
  'MONITORED',
  'IDENTIFIED_ON_TIME',
  'SUPPORTED_ON_TIME',
  'ALERTS_VERIFIED_ON_TIME',
  'INSPECTION_COVERAGE',
  'NOTICE_COMPLIANCE',
  'RELAPSE_RATE',
  'DATA_QUALITY_FLAGS',
  'RESPONSIBILITY',
  'HELPED',
  'SUPERVISED',
  'POLICY_EXPLAINED',
] as const;
/** 评分指标 · One figure of a scorecard. @article 5.3 */
export type ScorecardFigure = (typeof SCORECARD_FIGURES)[number];

const NUMBERS: readonly ScorecardFigure[] = ['HOUSEHOLDS', 'MONITORED', 'DATA_QUALITY_FLAGS'];

/**
 * 是否比率 · Whether a figure is a share, of whose records some meet what it asks; the others are numbers of records.
 *
 * @article 5.3
 * @example isShareFigure('RELAPSE_RATE') // true
 */
export function isShareFigure(figure: ScorecardFigure): boolean {
  return !NUMBERS.includes(figure);
}
