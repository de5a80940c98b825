import type { Reason } from '../../kernel/verdict.js';
import type { BandDefinition } from '../monitoring-band.js';

/**
 * 分档连续 · Bands in the order of their rank cover every income once: no gap, no overlap, open at both ends.
 *
 * @returns every fault; empty where they cover
 * @article 2.2
 */
export function checkBandsCover(bands: readonly BandDefinition[]): Reason[] {
  const ranked = [...bands].sort((a, b) => a.rank - b.rank);
  const reasons: Reason[] = [];
  const say = (code: string, message: string): void => {
    reasons.push({ code, message, article: '2.2', evidence: { bands: ranked.map((band) => band.code) } });
  };
  const [first, last] = [ranked[0], ranked.at(-1)];
  if (first === undefined || last === undefined) {
    say('no-bands', 'there is no band');
    return reasons;
  }
  if (first.fromPercentOfLine !== null) say('bands-gap', `incomes under the lowest band "${first.code}" have no band`);
  if (last.toPercentOfLine !== null) say('bands-gap', `incomes over the highest band "${last.code}" have no band`);
  for (const [index, band] of ranked.slice(1).entries()) {
    const below = ranked[index] as BandDefinition;
    if (below.rank === band.rank)
      say('bands-rank', `"${below.code}" and "${band.code}" have the same rank ${band.rank}`);
    if (below.toPercentOfLine === band.fromPercentOfLine && band.fromPercentOfLine !== null) continue;
    const ends = `"${below.code}" ends at ${below.toPercentOfLine ?? 'no'} %, "${band.code}" begins at ${band.fromPercentOfLine ?? 'no'} %`;
    const gap =
      (below.toPercentOfLine ?? Number.POSITIVE_INFINITY) < (band.fromPercentOfLine ?? Number.NEGATIVE_INFINITY);
    say(gap ? 'bands-gap' : 'bands-overlap', `${ends} of the line`);
  }
  return reasons;
}
