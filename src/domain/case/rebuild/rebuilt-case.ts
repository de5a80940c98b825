import type { CalendarDate } from '../../kernel/calendar-date.js';
import type { Fen } from '../../kernel/money.js';
import type { ProcedureRun } from '../../procedure/procedure-run.js';
import type { MeasureStatus, MeasureTiming } from '../../support/support-measure.js';
import type { CaseCategory, CaseRisk, CaseStatus, DiscoveryChannel, EliminationMode } from '../monitoring-case.js';

/** 档案事件 · One event of a case's chain: what was done, when it happened, and its facts. @article 5.3 */
export interface CaseEvent {
  readonly action: string;
  readonly occurredOn: CalendarDate;
  readonly change: Readonly<Record<string, unknown>>;
}

/** 重建的措施 · A measure as its events tell of it. @article 4.1 */
export interface RebuiltMeasure {
  readonly id: string;
  readonly instrument: string;
  readonly status: MeasureStatus;
  readonly timing: MeasureTiming;
  /** Keyed digest of who provides it, null for nobody; absent where the events are of before they told it. */
  readonly provider?: string | null;
  /** All that was delivered, in fen. */
  readonly delivered: Fen;
  readonly firstDeliveredOn: CalendarDate | null;
}

/** 重建的责任人 · A term of responsibility; who it is stays sealed in its row. @article 5.1 */
export interface RebuiltPerson {
  readonly id: string;
  readonly organization: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
}

/** 重建的档案 · All of a case that its events tell. @article 5.3 */
export interface RebuiltCase {
  readonly status: CaseStatus;
  readonly category: CaseCategory | null;
  readonly channel: DiscoveryChannel;
  readonly emergency: boolean;
  readonly configVersion: string;
  readonly openedOn: CalendarDate;
  readonly identificationDueOn: CalendarDate | null;
  readonly identifiedOn: CalendarDate | null;
  readonly eliminatedOn: CalendarDate | null;
  readonly eliminationMode: EliminationMode | null;
  readonly trackingOnly: boolean;
  readonly supportContinued: boolean;
  readonly nextReviewOn: CalendarDate | null;
  readonly supportedOn: CalendarDate | null;
  readonly withdrawalReason: string | null;
  readonly version: number;
  readonly runs: readonly ProcedureRun[];
  readonly risks: readonly Omit<CaseRisk, 'id'>[];
  readonly measures: readonly RebuiltMeasure[];
  readonly persons: readonly RebuiltPerson[];
}
