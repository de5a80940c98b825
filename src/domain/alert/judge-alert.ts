import type { FormerStatus } from '../household/household.js';
import { type Fen, formatYuan } from '../kernel/money.js';
import { type Refusal, refuse } from '../kernel/verdict.js';
import type { AlertGrade, AlertKind } from '../province/alert-kind.js';
import { gradeOfAlert, isAlert } from '../province/grade-alert.js';
import type { Department } from '../support/policy-instrument.js';

/**
 * 缺省等级 · The grade where no text grades a kind: the lightest of the four that the contract knows, so that nothing is told as
 * graver than a text says. National default; a province's own grade stands in its place.
 *
 * @article 3.1
 */
export const UNGRADED: AlertGrade = 'BLUE';

/** 已知种类 · The kind as the province lists it, or every reason against the alert. @article 3.1 */
export type KnownKind = { readonly kind: AlertKind } | { readonly refusals: readonly Refusal[] };

/**
 * R06 核对预警种类 · Whether the province knows the kind on the day, whether it is the department's, and whether the amount is told
 * where the threshold asks for one and reaches it.
 *
 * @param kinds  the kinds in force where it happened; empty where no rule lists any
 * @article 3.1
 */
export function checkAlertKind(
  { kind: code, amount }: { readonly kind: string; readonly amount: Fen | null },
  kinds: readonly AlertKind[],
  sender: Department,
): KnownKind {
  const kind = kinds.find((one) => one.code === code);
  const own = kinds.filter(({ department }) => department === sender).map((one) => one.code);
  if (kind === undefined || kind.department !== sender) {
    const known =
      own.length === 0 ? 'the province lists none of this department' : `this department's are ${own.join(', ')}`;
    return refused('kind', `the province has no such kind of alert of this department on that day; ${known}`);
  }
  const { threshold } = kind;
  if (threshold === null) return { kind };
  const from = formatYuan(threshold.amount);
  if (amount === null) return refused('amount', `this kind is sent from ${from} yuan on; give the amount`);
  if (amount < threshold.amount)
    return refused('amount', `${formatYuan(amount)} yuan is under ${from}, from which this kind is sent`);
  return { kind };
}

/** 预警判定 · What becomes of an alert of a household. @article 3.1 */
export interface AlertJudged {
  readonly grade: AlertGrade;
  /** False: by the province's thresholds there is nothing to verify for this household. */
  readonly toVerify: boolean;
}

/**
 * R06 预警判定 · Grades an alert of a known kind; with the household known, says whether it is one for it.
 *
 * @param formerStatus  null where the household is not known yet: it is judged when it is matched
 * @article 3.1
 */
export function judgeAlert(kind: AlertKind, amount: Fen | null, formerStatus: FormerStatus | null): AlertJudged {
  const grade = gradeOfAlert(kind, amount) ?? UNGRADED;
  return { grade, toVerify: isAlert(kind, { amount, formerStatus }) !== false };
}

function refused(field: string, message: string): { readonly refusals: readonly Refusal[] } {
  return { refusals: [refuse('BAD_VALUE', message, [field], '3.1')] };
}
