import { dimension, measure, type StatCatalogue } from '../definition.js';
import { regionDimension, timeDimension } from './shared-dimensions.js';

/** 部门预警统计目录 · What departments' alerts are grouped by, and what is computed of them. @article 3.1 */
export const ALERT_CATALOGUE: StatCatalogue = {
  subject: 'ALERTS',
  dimensions: [
    regionDimension(
      "The region of the household at the level asked for, and of the sender's county while no household is matched; null where it is known above that level only.",
    ),
    dimension('department', ['推送部门', 'Department'], 'The department that sent it.', '3.1'),
    dimension('kind', ['预警种类', 'Kind'], "Code of its kind in the province's list.", '3.1'),
    dimension('grade', ['预警等级', 'Grade'], "Its grade by the province's thresholds.", '3.1'),
    dimension('status', ['预警状态', 'Status'], 'What came of it so far.', '3.1'),
    timeDimension('raisedIn', ['预警时间', 'Raised in'], 'the alert', '3.1'),
  ],
  measures: [
    measure('alerts', ['预警数', 'Alerts'], 'Number of alerts.', '3.1', ['ALERTS', 'COUNT']),
    measure('confirmed', ['属实预警数', 'Confirmed'], 'Number of alerts that were verified and true.', '3.1', [
      'ALERTS',
      'COUNT_IF',
    ]),
    measure(
      'overdue',
      ['逾期预警数', 'Overdue'],
      'Number of alerts that wait for their verification past its last day.',
      '3.1',
      ['ALERTS', 'COUNT_IF'],
    ),
    measure(
      'verificationDaysMedian',
      ['核实用时中位数', 'Median days of verification'],
      'Median of the days from the dispatch to the outcome, of alerts that have one; null where there is none.',
      '3.1',
      ['DAYS', 'MEDIAN'],
    ),
  ],
};
