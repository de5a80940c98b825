import { dimension, measure, type StatCatalogue } from '../definition.js';
import { regionDimension, specialGroupDimension } from './shared-dimensions.js';

/** 农户统计目录 · What households are grouped by, and what is computed of them. @article 2.1 */
export const HOUSEHOLD_CATALOGUE: StatCatalogue = {
  subject: 'HOUSEHOLDS',
  dimensions: [
    regionDimension(
      'The region of the household at the level asked for; null where it is known above that level only.',
    ),
    dimension(
      'formerStatus',
      ['户类型', 'Former status'],
      'Whether the household was registered as poor before the end of 2020.',
      '2.1',
    ),
    dimension('resettled', ['易地扶贫搬迁', 'Resettled'], 'Whether the household was relocated.', '2.1'),
    dimension('size', ['家庭人口数', 'Size'], 'Number of present members.', '2.1'),
    specialGroupDimension('household'),
    dimension(
      'monitored',
      ['是否监测对象', 'Monitored'],
      'Whether the household has an open case, identification and elimination under way included.',
      '2.1',
    ),
    dimension(
      'band',
      ['收入分档', 'Income band'],
      'Code of the band of its place that the income a head of its newest window falls into, on the line of the day, or of the day that `rulesAsOf` names; null where no income or no line is known.',
      '2.2',
    ),
  ],
  measures: [
    measure('households', ['户数', 'Households'], 'Number of households.', '2.1', ['HOUSEHOLDS', 'COUNT']),
    measure('persons', ['人数', 'Persons'], 'Sum of the present members.', '2.1', ['PERSONS', 'SUM']),
    measure(
      'labourers',
      ['劳动力人数', 'Labourers'],
      'Sum of the present members whose labour capacity is SKILLED, ORDINARY or WEAK.',
      '3.3',
      ['PERSONS', 'SUM'],
    ),
    measure(
      'perCapitaMean',
      ['户均人均收入', 'Mean income a head'],
      'Mean over the households, each counting once, of the net income a head in the newest window, in yuan, to the fen; null where no income is known.',
      '2.1',
      ['YUAN', 'MEAN'],
    ),
    measure(
      'perCapitaMedian',
      ['人均收入中位数', 'Median income a head'],
      'Median over the households of the net income a head in the newest window, in yuan, to the fen; null where no income is known.',
      '2.1',
      ['YUAN', 'MEDIAN'],
    ),
    measure(
      'rigidExpenditure',
      ['刚性支出合计', 'Rigid expenditure'],
      'Sum of the unavoidable spending of the newest windows, of the whole households, in yuan; null where no income is known.',
      '2.1',
      ['YUAN', 'SUM'],
    ),
  ],
};
