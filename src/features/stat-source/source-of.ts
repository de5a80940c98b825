import type { StatSubject } from '../../domain/statistics/definition.js';
import type { ChosenSource } from '../../domain/statistics/rollup/choose-source.js';
import { rollupSource } from './rollup-source.repository.js';
import type { StatSource } from './stat-source.repository.js';
import { SOURCES } from './stat-sources.js';

/** 所选来源 · Where the units of a grouping are read: the tallies that were chosen for it, or else the register. @article none — technical */
export function sourceOf(subject: StatSubject, chosen: ChosenSource): StatSource {
  return chosen.rollup === null ? SOURCES[subject] : rollupSource(chosen.rollup, chosen.rows);
}
