import type { RegionCode } from '../../domain/kernel/region-code.js';

/** 同规则的县 · Counties, and the rules that hold in all of them. @article none — technical */
export interface AlikeCounties<T> {
  readonly counties: readonly string[];
  readonly rules: T;
}

/**
 * 归并同规则的县 · Puts counties together in which the same rules hold, so that what follows from the rules is told once for all of them.
 *
 * @param rulesOf  what is compared, as JSON
 * @returns in the order in which the rules are met first
 * @article none — technical
 */
export function alikeCounties<T>(counties: readonly string[], rulesOf: (county: RegionCode) => T): AlikeCounties<T>[] {
  const alike = new Map<string, { readonly counties: string[]; readonly rules: T }>();
  for (const county of counties) {
    const rules = rulesOf(county as RegionCode);
    const key = JSON.stringify(rules);
    const known = alike.get(key);
    if (known === undefined) alike.set(key, { counties: [county], rules });
    else known.counties.push(county);
  }
  return [...alike.values()];
}
