import type { IncomeRecord, RigidExpenditure } from '../../domain/income/income-record.js';
import { addDays, addMonths, type CalendarDate } from '../../domain/kernel/calendar-date.js';
import { type Fen, fen } from '../../domain/kernel/money.js';
import type { RiskGroup } from '../../domain/risk/risk-type.js';
import type { SeededRandom } from './seeded-random.js';

/** 收入要求 · What a window of income is to show. */
export interface IncomeOrder {
  /** Last day of the window, a month's end. */
  readonly to: CalendarDate;
  readonly windowMonths: number;
  readonly heads: number;
  /** Net income a head, fen. */
  readonly perCapita: number;
  readonly hasLabour: boolean;
  /** Whether somebody is ill or disabled: only then is there medical spending. */
  readonly unwell: boolean;
  /** Rigid spending of the whole household by what caused it, fen. */
  readonly rigid: readonly { readonly group: RiskGroup; readonly amount: number }[];
}

const KIND_OF_GROUP: Partial<Readonly<Record<RiskGroup, keyof RigidExpenditure>>> = {
  ILLNESS: 'medical',
  DISABILITY: 'medical',
  EDUCATION: 'education',
  DISASTER: 'disaster',
  ACCIDENT: 'accident',
  HOUSING: 'housing',
};

/** Whole yuan. */
const round = (amount: number): Fen => fen(Math.round(amount / 100) * 100);

/** 窗口起日 · First day of a window that ends on a month's last day. */
export function windowFrom(to: CalendarDate, months: number): CalendarDate {
  return addMonths(addDays(to, 1), -months);
}

/**
 * 拟制收入 · A record whose net income a head is the one asked for, to the fen: wages where there is labour, business with its
 * costs, a little property, transfers.
 *
 * @article none — calibration
 */
export function composeIncome(order: IncomeOrder, random: SeededRandom): IncomeRecord {
  const { to, windowMonths, heads, perCapita, hasLabour, unwell } = order;
  const net = Math.round(perCapita / 100) * 100 * heads;
  const transfers = round(net * (hasLabour ? 0.06 + 0.14 * random.fraction() : 0.7 + 0.2 * random.fraction()));
  const property = round(net * 0.03 * random.fraction());
  const earned = net - transfers - property;
  const wages = hasLabour ? round(earned * (0.45 + 0.5 * random.fraction())) : fen(0);
  const fromBusiness = earned - wages;
  const businessExpenses = round(fromBusiness * (0.3 + 0.6 * random.fraction()));
  const rigid = rigidOf(order, net, random);
  const compliantMedicalCost = round(rigid.medical * (0.55 + 0.3 * random.fraction()));
  const claimsPaid = unwell && random.chance(0.4) ? round(rigid.medical * 0.4 * random.fraction()) : fen(0);
  return {
    from: windowFrom(to, windowMonths),
    to,
    wages,
    business: fen(fromBusiness + businessExpenses),
    property,
    transfers,
    businessExpenses,
    claimsPaid,
    compliantMedicalCost,
    rigid,
    heads,
  };
}

function rigidOf({ rigid, unwell }: IncomeOrder, net: number, random: SeededRandom): RigidExpenditure {
  const kinds = { medical: 0, education: 0, disaster: 0, accident: 0, housing: 0, other: 0 };
  if (unwell) kinds.medical += net * (0.01 + 0.03 * random.fraction());
  for (const { group, amount } of rigid) kinds[KIND_OF_GROUP[group] ?? 'other'] += amount;
  return Object.fromEntries(
    Object.entries(kinds).map(([kind, amount]) => [kind, round(amount)]),
  ) as unknown as RigidExpenditure;
}
