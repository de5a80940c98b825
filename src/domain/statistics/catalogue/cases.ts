import { dimension, measure, type StatCatalogue } from '../definition.js';
import { regionDimension, specialGroupDimension, timeDimension } from './shared-dimensions.js';

/** 监测对象统计目录 · What cases are grouped by, and what is computed of them. @article 3.2 */
export const CASE_CATALOGUE: StatCatalogue = {
  subject: 'CASES',
  dimensions: [
    regionDimension('The region of the case at the level asked for; null where it is known above that level only.'),
    dimension(
      'category',
      ['监测对象类别', 'Category'],
      'Category found by the verification; null before it is found.',
      '2.1',
    ),
    dimension('status', ['监测状态', 'Status'], 'Where the case stands.', '3.2'),
    dimension('channel', ['发现渠道', 'Channel'], 'How the case was found.', '3.1'),
    dimension(
      'riskType',
      ['风险类型', 'Risk type'],
      'A case counts once for each type of risk ever recorded of it, resolved ones included, and in the row of null where there is none: the rows add up to more than there are cases.',
      '4.2',
      { overlapping: true },
    ),
    dimension(
      'riskGroup',
      ['风险类别', 'Risk group'],
      'A case counts once for each national group of its risks, resolved ones included, and in the row of null where there is none: the rows add up to more than there are cases.',
      '4.2',
      { overlapping: true },
    ),
    timeDimension('openedIn', ['建档时间', 'Opened in'], 'the opening', '3.2'),
    timeDimension('identifiedIn', ['识别认定时间', 'Identified in'], "the county's decision to monitor", '3.2'),
    timeDimension('eliminatedIn', ['风险消除时间', 'Eliminated in'], 'the mark of elimination', '3.3'),
    dimension(
      'trackingOnly',
      ['持续跟踪监测', 'Tracking only'],
      'Whether it is tracked on for want of labour capacity.',
      '3.3',
    ),
    specialGroupDimension('case'),
  ],
  measures: [
    measure('cases', ['监测档案数', 'Cases'], 'Number of cases.', '3.2', ['CASES', 'COUNT']),
    measure(
      'households',
      ['户数', 'Households'],
      'Number of different households: one with several cases in the cell counts once in it.',
      '2.1',
      ['HOUSEHOLDS', 'DISTINCT'],
    ),
    measure(
      'persons',
      ['人数', 'Persons'],
      "Sum over the cases of the present members of the case's household: of a household with several cases in the cell as often.",
      '2.1',
      ['PERSONS', 'SUM'],
    ),
    measure(
      'perCapitaMean',
      ['户均人均收入', 'Mean income a head'],
      "Mean over the cases, each counting once, of the household's net income a head in its newest window, in yuan, to the fen; null where no income is known.",
      '2.1',
      ['YUAN', 'MEAN'],
    ),
    measure(
      'perCapitaMedian',
      ['人均收入中位数', 'Median income a head'],
      "Median over the cases of the household's net income a head in its newest window, in yuan, to the fen; null where no income is known.",
      '2.1',
      ['YUAN', 'MEDIAN'],
    ),
    measure(
      'identificationDaysMedian',
      ['识别用时中位数', 'Median days of identification'],
      "Median of the days from the opening to the county's decision, of cases identified here; null where there is none.",
      '3.2',
      ['DAYS', 'MEDIAN'],
    ),
    measure(
      'overdue',
      ['逾期档案数', 'Overdue'],
      'Number of cases with a current step or a whole run past its last day.',
      '3.2',
      ['CASES', 'COUNT_IF'],
    ),
    measure(
      'relapsed',
      ['返贫档案数', 'Relapsed'],
      'Number of cases of households whose risk was marked eliminated in a case before.',
      '3.3',
      ['CASES', 'COUNT_IF'],
    ),
    measure(
      'withoutSupport',
      ['未落实帮扶档案数', 'Without support'],
      'Number of cases that are monitored and to which nothing was delivered yet.',
      '4.1',
      ['CASES', 'COUNT_IF'],
    ),
  ],
};
