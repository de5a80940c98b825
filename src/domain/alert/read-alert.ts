import { readIdNumber } from '../household/id-number.js';
import { type CalendarDate, parseDate } from '../kernel/calendar-date.js';
import { faultOfText } from '../kernel/entered-text.js';
import { type Fen, parseYuan } from '../kernel/money.js';
import { type RegionCode, readRegionCode } from '../kernel/region-code.js';
import { type Refusal, refuse } from '../kernel/verdict.js';
import type { Department } from '../support/policy-instrument.js';

/** 预警行 · One alert as a department's system sends it: texts, still to be read. @article 3.1 */
export interface AlertRow {
  readonly reference: string;
  readonly department: string;
  readonly kind: string;
  readonly raisedOn: string;
  readonly idNumber?: string | null;
  readonly householdNumber?: string | null;
  readonly region?: string | null;
  readonly amount?: string | null;
  readonly payload?: Readonly<Record<string, unknown>> | null;
}

/** 预警 · An alert that was read. @article 3.1 */
export interface AlertEntry {
  readonly reference: string;
  readonly kind: string;
  readonly raisedOn: CalendarDate;
  /** 18 characters. */
  readonly idNumber: string | null;
  readonly householdNumber: string | null;
  readonly region: RegionCode | null;
  /** Over the kind's period. */
  readonly amount: Fen | null;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Longest texts, in characters. */
const LONGEST = { reference: 100, kind: 100, householdNumber: 32 } as const;
/** An identity number, or fifteen digits of an old one, is nothing to be told as a reference: references are read by many. */
const PERSONAL = /\d{17}[\dXx]|(?<!\d)\d{15}(?!\d)/;
/** What a spreadsheet makes of 18 digits. */
const FLOATING = /^\d(?:\.\d+)?[eE]\+?\d+$/;

/**
 * R06 读取预警 · Reads one alert by itself, or gives every reason why it cannot be read; no reason repeats a number of a person.
 *
 * @param sender  the department whose system sends it; another one's alert is not its to send
 * @article 3.1
 */
export function readAlert(
  row: AlertRow,
  sender: Department,
  today: CalendarDate,
): { readonly entry: AlertEntry } | { readonly refusals: readonly Refusal[] } {
  const refusals: Refusal[] = [];
  const bad = (field: string, message: string): null => {
    refusals.push(refuse('BAD_VALUE', message, [field], '3.1'));
    return null;
  };
  const reference = readReference(row.reference, bad);
  if (row.department !== sender) bad('department', `this system sends for ${sender}, and for no other department`);
  const kindFault = faultOfText(row.kind, LONGEST.kind);
  if (kindFault !== null) bad('kind', `the kind ${kindFault}`);
  const raisedOn = parseDate(row.raisedOn);
  if (raisedOn === null) bad('raisedOn', 'the day is no calendar day YYYY-MM-DD');
  else if (raisedOn > today)
    refusals.push(refuse('DATE_IN_FUTURE', `${raisedOn} has not come; today is ${today}`, ['raisedOn'], '3.1'));
  const idNumber = readId(row.idNumber, bad);
  const householdNumber = readNumber(row.householdNumber, bad);
  if (isAbsent(row.idNumber) && isAbsent(row.householdNumber))
    bad('idNumber', 'say whom it is about: the ID number of a member, or the number of the household');
  const region = readRegion(row.region, bad);
  const amount = readAmount(row.amount, bad);
  if (refusals.length > 0) return { refusals };
  return {
    entry: {
      reference,
      kind: row.kind.trim(),
      raisedOn: raisedOn!,
      idNumber,
      householdNumber,
      region,
      amount,
      payload: row.payload ?? {},
    },
  };
}

type Bad = (field: string, message: string) => null;

const isAbsent = (text: string | null | undefined): text is null | undefined | '' => (text ?? '').trim() === '';

function readReference(text: string, bad: Bad): string {
  const fault = faultOfText(text, LONGEST.reference);
  if (fault !== null) bad('reference', `the reference ${fault}`);
  else if (PERSONAL.test(text))
    bad('reference', 'the reference looks like an identity number; give one that names nobody');
  return text.trim();
}

function readId(text: string | null | undefined, bad: Bad): string | null {
  if (isAbsent(text)) return null;
  if (FLOATING.test(text.trim()))
    return bad(
      'idNumber',
      'a spreadsheet has turned this ID number into a floating-point number and lost its end; keep the column as text',
    );
  const read = readIdNumber(text.trim());
  return 'fault' in read ? bad('idNumber', read.fault) : read.number;
}

function readNumber(text: string | null | undefined, bad: Bad): string | null {
  if (isAbsent(text)) return null;
  const fault = faultOfText(text, LONGEST.householdNumber);
  return fault === null ? text.trim() : bad('householdNumber', `the household number ${fault}`);
}

function readRegion(text: string | null | undefined, bad: Bad): RegionCode | null {
  if (isAbsent(text)) return null;
  const read = readRegionCode(text.trim());
  return typeof read === 'string' ? read : bad('region', read.fault);
}

function readAmount(text: string | null | undefined, bad: Bad): Fen | null {
  if (isAbsent(text)) return null;
  const amount = parseYuan(text.trim());
  if (amount === null)
    return bad('amount', 'the amount is no amount in yuan with at most two decimals, such as 5200.00');
  return amount < 0 ? bad('amount', 'the amount is under zero') : amount;
}
