import type { FormerStatus } from '../household/household.js';
import type { Fen } from '../kernel/money.js';
import type { AlertGrade, AlertKind } from './alert-kind.js';

/** 预警事实 · What a department tells of a household, as far as the kind's thresholds ask for it. @article 3.1 */
export interface AlertFacts {
  /** Over the kind's period; null where none was told. */
  readonly amount: Fen | null;
  /** Null where the household is not known yet. */
  readonly formerStatus: FormerStatus | null;
}

/**
 * R06 预警阈值 · Whether what a department tells is an alert of its kind: at or over the threshold, of a household that it is sent for.
 *
 * @returns null where the amount or the household that decides is not known
 * @article 3.1
 * @example isAlert(kind, { amount: yuan('10000.00'), formerStatus: 'GENERAL' }) // true at a threshold of 10,000.00
 */
export function isAlert({ threshold, formerStatus }: AlertKind, facts: AlertFacts): boolean | null {
  const fits = formerStatus === undefined || facts.formerStatus === null ? null : facts.formerStatus === formerStatus;
  const reaches = threshold === null || facts.amount === null ? null : facts.amount >= threshold.amount;
  if (fits === false || reaches === false) return false;
  const isOpen = (formerStatus !== undefined && fits === null) || (threshold !== null && reaches === null);
  return isOpen ? null : true;
}

/**
 * R06 预警分级 · The grade of an alert: the gravest whose amount it reaches, else that of its kind.
 *
 * @returns null where no text grades it
 * @article 3.1
 * @example gradeOfAlert(kind, yuan('30000.00')) // 'RED' where RED is given from 30,000.00
 */
export function gradeOfAlert({ grade, grades = [] }: AlertKind, amount: Fen | null): AlertGrade | null {
  const reached = grades.find(({ from }) => amount !== null && amount >= from);
  return reached?.grade ?? grade;
}
