import type { KeyedDraw } from '../statistics/disclosure/cell.js';
import type { DisclosureParameters } from '../statistics/disclosure/parameters.js';
import { perturbCount, roundToBase } from '../statistics/disclosure/perturb-count.js';

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

/** Regions that are shown as fewer households are shown to no analyst. */
const LEAST_HOUSEHOLDS = 100;
/** Shares are shown by twentieths, and never whole or none, so that nobody is known to be in or out. */
const STEPS = 20;

/** 分析人员所见 · What a region's figures are perturbed by: the secret's draws and the deployment's parameters. @article 5.3 */
export interface ScoreDisclosure {
  readonly draw: KeyedDraw;
  readonly parameters: Pick<DisclosureParameters, 'base' | 'threshold' | 'noise'>;
}

/**
 * 分析人员所见 · What analysts are shown of a region: no region of fewer than 100 households; counts perturbed, rounded, and 0 where they
 * would be under the threshold; shares of two perturbed counts, to the nearest twentieth, with none and all held back.
 *
 * The same count of the same region is perturbed alike, whichever days are asked about, so that it cannot be averaged.
 *
 * @param code  of the region
 * @returns one region, or none
 * @article 5.3
 */
export function hideFromAnalysts<T extends ScoreFigures>(score: T, code: string, disclosure: ScoreDisclosure): T[] {
  const counted = (name: string, count: number): number => perturbed(`score ${code} ${name}`, count, disclosure);
  if (counted('households', score.households) < LEAST_HOUSEHOLDS) return [];
  const hidden = (name: string, value: unknown): unknown => {
    if (typeof value === 'number' && name !== 'instrumentsEnded') return shownCount(counted(name, value), disclosure);
    if (value === null || typeof value !== 'object' || !('of' in value)) return value;
    const { value: exact, of } = value as Share;
    const whole = counted(`${name} whole`, of);
    if (shownCount(whole, disclosure) === 0) return null;
    const steps = Math.round((counted(`${name} part`, Math.round(exact * of)) / whole) * STEPS);
    return { value: Math.min(Math.max(steps, 1), STEPS - 1) / STEPS, of: whole };
  };
  return [
    Object.fromEntries(Object.entries(score).map(([name, value]) => [name, hidden(name, value)])) as unknown as T,
  ];
}

function perturbed(what: string, count: number, { draw, parameters }: ScoreDisclosure): number {
  return perturbCount({ count, key: count }, (purpose, key) => draw(`${what} ${purpose}`, key), parameters);
}

function shownCount(count: number, { parameters: { base, threshold } }: ScoreDisclosure): number {
  return count < threshold ? 0 : roundToBase(count, base);
}
