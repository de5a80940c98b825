import type { DiscoveryChannel } from '../../domain/case/monitoring-case.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import { refuse } from '../../domain/kernel/verdict.js';
import type { HolidayCalendar } from '../../domain/kernel/working-days.js';
import { joinLead, type LeadJoined } from '../../domain/lead/join-lead.js';
import { leadDueOn } from '../../domain/lead/lead-due-on.js';
import type { BlindIndex, FieldCipher } from '../../platform/crypto/field-cipher.js';
import { orRefused, Refused } from '../change/index.js';
import type { ProvinceService } from '../province/index.js';
import type { HouseholdUnderWay, insertLead } from './lead-row.repository.js';
import { receiptOf } from './receipt.js';

/** 新线索所需 · What a lead is made with. */
export interface NewLeadParts {
  readonly cipher: FieldCipher;
  readonly blindIndex: BlindIndex;
  readonly provinces: Pick<ProvinceService, 'rulesOn'>;
  readonly holidays: HolidayCalendar;
}

/** 线索文字 · What is told, in words that are kept sealed. */
export interface LeadTexts {
  readonly statement: string;
  readonly contactName?: string | null;
  readonly contactPhone?: string | null;
  readonly means?: string | null;
}

/** 新线索 · A lead that is about to be entered, and what its household has under way. */
export interface LeadTold extends LeadTexts {
  readonly id: string;
  readonly countyCode: string;
  readonly regionCode: RegionCode;
  /** Null where the household is not registered. */
  readonly householdId: string | null;
  readonly underWay: HouseholdUnderWay | null;
  readonly channel: DiscoveryChannel;
  readonly reportedOn: CalendarDate;
  /** Instant of the entry, RFC 3339. */
  readonly at: string;
}

/** 线索行 · The row of a new lead but for the head of its own chain. */
export type NewLeadRow = Omit<Parameters<typeof insertLead>[1], 'auditSequence' | 'auditHash'>;

/** 已成线索 · The row, and what the audit event says of it: facts, and the names of what is sealed. */
export interface NewLead {
  readonly row: NewLeadRow;
  readonly joins: LeadJoined;
  readonly change: Readonly<Record<string, unknown>>;
}

/**
 * 生成线索 · Makes the row of a lead with its deadline and its receipt; on a household with an open case or an open lead it joins
 * that. The household must be locked; writing the row, its event and its household's head is the caller's.
 *
 * @param path  of what in the input makes the lead
 * @throws Refused where the province sets no deadline: every lead has one; or where its configuration was refused at load
 * @article 3.1
 */
export function newLead(parts: NewLeadParts, told: LeadTold, ...path: string[]): NewLead {
  const { id, countyCode, regionCode, householdId, channel, reportedOn, at } = told;
  const { openCase = null, openLead = null } = told.underWay ?? {};
  const joins = joinLead({ openCase: openCase?.id ?? null, openLead: openLead?.id ?? null });
  const joined = { status: joins.status, caseId: joins.joinsCase, joinedLeadId: joins.joinsLead };
  const dueOn = verifyBy(parts, regionCode, reportedOn, ...path);
  const { digest: receiptDigest } = receiptOf(parts.blindIndex, { type: 'Lead', id });
  const sealed = sealTexts(parts.cipher, id, told, noteOf({ openCase, openLead }));
  const own = { countyCode, id, regionCode, householdId, channel, reportedOn, dueOn, ...joined };
  return {
    row: { ...own, ...sealed, receiptDigest, createdAt: at, updatedAt: at },
    joins,
    change: { lead: id, channel, dueOn, ...joined, sealed: namesOf(told) },
  };
}

/**
 * R05 核实期限 · The last day on which a lead of a region is verified in time.
 *
 * @param path  of the input that names the region, if one does
 * @throws Refused where the province sets no deadline, or its configuration was refused at load
 * @article 3.1
 */
export function verifyBy(
  { provinces, holidays }: NewLeadParts,
  region: RegionCode,
  reportedOn: CalendarDate,
  ...path: string[]
): CalendarDate {
  const limit = orRefused(path, () => provinces.rulesOn(region, reportedOn)).leadVerificationLimit;
  if (limit !== null) return leadDueOn(reportedOn, limit.value, holidays).dueOn;
  const message = 'The province sets no deadline for verifying leads.';
  throw new Refused([refuse('PROVINCE_CONFIG_INVALID', message, path, '3.1')]);
}

function sealTexts(cipher: FieldCipher, rowId: string, texts: LeadTexts, outcomeNote: string | null) {
  const seal = (column: string, text: string | null | undefined): string | null =>
    text === null || text === undefined || text.trim() === ''
      ? null
      : cipher.seal(text, { table: 'lead', column, rowId });
  return {
    statementSealed: cipher.seal(texts.statement, { table: 'lead', column: 'statement_sealed', rowId }),
    contactNameSealed: seal('contact_name_sealed', texts.contactName),
    contactPhoneSealed: seal('contact_phone_sealed', texts.contactPhone),
    meansSealed: seal('means_sealed', texts.means),
    outcomeNoteSealed: seal('outcome_note_sealed', outcomeNote),
  };
}

function namesOf(texts: LeadTexts): string[] {
  return (['statement', 'contactName', 'contactPhone', 'means'] as const).filter(
    (name) => (texts[name] ?? '').trim() !== '',
  );
}

/** What a lead that joins says of it, in both languages of the offices. */
function noteOf({ openCase, openLead }: HouseholdUnderWay): string | null {
  if (openCase !== null) return `已并入在办监测档案 ${openCase.number}。Joined the open case ${openCase.number}.`;
  if (openLead === null) return null;
  return `已并入 ${openLead.reportedOn} 报告的待核实线索。Joined the lead of ${openLead.reportedOn}, still to be verified.`;
}
