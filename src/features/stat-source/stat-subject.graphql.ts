import { STAT_SUBJECTS } from '../../domain/statistics/definition.js';
import { describedEnum } from '../../platform/graphql/described-enum.js';

/** 统计对象 · GraphQL enum. @article 5.2 */
export const StatSubjectEnum = describedEnum('StatSubject', 'What is counted (统计对象) (art. 5.2).', STAT_SUBJECTS, {
  HOUSEHOLDS: 'Households, by `householdStats` (农户).',
  CASES: 'Monitoring cases, by `caseStats` (监测对象档案).',
  MEASURES: 'Support measures, by `measureStats` (帮扶措施).',
  ALERTS: "Departments' alerts, by `alertStats` (部门筛查预警).",
});
