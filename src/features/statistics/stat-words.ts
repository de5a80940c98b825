/** 统计结果用语 · What the answers of all subjects say of their fields. */
export const ROWS =
  'A row for every group (统计行): the dimensions selected on it are the grouping, the measures selected are what is computed, and nothing else. Under an alias it is another grouping.';
export const SUPPRESSED =
  'How many cells the caller is not shown (未显示的单元格数) (art. 5.3): absent and withheld ones alike; 0 for whoever is shown exact figures.';
export const TRUNCATED = 'Whether some grouping has more rows than `first` (是否截断).';
export const TOTAL_OVER =
  'Response keys of the dimensions that the row puts together (合计的维度): empty for a row of a group, all of them for the total. A dimension that is named here is null because it is put together, and not because units have no value.';
export const SHARE =
  "The row's part of what the rows of the dimensions in `over` come to together (占比) (art. 5.2), to six decimals: 0.25 for a quarter; whatever `having` and `first` leave out belongs to the whole. Null where the whole is 0. Refused for a measure whose rows do not add up over one of them; `statDefinitions.notSummedOver` lists them.";
export const CHANGE =
  'By how much a measure differs from an earlier period or day (变动) (art. 5.2). A period that is not over is compared as it stands; only what the filter picks is counted, then as well.';

/** 规则日期参数 · Description of the argument. @article 2.2 */
export const RULES_AS_OF =
  'The day whose rules are followed (规则日期): the lines and bands in force then; those of `asOf` unless told. They decide the band of an income and who is within the monitoring range; whatever asks for neither is the same under any rules, deadlines among it, which are kept as they were set. A day that has not come is refused, and so is any day for published figures.';

/** 统计日期参数 · Description of the argument. @article 5.2 */
export const AS_OF =
  'The day as of which it is counted (统计日期); today unless told. A past day is told from the events of cases, the windows of income and the checks by then, under the rules in force then unless `rulesAsOf` says of which other day; risks, open cases and households that the filter of a past day asks about are those of now.';
