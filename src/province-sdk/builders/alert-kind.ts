import type { z } from 'zod';
import type { FormerStatus } from '../../domain/household/household.js';
import { ALERT_GRADES, type AlertGrade, type AlertKind, type AlertPeriod } from '../../domain/province/alert-kind.js';
import type { LocalizedText } from '../../domain/province/localized-text.js';
import type { Department } from '../../domain/support/policy-instrument.js';
import { formSchema } from './procedure.js';
import { writtenYuan } from './written-yuan.js';

/** 预警种类草稿 · @article 3.1 */
export interface AlertKindDraft {
  /** Unique in its list, kebab-case. */
  readonly code: string;
  readonly name: LocalizedText;
  readonly department: Department;
  /** Left out where no text grades it. */
  readonly grade?: AlertGrade;
  /** Yuan from which a graver grade is given, inclusive. */
  readonly grades?: Partial<Readonly<Record<AlertGrade, string>>>;
  /** Sent for households of this former status only. */
  readonly formerStatus?: FormerStatus;
  /** Yuan from which it is sent, inclusive; left out where any event is. */
  readonly threshold?: { readonly amount: string; readonly per: AlertPeriod };
  /** How often the department looks, in months; left out where it sends at the event. */
  readonly everyMonths?: number;
  /** What it tells beside the amount: a strict Zod object, or its JSON Schema; left out where it tells nothing more. */
  readonly payload?: z.ZodObject | Readonly<Record<string, unknown>>;
}

/**
 * 预警种类 · One kind of alert in an entry of `alertKinds`, whose list stands in place of the baseline's.
 *
 * @article 3.1
 * @example alertKind({ code: 'high-medical-cost', name: { zh: '医疗自付较高', en: 'High own medical cost' }, department: 'MEDICAL_SECURITY', grade: 'YELLOW', grades: { RED: '30000.00' }, threshold: { amount: '10000.00', per: 'YEAR' }, everyMonths: 1 })
 */
export function alertKind(draft: AlertKindDraft): AlertKind {
  const { code, name, department, grade, grades, formerStatus, threshold, everyMonths, payload } = draft;
  const byAmount = ALERT_GRADES.flatMap((one) => {
    const from = grades?.[one];
    return from === undefined ? [] : [{ grade: one, from: writtenYuan(from) }];
  });
  return {
    code,
    name,
    department,
    grade: grade ?? null,
    ...(grades === undefined ? {} : { grades: byAmount }),
    ...(formerStatus === undefined ? {} : { formerStatus }),
    threshold: threshold === undefined ? null : { amount: writtenYuan(threshold.amount), per: threshold.per },
    everyMonths: everyMonths ?? null,
    ...(payload === undefined ? {} : { payload: formSchema(payload) }),
  };
}
