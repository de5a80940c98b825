import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';

/** 保障核查对象 · A check, its note sealed. */
export interface GuaranteesObject {
  readonly rowId: string;
  readonly countyCode: string;
  readonly regionCode: RegionCode;
  readonly checkedOn: CalendarDate;
  readonly noteSealed?: string | null;
}
