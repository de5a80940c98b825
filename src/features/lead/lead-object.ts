import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { LeadStatus } from '../../domain/lead/lead.js';

/** 线索对象 · What a lead's resolvers stand on; the words travel sealed. */
export interface LeadObject {
  readonly rowId: string;
  readonly countyCode: string;
  readonly regionCode: RegionCode;
  readonly caseId: string | null;
  readonly reportedOn: CalendarDate;
  readonly status?: LeadStatus;
  readonly dueOn?: CalendarDate;
  readonly statementSealed?: string;
  readonly outcomeNoteSealed?: string | null;
  /** In the answer to whoever declared, and nowhere else. */
  readonly receipt?: string | null;
}
