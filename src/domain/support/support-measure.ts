import type { CalendarDate } from '../kernel/calendar-date.js';
import type { Fen } from '../kernel/money.js';
import type { FundingSource, InstrumentFamily, InstrumentNature } from './policy-instrument.js';

/** 措施状态 · 计划、已批准、实施中、已完成、已取消. @article 4.1 */
export const MEASURE_STATUSES = ['PLANNED', 'APPROVED', 'IN_PROGRESS', 'COMPLETED', 'CANCELLED'] as const;
export type MeasureStatus = (typeof MEASURE_STATUSES)[number];

/** 预防性措施、事后帮扶. @article 4.1 */
export const MEASURE_TIMINGS = ['PREVENTIVE', 'AFTER_THE_FACT'] as const;
export type MeasureTiming = (typeof MEASURE_TIMINGS)[number];

/** 帮扶措施 · What one case receives. @article 4.1 */
export interface SupportMeasure {
  readonly id: string;
  readonly instrument: string;
  readonly family: InstrumentFamily;
  readonly nature: InstrumentNature;
  /** Codes of the risk types that it answers. */
  readonly addresses: readonly string[];
  readonly status: MeasureStatus;
  readonly timing: MeasureTiming;
  readonly fundingSource: FundingSource;
  readonly budget: Fen | null;
  readonly delivered: Fen;
  readonly startsOn: CalendarDate | null;
  readonly endsOn: CalendarDate | null;
  /** First day something was delivered, null for never. */
  readonly firstDeliveredOn: CalendarDate | null;
  /** Given as urgent help, before any run. */
  readonly urgent: boolean;
  /** Day of the plan, or of the urgent help; absent where it is not asked for. */
  readonly plannedOn?: CalendarDate;
  /** What was delivered, by day; absent where only the sum is known. */
  readonly deliveries?: readonly { readonly on: CalendarDate; readonly amount: Fen | null }[];
}
