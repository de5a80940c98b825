import type { FormerStatus } from '../household/household.js';
import type { Fen } from '../kernel/money.js';
import type { Department } from '../support/policy-instrument.js';
import type { LocalizedText } from './localized-text.js';

/** 预警等级 · 红、橙、黄、蓝、绿, the gravest first; no county seen uses all five. @article 3.1 */
export const ALERT_GRADES = ['RED', 'ORANGE', 'YELLOW', 'BLUE', 'GREEN'] as const;
export type AlertGrade = (typeof ALERT_GRADES)[number];

/** 预警阈值周期 · Over which time an alert's amount is counted. @article 3.1 */
export const ALERT_PERIODS = ['MONTH', 'YEAR', 'SCHOOL_YEAR'] as const;
export type AlertPeriod = (typeof ALERT_PERIODS)[number];

/** 按金额分级 · A grade and the amount from which it is given, inclusive. @article 3.1 */
export interface GradeByAmount {
  readonly grade: AlertGrade;
  readonly from: Fen;
}

/** 部门筛查预警种类 · What a department sends down, graded, for verification (R06). @article 3.1 */
export interface AlertKind {
  /** Unique in its list, kebab-case. */
  readonly code: string;
  readonly name: LocalizedText;
  readonly department: Department;
  /** Null where no text grades it. */
  readonly grade: AlertGrade | null;
  /** Graver grades for greater amounts, the gravest first; none where left out. */
  readonly grades?: readonly GradeByAmount[];
  /** Sent for households of this former status only; for every one where left out. */
  readonly formerStatus?: FormerStatus;
  /** Amount from which it is sent, inclusive; null where any event is. */
  readonly threshold: { readonly amount: Fen; readonly per: AlertPeriod } | null;
  /** How often the department looks, in months; null where it sends at the event. */
  readonly everyMonths: number | null;
  /** JSON Schema of what the department tells beside the amount; none where left out. */
  readonly payload?: Readonly<Record<string, unknown>>;
}

/** 逾期预警 · The grade of a run that is over its limit, and who follows it up. @article 3.1 */
export interface OverdueWarning {
  readonly grade: AlertGrade;
  readonly followedUpBy: 'PROVINCE' | 'CITY' | 'COUNTY';
}
