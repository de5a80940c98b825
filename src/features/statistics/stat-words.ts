/** 统计结果用语 · What the answers of all subjects say of their fields. */
export const ROWS =
  'A row for every group (统计行): the dimensions selected on it are the grouping, the measures selected are what is computed, and nothing else. Under an alias it is another grouping.';
export const SUPPRESSED =
  'How many cells the caller is not shown (未显示的单元格数) (art. 5.3): absent and withheld ones alike; 0 for whoever is shown exact figures.';
export const TRUNCATED = 'Whether some grouping has more rows than `first` (是否截断).';
