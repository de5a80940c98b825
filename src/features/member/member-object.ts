import type { CalendarDate } from '../../domain/kernel/calendar-date.js';

/** 成员对象 · What a member's resolvers stand on; personal data travels sealed. */
export interface MemberObject {
  readonly rowId: string;
  readonly countyCode: string;
  readonly nameSealed?: string;
  readonly idNumberSealed?: string | null;
  readonly phoneSealed?: string | null;
  readonly birthDate?: CalendarDate | null;
}
