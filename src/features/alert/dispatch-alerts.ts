import { uuidv7 } from 'uuidv7';
import { type AlertStatus, statusAtFirst } from '../../domain/alert/department-alert.js';
import { judgeAlert } from '../../domain/alert/judge-alert.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Fen } from '../../domain/kernel/money.js';
import type { AlertGrade, AlertKind } from '../../domain/province/alert-kind.js';
import type { HouseholdRow } from '../household/index.js';
import { type HouseholdUnderWay, type NewLead, type NewLeadParts, newLead } from '../lead/index.js';
import { SETTLED_AT_ONCE, statementOf } from './alert-texts.js';

/** 待派发预警 · An alert whose household is known and locked. */
export interface AlertToDispatch {
  readonly id: string;
  readonly kind: AlertKind;
  readonly raisedOn: CalendarDate;
  readonly amount: Fen | null;
  /** The id that its lead is to have; a new one where none is given. */
  readonly leadId?: string;
  /** Why the county took it for this household. */
  readonly note?: string;
}

/** 派发结果 · What is written of a matched alert, and of the lead that it became. */
export interface Dispatched {
  readonly alert: {
    readonly grade: AlertGrade;
    readonly status: AlertStatus;
    readonly dispatchedOn: CalendarDate;
    readonly verifyBy: CalendarDate | null;
    readonly settledOn: CalendarDate | null;
    readonly outcomeNoteSealed: string | null;
    readonly leadId: string | null;
  };
  /** Null where there is nothing to verify. */
  readonly lead: LeadOfAlert | null;
  /** What its event says. */
  readonly change: Readonly<Record<string, unknown>>;
}

/** 预警线索 · The row of a lead that an alert became; its events stand in its household's chain. */
export type LeadOfAlert = NewLead['row'] & { readonly auditSequence: 0; readonly auditHash: null };

/**
 * R05 R06 派发 · Decides what becomes of an alert on a household, and makes the rows of it: a lead to verify by the province's deadline,
 * one that joins what is open, or none where the household is not one that this kind is sent for. On an open lead it waits for
 * what is found there; on an open case it is a duplicate at once.
 *
 * The lead is reported on the day of dispatch, so that what a department sends late is not overdue when it comes.
 *
 * @param underWay  what is open for the household, earlier alerts of the same call included
 * @throws Refused where the province sets no deadline: every lead has one
 * @article 3.1
 */
export function dispatchAlert(
  parts: NewLeadParts,
  { id, kind, raisedOn, amount, leadId = uuidv7(), note }: AlertToDispatch,
  household: Pick<HouseholdRow, 'countyCode' | 'id' | 'regionCode' | 'formerStatus'>,
  underWay: HouseholdUnderWay,
  { today, now }: { readonly today: CalendarDate; readonly now: Date },
): Dispatched {
  const { grade, toVerify } = judgeAlert(kind, amount, household.formerStatus);
  const noteOf = (text: string): string =>
    parts.cipher.seal(text, { table: 'department_alert', column: 'outcome_note_sealed', rowId: id });
  const settled = { grade, dispatchedOn: today, verifyBy: null, settledOn: today };
  if (!toVerify) {
    const outcomeNoteSealed = noteOf(SETTLED_AT_ONCE.DISMISSED);
    const alert = { ...settled, status: 'DISMISSED' as const, outcomeNoteSealed, leadId: null };
    return { alert, lead: null, change: { alert: id, kind: kind.code, grade, alertStatus: 'DISMISSED' } };
  }
  const { row, joins, change } = newLead(parts, {
    id: leadId,
    countyCode: household.countyCode,
    regionCode: household.regionCode,
    householdId: household.id,
    underWay,
    channel: 'DEPARTMENT_SCREENING',
    reportedOn: today,
    at: now.toISOString(),
    statement: statementOf(kind, raisedOn, amount, note),
  });
  const status = statusAtFirst(joins);
  const alert =
    status === 'DISPATCHED'
      ? { ...settled, status, verifyBy: row.dueOn as CalendarDate, settledOn: null, outcomeNoteSealed: null, leadId }
      : { ...settled, status, outcomeNoteSealed: noteOf(SETTLED_AT_ONCE.DUPLICATE), leadId };
  const lead = { ...row, auditSequence: 0 as const, auditHash: null };
  return { alert, lead, change: { alert: id, kind: kind.code, grade, alertStatus: status, ...change } };
}
