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

/** Fewer households than this are shown to no analyst; of fewer units no share. */
const LEAST_HOUSEHOLDS = 100;
const LEAST_UNITS = 10;
const ROUNDED_TO = 5;
/** Shares are shown by twentieths, and never whole or none, so that nobody is known to be in or out. */
const STEPS = 20;

/**
 * 分析人员所见 · What analysts are shown of a region: nothing of fewer than 100 households, no share of fewer than 10, counts to the
 * nearest 5, shares to the nearest twentieth with none and all held back. Cautious, for as long as they have no better.
 *
 * @returns one region, or none
 * @article 5.3
 */
export function hideFromAnalysts<T extends ScoreFigures>(score: T): T[] {
  if (score.households < LEAST_HOUSEHOLDS) return [];
  const entries = Object.entries(score).map(([name, value]) => [name, hidden(name, value)]);
  return [Object.fromEntries(entries) as T];
}

function hidden(name: string, value: unknown): unknown {
  if (typeof value === 'number' && name !== 'instrumentsEnded') return Math.round(value / ROUNDED_TO) * ROUNDED_TO;
  if (value === null || typeof value !== 'object' || !('of' in value)) return value;
  const { value: exact, of } = value as Share;
  if (of < LEAST_UNITS) return null;
  const rounded = Math.round(exact * STEPS);
  return { value: Math.min(Math.max(rounded, 1), STEPS - 1) / STEPS, of };
}
