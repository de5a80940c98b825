import { PAST_SUBJECTS, type StatSubject } from '../definition.js';

/** 推算指标定义 · A field of a row that is reckoned from its dimensions and measures, and counted of no unit. @article none — technical */
export interface DerivedDefinition {
  readonly name: string;
  readonly term: { readonly zh: string; readonly en: string };
  readonly how: string;
  readonly article: string;
}

const SHARE =
  "The row's figure of a measure divided by the sum of that figure over the rows of the dimensions in `over`, all of the grouping where it is left out; to six decimals. Rows that `having` and `first` leave out belong to the sum. Refused over what `notSummedOver` of the measure names. An analyst's is of the rows that are shown.";
const TOTAL_OVER =
  "The dimensions that a row of `withTotals` puts together, by their response keys. Totals are counted anew of the units for each beginning of the list of dimensions, down to none, so that medians and different households are right in them; `having` and `first` leave them alone. An analyst's are what is shown where fewer dimensions are asked for.";
const BETWEEN_PERIODS =
  "The row's figure of a measure less the same row's figure of the period before, or of the same period a year earlier (`against`), along the one dimension of time that is selected; and that in parts of the earlier figure.";
const BETWEEN_DAYS = ' Or less the figure as of an earlier day (`since`), told as `asOf` of that day tells it.';
const PUBLISHED = ' An analyst is told of periods that are shown, of the newest publication alone.';

/**
 * 推算指标 · What can be selected on the rows of a subject beside dimensions and measures.
 *
 * @article 5.2
 */
export function derivedOf(subject: StatSubject): readonly DerivedDefinition[] {
  const since = PAST_SUBJECTS.includes(subject) ? BETWEEN_DAYS : '';
  return [
    { name: 'share', term: { zh: '占比', en: 'Share' }, how: SHARE, article: '5.2' },
    {
      name: 'change',
      term: { zh: '变动', en: 'Change' },
      how: `${BETWEEN_PERIODS}${since}${PUBLISHED}`,
      article: '5.2',
    },
    { name: 'totalOver', term: { zh: '合计', en: 'Total over' }, how: TOTAL_OVER, article: '5.2' },
  ];
}
