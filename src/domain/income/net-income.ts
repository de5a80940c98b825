import { type Fen, fen, perHead, sumFen } from '../kernel/money.js';
import type { IncomeRecord } from './income-record.js';

/**
 * 家庭纯收入 · Wages, business, property and transfers less the costs of production; whole household, fen.
 *
 * Negative where production cost more than everything brought in.
 *
 * @article 2.1
 */
export function netIncome(record: IncomeRecord): Fen {
  const { wages, business, property, transfers, businessExpenses } = record;
  return fen(sumFen(wages, business, property, transfers) - businessExpenses);
}

/** 家庭人均纯收入 · Net income a head, to the fen. @article 2.1 */
export function perCapita(record: IncomeRecord): Fen {
  return perHead(netIncome(record), record.heads);
}

/** 刚性支出合计 · All six kinds of rigid expenditure, whole household, fen. @article 2.1 */
export function rigidTotal(record: IncomeRecord): Fen {
  const { medical, education, disaster, accident, housing, other } = record.rigid;
  return sumFen(medical, education, disaster, accident, housing, other);
}

/** 扣除刚性支出后人均收入 · Net income less rigid expenditure, a head. @article 2.1 */
export function perCapitaAfterRigid(record: IncomeRecord): Fen {
  return perHead(fen(netIncome(record) - rigidTotal(record)), record.heads);
}

/**
 * 人均收入参考范围 · Net income plus claims paid less the own share of compliant medical cost, a head (R23).
 *
 * @article G
 * @example netIncome 30,000 + claims 2,000 − medical 5,000 among 3 // 9,000.00 yuan
 */
export function referencePerCapita(record: IncomeRecord): Fen {
  return perHead(fen(netIncome(record) + record.claimsPaid - record.compliantMedicalCost), record.heads);
}
