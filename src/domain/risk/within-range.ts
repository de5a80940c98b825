import type { Judged, RangeAnswer } from '../judgement/judgement-answer.js';

/**
 * R04 监测范围 · Whether a household lies within the range: under the line, or brought in by a function of the province.
 *
 * A function never keeps a household out that the line lets in (R08). Where the line does not let it in and a function gave no
 * answer, or could not say, nothing is known: null.
 *
 * @param underLine  null where income or line is missing
 * @article 2.2
 */
export function withinRange(underLine: boolean | null, judged: readonly Judged<RangeAnswer>[]): boolean | null {
  if (underLine === true || judged.some(({ answer }) => answer?.within === true)) return true;
  return judged.every(({ answer }) => answer?.within === false) ? underLine : null;
}
