/** 统计对象 · What is counted: households, cases, measures, department alerts. @article 5.2 */
export const STAT_SUBJECTS = ['HOUSEHOLDS', 'CASES', 'MEASURES', 'ALERTS'] as const;
export type StatSubject = (typeof STAT_SUBJECTS)[number];

/** 可回溯的对象 · Subjects that are told as of a past day: their events and days say how they stood. @article 5.2 */
export const PAST_SUBJECTS: readonly StatSubject[] = ['HOUSEHOLDS', 'CASES'];

/** 时间分段 · How days are put together. @article none — technical */
export const TIME_BUCKETS = ['DAY', 'MONTH', 'QUARTER', 'YEAR'] as const;
export type TimeBucket = (typeof TIME_BUCKETS)[number];

/** 计量单位 · What a figure is counted in. @article none — technical */
export const STAT_UNITS = ['HOUSEHOLDS', 'PERSONS', 'CASES', 'MEASURES', 'ALERTS', 'YUAN', 'DAYS'] as const;
export type StatUnit = (typeof STAT_UNITS)[number];

/**
 * 汇总方式 · How the values of the units of a cell become one figure: their number, the number of those of which something
 * holds, of different ones among what they name, their sum, mean or median.
 *
 * @article none — technical
 */
export const FOLDS = ['COUNT', 'COUNT_IF', 'DISTINCT', 'SUM', 'MEAN', 'MEDIAN'] as const;
export type Fold = (typeof FOLDS)[number];

/** 术语 · A name in both languages. */
interface Term {
  readonly zh: string;
  readonly en: string;
}

/** 维度定义 · Something by which figures can be grouped. @article none — technical */
export interface DimensionDefinition {
  readonly name: string;
  readonly term: Term;
  /** What value a unit has. */
  readonly how: string;
  /** Article that it serves; null for a technical one. */
  readonly article: string | null;
  /** Argument that it takes. */
  readonly takes: 'LEVEL' | 'BUCKET' | null;
  /** A unit may have several values and is counted once for each, so that the rows add up to more than there are units. */
  readonly overlapping: boolean;
}

/** 指标定义 · A figure that can be computed of every group. @article none — technical */
export interface MeasureDefinition {
  readonly name: string;
  readonly term: Term;
  readonly how: string;
  readonly article: string | null;
  readonly unit: StatUnit;
  readonly fold: Fold;
}

/** 统计目录 · The dimensions and measures of one subject. @article none — technical */
export interface StatCatalogue {
  readonly subject: StatSubject;
  readonly dimensions: readonly DimensionDefinition[];
  readonly measures: readonly MeasureDefinition[];
}

/** 定义维度 · @article none — technical */
export function dimension(
  name: string,
  term: readonly [zh: string, en: string],
  how: string,
  article: string | null,
  more: Partial<Pick<DimensionDefinition, 'takes' | 'overlapping'>> = {},
): DimensionDefinition {
  const [zh, en] = term;
  return { name, term: { zh, en }, how, article, takes: more.takes ?? null, overlapping: more.overlapping ?? false };
}

/** 定义指标 · @article none — technical */
export function measure(
  name: string,
  term: readonly [zh: string, en: string],
  how: string,
  article: string | null,
  [unit, fold]: readonly [StatUnit, Fold],
): MeasureDefinition {
  const [zh, en] = term;
  return { name, term: { zh, en }, how, article, unit, fold };
}

/**
 * 不可相加的维度 · Dimensions over which the rows of a measure must not be added up: those that overlap, all of them for what
 * counts different things once, and for means and medians.
 *
 * @article 5.2
 */
export function notSummedOver(catalogue: StatCatalogue, { fold }: Pick<MeasureDefinition, 'fold'>): readonly string[] {
  const never = fold === 'DISTINCT' || fold === 'MEAN' || fold === 'MEDIAN';
  return catalogue.dimensions.filter(({ overlapping }) => never || overlapping).map(({ name }) => name);
}

/**
 * 是否计数 · Whether a figure of no unit is nought; means, medians and money that nobody told are null then.
 *
 * @article none — technical
 */
export function isCounted({ fold, unit }: Pick<MeasureDefinition, 'fold' | 'unit'>): boolean {
  return fold !== 'MEAN' && fold !== 'MEDIAN' && unit !== 'YUAN';
}

/** 描述 · What is said of a dimension or measure wherever it is shown. @article none — technical */
export function describeDefinition({ term, how, article }: DimensionDefinition | MeasureDefinition): string {
  return `${term.en} (${term.zh})${article === null ? '' : ` (art. ${article})`}. ${how}`;
}
