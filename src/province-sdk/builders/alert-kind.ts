import type { AlertGrade, AlertKind, AlertPeriod } from '../../domain/province/alert-kind.js';
import type { LocalizedText } from '../../domain/province/localized-text.js';
import type { Department } from '../../domain/support/policy-instrument.js';
import { writtenYuan } from './written-yuan.js';

/** 预警种类草稿 · @article 3.1 */
export interface AlertKindDraft {
  /** Unique in its list, kebab-case. */
  readonly code: string;
  readonly name: LocalizedText;
  readonly department: Department;
  /** Left out where no text grades it. */
  readonly grade?: AlertGrade;
  /** Yuan from which it is sent, inclusive; left out where any event is. */
  readonly threshold?: { readonly amount: string; readonly per: AlertPeriod };
  /** How often the department looks, in months; left out where it sends at the event. */
  readonly everyMonths?: number;
}

/** 预警种类 · One kind of alert in an entry of `alertKinds`. @article 3.1 */
export function alertKind({ code, name, department, grade, threshold, everyMonths }: AlertKindDraft): AlertKind {
  return {
    code,
    name,
    department,
    grade: grade ?? null,
    threshold: threshold === undefined ? null : { amount: writtenYuan(threshold.amount), per: threshold.per },
    everyMonths: everyMonths ?? null,
  };
}
