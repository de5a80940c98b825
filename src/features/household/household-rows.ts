import type { IncomeRecord } from '../../domain/income/income-record.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';

/** 农户对象 · What a household's resolvers stand on; the rest was read as it was asked for. */
export interface HouseholdObject {
  readonly rowId: string;
  readonly countyCode: string;
  readonly regionCode: RegionCode;
  readonly addressSealed?: string | null;
}

/** 成员对象 · What a member's resolvers stand on; personal data travels sealed. */
export interface MemberObject {
  readonly rowId: string;
  readonly countyCode: string;
  readonly nameSealed?: string;
  readonly idNumberSealed?: string | null;
  readonly phoneSealed?: string | null;
  readonly birthDate?: CalendarDate | null;
}

/** 收入对象 · A record as the domain knows it, and which row it is. */
export interface IncomeObject extends IncomeRecord {
  readonly rowId: string;
  readonly countyCode: string;
}

/** 保障核查对象 · A check, its note sealed. */
export interface GuaranteesObject {
  readonly rowId: string;
  readonly countyCode: string;
  readonly regionCode: RegionCode;
  readonly checkedOn: CalendarDate;
  readonly noteSealed?: string | null;
}
