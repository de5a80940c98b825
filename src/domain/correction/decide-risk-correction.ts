import type { CaseRisk } from '../case/monitoring-case.js';
import type { CalendarDate } from '../kernel/calendar-date.js';
import { type Refusal, refuse } from '../kernel/verdict.js';
import type { RiskType } from '../risk/risk-type.js';
import type { SupportMeasure } from '../support/support-measure.js';
import { type Consequence, type Corrected, inSet, type RiskCorrection } from './correction.js';

/** 风险更正 · A risk of a case, what of it is put right, and what stands beside it. @article 4.2 */
export interface RiskCorrectionQuestion {
  readonly risk: CaseRisk;
  /** All risks of the case, this one too. */
  readonly risks: readonly CaseRisk[];
  readonly measures: readonly SupportMeasure[];
  readonly set: RiskCorrection;
  /** Known to the province today. */
  readonly riskTypes: readonly RiskType[];
  readonly today: CalendarDate;
}

/**
 * 更正风险 · Puts right the type of a risk, the day it was found, or whether it is the main one; a risk that was resolved too.
 *
 * @article 4.2
 */
export function decideRiskCorrection(question: RiskCorrectionQuestion): Corrected<CaseRisk> {
  const { risk, set, risks, measures } = question;
  const refusals = [...typeRefusals(question), ...restRefusals(question)];
  const fields = (['riskType', 'primary', 'identifiedOn'] as const).filter((field) => set[field] !== undefined);
  if (fields.length === 0)
    refusals.push(refuse('BAD_VALUE', 'say what is put right: riskType, primary or identifiedOn', inSet(), '4.2'));
  for (const field of fields)
    if (set[field] === risk[field])
      refusals.push(refuse('BAD_VALUE', `${field} is ${String(risk[field])} already`, inSet(field), '4.2'));
  if (refusals.length > 0) return { refusals };
  const after: CaseRisk = { ...risk, ...set };
  const of = (values: CaseRisk) => Object.fromEntries(fields.map((field) => [field, values[field]]));
  return { after, before: of(risk), values: of(after), consequences: unanswered(risk, after, risks, measures) };
}

function typeRefusals({ risk, risks, set, riskTypes }: RiskCorrectionQuestion): Refusal[] {
  const { riskType } = set;
  if (riskType === undefined) return [];
  if (!riskTypes.some(({ code }) => code === riskType))
    return [refuse('BAD_VALUE', `the province knows no risk type "${riskType}"`, inSet('riskType'), '4.2')];
  const isOpen = ({ id, riskType: type, resolvedOn }: CaseRisk): boolean =>
    id !== risk.id && type === riskType && resolvedOn === null;
  if (risk.resolvedOn !== null || !risks.some(isOpen)) return [];
  return [refuse('DUPLICATE', `the case has an open risk "${riskType}" already`, inSet('riskType'), '4.2')];
}

function restRefusals({ risk, risks, set, today }: RiskCorrectionQuestion): Refusal[] {
  const { primary, identifiedOn: day } = set;
  const refusals: Refusal[] = [];
  if (primary === true && risks.some((other) => other.id !== risk.id && other.primary && other.resolvedOn === null)) {
    const message = 'another open risk is the main one; correct that one first';
    refusals.push(refuse('RULE_VIOLATION', message, inSet('primary'), '4.2'));
  }
  if (day !== undefined && day > today)
    refusals.push(refuse('DATE_IN_FUTURE', `${day} has not come; today is ${today}`, inSet('identifiedOn'), '4.2'));
  if (day !== undefined && risk.resolvedOn !== null && day > risk.resolvedOn) {
    const message = `the risk was resolved on ${risk.resolvedOn}, before ${day}`;
    refusals.push(refuse('DATE_ORDER', message, inSet('identifiedOn'), '4.2'));
  }
  return refusals;
}

/** Measures that named the risk as it was, and that now name none of the case. */
function unanswered(
  before: CaseRisk,
  after: CaseRisk,
  risks: readonly CaseRisk[],
  measures: readonly SupportMeasure[],
): Consequence[] {
  if (before.riskType === after.riskType) return [];
  const kept = risks.some(({ id, riskType }) => id !== before.id && riskType === before.riskType);
  const standing = measures.some(
    ({ status, addresses }) => status !== 'CANCELLED' && addresses.includes(before.riskType),
  );
  if (kept || !standing) return [];
  return [
    {
      code: 'measure-without-risk',
      message: {
        zh: `有帮扶措施针对的是${before.riskType},本户已无此风险,请核对帮扶计划`,
        en: `a measure addresses ${before.riskType}, a risk that the case no longer has: look at the plan again`,
      },
      article: '4.2',
    },
  ];
}
