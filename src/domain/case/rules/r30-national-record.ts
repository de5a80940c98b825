import type { FormerStatus } from '../../household/household.js';
import type { CalendarDate } from '../../kernel/calendar-date.js';
import { type Refusal, refuse } from '../../kernel/verdict.js';
import { evidenceFaults } from '../../procedure/checks/evidence-complete.js';
import type { EvidenceGiven } from '../../procedure/step-act.js';
import type { RiskType } from '../../risk/risk-type.js';
import type { CaseCategory } from '../monitoring-case.js';
import { checkCategory } from './r02-category-fits-former-status.js';

/** 全国系统记录 · What the national system holds of a case that was identified there. @article 5.4 */
export interface NationalRecord {
  readonly number: string;
  readonly identifiedOn: CalendarDate;
  readonly category: CaseCategory;
  readonly risks: readonly { readonly riskType: string; readonly primary?: boolean | null }[];
  /** Day on which the county took it over; today where none is said. */
  readonly takenOverOn?: CalendarDate | null;
  /** What proves that the national system says so: a print or an export of its record. */
  readonly evidence?: readonly EvidenceGiven[] | null;
}

/** 承接审查 · The record, and what it is taken over into. @article 5.4 */
export interface NationalRecordQuestion {
  readonly record: NationalRecord;
  readonly formerStatus: FormerStatus;
  readonly riskTypes: readonly RiskType[];
  readonly openedOn: CalendarDate;
  readonly today: CalendarDate;
  /** Whether an emergency identification or leads were asked for beside it. */
  readonly beside: { readonly emergency: boolean; readonly leads: boolean };
}

/** 编号形式 · Digits, letters and hyphens, up to forty. @article 5.4 */
export const NATIONAL_NUMBER = /^[0-9A-Za-z][0-9A-Za-z-]{3,39}$/;

/**
 * R30 承接全国系统数据 · A case that comes from the national system keeps its number and its day of identification: nothing is
 * gathered or decided a second time, and the pledge of 3.2 is asked of new identifications only. Since it skips them, what
 * the national system says is proved by its record, with the digest, and the day of the take-over is kept.
 *
 * @article 5.4
 */
export function checkNationalRecord(question: NationalRecordQuestion): Refusal[] {
  const { record, formerStatus, riskTypes, openedOn, today, beside } = question;
  const { number, identifiedOn, risks, takenOverOn = null, evidence } = record;
  const at = (...path: string[]): string[] => ['nationalRecord', ...path];
  const refusals = checkCategory(record.category, formerStatus, at('category'));
  const say = (code: Refusal['code'], message: string, path: string[], article = '5.4'): void => {
    refusals.push(refuse(code, `R30: ${message}`, path, article));
  };
  if (!NATIONAL_NUMBER.test(number)) say('BAD_VALUE', 'a number has 4 to 40 digits, letters and hyphens', at('number'));
  if (identifiedOn > today)
    say('DATE_IN_FUTURE', `${identifiedOn} has not come; today is ${today}`, at('identifiedOn'));
  if (identifiedOn < openedOn)
    say('DATE_ORDER', `the case was opened on ${openedOn}, after ${identifiedOn}`, at('identifiedOn'));
  if (takenOverOn !== null && takenOverOn > today)
    say('DATE_IN_FUTURE', `${takenOverOn} has not come; today is ${today}`, at('takenOverOn'));
  if (takenOverOn !== null && takenOverOn < identifiedOn)
    say('DATE_ORDER', `it was identified on ${identifiedOn}, after ${takenOverOn}`, at('takenOverOn'));
  if ((evidence ?? []).length === 0)
    say('EVIDENCE_REQUIRED', 'give the record of the national system with its SHA-256', at('evidence'));
  refusals.push(
    ...evidenceFaults(evidence ?? []).map((fault) => ({ ...fault, path: ['input', ...at(...fault.path.slice(1))] })),
  );
  if (risks.length === 0) say('BAD_VALUE', 'a case has one risk at least', at('risks'), '4.2');
  risks.forEach(({ riskType }, index) => {
    const path = at('risks', String(index), 'riskType');
    if (!riskTypes.some(({ code }) => code === riskType))
      say('BAD_VALUE', `the province knows no risk type "${riskType}"`, path, '4.2');
    if (risks.findIndex((other) => other.riskType === riskType) < index)
      say('DUPLICATE', `"${riskType}" is named twice`, path, '4.2');
  });
  if (beside.emergency)
    say('BAD_VALUE', 'it was identified already; no emergency identification follows', ['emergency']);
  if (beside.leads) say('BAD_VALUE', 'it was found before; new leads join it by themselves', ['leadIds']);
  return refusals;
}
