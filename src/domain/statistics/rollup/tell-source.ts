import type { ChosenSource } from './choose-source.js';

const WHOSE = { COUNTY: 'each county', PROVINCE: 'each province' } as const;

/**
 * 来源说明 · Why a grouping is read where it is, in words that go on "read from there because".
 *
 * @article 5.2
 */
export function tellSource(chosen: ChosenSource): string {
  if (chosen.rollup === null) return chosen.because;
  return `the rollup ${chosen.rollup.name} has all of it, kept for ${WHOSE[chosen.rows]}`;
}
