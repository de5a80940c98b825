import type { CalendarDate } from '../kernel/calendar-date.js';
import type { ProcedureRun } from '../procedure/procedure-run.js';
import type { SupportMeasure } from '../support/support-measure.js';

/** 监测对象类别 · 脱贫不稳定户、边缘易致贫户、突发严重困难户. @article 2.1 */
export const CASE_CATEGORIES = ['UNSTABLE_OUT_OF_POVERTY', 'MARGINAL_AT_RISK', 'SUDDEN_SEVERE_DIFFICULTY'] as const;
export type CaseCategory = (typeof CASE_CATEGORIES)[number];

/** 监测状态 · Where a case stands in its lifecycle. @article 3.2 */
export const CASE_STATUSES = [
  'UNDER_IDENTIFICATION',
  'NOT_IDENTIFIED',
  'MONITORED',
  'UNDER_ELIMINATION',
  'RISK_ELIMINATED',
  'WITHDRAWN',
] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

/** Statuses in which a case is open: a household has at most one such case. */
export const OPEN_CASE_STATUSES: readonly CaseStatus[] = ['UNDER_IDENTIFICATION', 'MONITORED', 'UNDER_ELIMINATION'];

/** 风险消除方式 · 帮扶消除、自然消除. @article 3.3 */
export const ELIMINATION_MODES = ['SUPPORTED', 'NATURAL'] as const;
export type EliminationMode = (typeof ELIMINATION_MODES)[number];

/** 发现渠道 · How the case was found. @article 3.1 */
export const DISCOVERY_CHANNELS = [
  'SELF_DECLARATION',
  'CADRE_INSPECTION',
  'DEPARTMENT_SCREENING',
  'MEDIA',
  'PETITION',
  'HAZARD_SCREENING',
] as const;
export type DiscoveryChannel = (typeof DISCOVERY_CHANNELS)[number];

/** 档案来源 · Where a case was identified: in this register, or in the national system before it came here. @article 5.4 */
export const CASE_SOURCES = ['REGISTER', 'NATIONAL_SYSTEM'] as const;
export type CaseSource = (typeof CASE_SOURCES)[number];

/** 返贫致贫风险 · One risk of a case. @article 4.2 */
export interface CaseRisk {
  readonly id: string;
  readonly riskType: string;
  readonly primary: boolean;
  readonly identifiedOn: CalendarDate;
  readonly resolvedOn: CalendarDate | null;
}

/** 监测对象(档案) · All that the rules need to know of a case. @article 3.2 */
export interface CaseFacts {
  readonly id: string;
  readonly status: CaseStatus;
  readonly category: CaseCategory | null;
  readonly openedOn: CalendarDate;
  readonly identifiedOn: CalendarDate | null;
  readonly eliminatedOn: CalendarDate | null;
  readonly trackingOnly: boolean;
  readonly supportContinued: boolean;
  /** Where it was identified (R30); absent means here. */
  readonly source?: CaseSource;
  /** Last day on which the household withdrew its authorization of look-ups (R09); absent or null where it never did. */
  readonly authorizationWithdrawnOn?: CalendarDate | null;
  readonly risks: readonly CaseRisk[];
  /** Oldest first. */
  readonly runs: readonly ProcedureRun[];
  readonly measures: readonly SupportMeasure[];
}
