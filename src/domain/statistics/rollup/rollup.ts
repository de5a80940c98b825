import type { StatSubject } from '../definition.js';

/** 汇总对象 · Subjects of which tallies are kept. @article none — technical */
export type TalliedSubject = Extract<StatSubject, 'HOUSEHOLDS' | 'CASES' | 'MEASURES'>;

/** 各汇总对象 · In the order in which they are counted. @article none — technical */
export const TALLIED_SUBJECTS: readonly TalliedSubject[] = ['HOUSEHOLDS', 'CASES', 'MEASURES'];

/** 汇总维度 · A dimension that a rollup keeps apart: by its values, or by the month that a day falls into. @article none — technical */
export interface RollupDimension {
  /** As the catalogue names it. */
  readonly name: string;
  readonly by: 'VALUE' | 'MONTH';
}

/**
 * 汇总表 · Figures that are kept up with every change, by county and the dimensions that it names: the number of units, the sum of
 * persons and labourers, how many have a known income, and the sum of these incomes in fen. What is asked of a rollup is a sum
 * over its rows, so that it comes out as a count of the units would, to the fen.
 *
 * @article 5.2
 */
export interface Rollup {
  readonly name: RollupName;
  readonly subject: TalliedSubject;
  readonly dimensions: readonly RollupDimension[];
  /** Measures of the catalogue that can be made of its sums. */
  readonly measures: readonly string[];
  /** Fields of the subject's filter that speak of its dimensions; `region` is asked of separately. */
  readonly filters: readonly string[];
  /** The field of the subject's filter that speaks of the day whose months it keeps; by whole months. */
  readonly monthFilter?: string;
  /** Where several units are one household's: the measure that counts households, each once, where rows are told apart by all of these. */
  readonly households?: { readonly measure: string; readonly by: readonly string[] };
}

/** 汇总表名 · One a question's shape. @article none — technical */
export type RollupName =
  | 'CASE_STANDING'
  | 'CASE_OPENING'
  | 'CASE_IDENTIFICATION'
  | 'CASE_ELIMINATION'
  | 'HOUSEHOLD_STANDING'
  | 'MEASURE_HELP';

const OF_CASES = ['cases', 'persons', 'perCapitaMean'] as const;
const byValue = (...names: readonly string[]): RollupDimension[] => names.map((name) => ({ name, by: 'VALUE' }));

function byMonth(name: RollupName, day: string, monthFilter: string): Rollup {
  const dimensions = [{ name: day, by: 'MONTH' as const }];
  return { name, subject: 'CASES', dimensions, measures: OF_CASES, filters: [], monthFilter };
}

/** 各汇总表 · In the order in which a question tries them. @article 5.2 */
export const ROLLUPS: readonly Rollup[] = [
  {
    name: 'CASE_STANDING',
    subject: 'CASES',
    dimensions: byValue('category', 'status', 'trackingOnly'),
    measures: OF_CASES,
    filters: ['category', 'status', 'trackingOnly'],
  },
  byMonth('CASE_OPENING', 'openedIn', 'openedOn'),
  byMonth('CASE_IDENTIFICATION', 'identifiedIn', 'identifiedOn'),
  byMonth('CASE_ELIMINATION', 'eliminatedIn', 'eliminatedOn'),
  {
    name: 'HOUSEHOLD_STANDING',
    subject: 'HOUSEHOLDS',
    dimensions: byValue('formerStatus', 'resettled', 'monitored'),
    measures: ['households', 'persons', 'labourers', 'perCapitaMean'],
    filters: ['formerStatus', 'resettled'],
  },
  {
    // A unit is all that a household has of a family and a timing, told by how many measures of it stand where: its measures add up by
    // status, and it is one household wherever some of them are picked.
    name: 'MEASURE_HELP',
    subject: 'MEASURES',
    dimensions: byValue('family', 'timing', 'status'),
    measures: ['measures', 'households'],
    filters: ['family', 'timing', 'status'],
    households: { measure: 'households', by: ['family', 'timing'] },
  },
];
