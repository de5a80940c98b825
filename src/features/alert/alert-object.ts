import type { AlertStatus } from '../../domain/alert/department-alert.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';

/** 预警对象 · What an alert's resolvers stand on; payload and note travel sealed. */
export interface AlertObject {
  readonly rowId: string;
  readonly countyCode: string;
  /** County of its public id. */
  readonly publicCounty: string;
  readonly regionCode: RegionCode;
  readonly raisedOn: CalendarDate;
  readonly status?: AlertStatus;
  readonly verifyBy?: CalendarDate | null;
  readonly receivedAt?: string;
  readonly payloadSealed?: string | null;
  readonly outcomeNoteSealed?: string | null;
}
