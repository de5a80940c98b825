/**
 * 披露控制参数 · How far published figures are from exact ones. No text sets a number: these are this product's own
 * (national-default), chosen by the attacks of its tests; see docs/adr/0018.
 *
 * @article 5.3
 */
export interface DisclosureParameters {
  /** Counts are multiples of it. */
  readonly base: number;
  /** Counts that would be shown as less are withheld. */
  readonly threshold: number;
  /** Most that is added to or taken from a count before it is rounded. */
  readonly noise: number;
  /** Share of a sum that one unit may make up, per cent; a sum with a greater one is withheld. */
  readonly dominancePercent: number;
  /** Count from which a median is shown. */
  readonly medianFrom: number;
  /** Dimensions of a question, those that only its filter names included. */
  readonly mostDimensions: number;
  /** Cells that a question could have, by lists of values and by what is shown. */
  readonly mostCells: number;
}

/** 默认参数 · What holds where a deployment says nothing else. @article 5.3 */
export const DISCLOSURE_DEFAULTS: DisclosureParameters = {
  base: 5,
  threshold: 10,
  noise: 5,
  dominancePercent: 40,
  medianFrom: 50,
  mostDimensions: 6,
  mostCells: 50_000,
};

/**
 * 参数有误 · Why parameters would not protect; empty where they do.
 *
 * @article 5.3
 */
export function disclosureFaults(parameters: DisclosureParameters): string[] {
  const { base, threshold, noise, dominancePercent, medianFrom, mostDimensions } = parameters;
  const faults: string[] = [];
  const whole = Object.entries(parameters).filter(([, value]) => !Number.isInteger(value));
  for (const [name, value] of whole) faults.push(`${name} is a whole number; found ${value}`);
  if (base < 3) faults.push(`base is at least 3; found ${base}`);
  if (noise < 3) faults.push(`noise is at least 3; found ${noise}`);
  if (threshold < 2 * base) faults.push(`threshold is at least twice the base; found ${threshold}`);
  if (dominancePercent < 5 || dominancePercent > 60)
    faults.push(`dominancePercent is 5 to 60; found ${dominancePercent}`);
  if (medianFrom < threshold) faults.push(`medianFrom is at least the threshold; found ${medianFrom}`);
  if (mostDimensions < 1 || mostDimensions > 8) faults.push(`mostDimensions is 1 to 8; found ${mostDimensions}`);
  return faults;
}
