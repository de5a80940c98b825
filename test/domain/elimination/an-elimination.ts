import { decideElimination } from '../../../src/domain/elimination/decide-elimination.js';
import type { EliminationQuestion } from '../../../src/domain/elimination/elimination-question.js';
import type { GuaranteeCheck, GuaranteeName, GuaranteeStatus } from '../../../src/domain/guarantee/guarantee-check.js';
import type { IncomeRecord } from '../../../src/domain/income/income-record.js';
import { addDays, addMonths, date } from '../../../src/domain/kernel/calendar-date.js';
import { type Fen, yuan, ZERO_FEN } from '../../../src/domain/kernel/money.js';
import { aCase, aMeasure, aRisk, RISK_TYPES } from '../case/a-case.js';

/** Twelve months of income of one head that end on a day. */
export function anIncome(to: string, perHead: string, set: Partial<IncomeRecord> = {}): IncomeRecord {
  const none = {
    medical: ZERO_FEN,
    education: ZERO_FEN,
    disaster: ZERO_FEN,
    accident: ZERO_FEN,
    housing: ZERO_FEN,
    other: ZERO_FEN,
  };
  return {
    from: addDays(addMonths(date(to), -12), 1),
    to: date(to),
    wages: yuan(perHead),
    business: ZERO_FEN,
    property: ZERO_FEN,
    transfers: ZERO_FEN,
    businessExpenses: ZERO_FEN,
    claimsPaid: ZERO_FEN,
    compliantMedicalCost: ZERO_FEN,
    rigid: none,
    heads: 1,
    ...set,
  };
}

export function aCheck(checkedOn: string, set: Partial<Record<GuaranteeName, GuaranteeStatus>> = {}): GuaranteeCheck {
  return {
    checkedOn: date(checkedOn),
    food: 'SECURE',
    clothing: 'SECURE',
    compulsoryEducation: 'SECURE',
    basicMedicalCare: 'SECURE',
    safeHousing: 'SECURE',
    drinkingWater: 'SECURE',
    ...set,
  };
}

/** Identified on 10 January 2023 for illness, treated; asked on 31 July 2023 under a line of 7,800.00 yuan and six months. */
export function anElimination(set: Partial<EliminationQuestion> = {}): EliminationQuestion {
  const treated = aMeasure({ status: 'COMPLETED', firstDeliveredOn: date('2023-02-01'), delivered: 500000 as Fen });
  return {
    on: date('2023-07-31'),
    mode: 'SUPPORTED',
    reason: null,
    facts: aCase({ risks: [aRisk('illness', { resolvedOn: date('2023-06-30') })], measures: [treated] }),
    reviewOn: null,
    members: [{ labour: 'ORDINARY' }, { labour: 'NONE' }],
    incomes: [anIncome('2023-06-30', '9000.00')],
    guarantees: [aCheck('2023-07-01')],
    rules: {
      line: { perCapitaIncome: yuan('7800.00'), windowMonths: 12, concept: 'NET_INCOME' },
      elimination: { months: { value: 6 } },
      riskTypes: RISK_TYPES,
    },
    ...set,
  };
}

/** Codes of the gates that are not passed. */
export const failing = (set: Partial<EliminationQuestion> = {}): string[] =>
  decideElimination(anElimination(set))
    .filter((gate) => !gate.passed)
    .map((gate) => gate.code);
