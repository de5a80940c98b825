import type { RecordSource } from '../household/record-source.js';
import type { CalendarDate } from '../kernel/calendar-date.js';

/** 两不愁三保障及饮水安全 · The six guarantees, in the order of the policy. @article 2.1 */
export const GUARANTEES = [
  'food',
  'clothing',
  'compulsoryEducation',
  'basicMedicalCare',
  'safeHousing',
  'drinkingWater',
] as const;
export type GuaranteeName = (typeof GUARANTEES)[number];

/** 保障状况 · SECURE 已保障, AT_RISK 有风险, NOT_SECURED 未保障. @article 2.1 */
export const GUARANTEE_STATUSES = ['SECURE', 'AT_RISK', 'NOT_SECURED'] as const;
export type GuaranteeStatus = (typeof GUARANTEE_STATUSES)[number];

/** 保障核查 · One check of the six guarantees on a day. @article 2.1 */
export interface GuaranteeCheck extends Readonly<Record<GuaranteeName, GuaranteeStatus>> {
  readonly checkedOn: CalendarDate;
  /** Where it comes from (R30); null where that was not said, absent where it was not asked. */
  readonly source?: RecordSource | null;
}
