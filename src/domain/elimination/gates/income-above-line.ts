import { measureOf } from '../../income/income-concept.js';
import { spansMonths } from '../../income/income-in-window.js';
import type { IncomeRecord } from '../../income/income-record.js';
import { perCapita, referencePerCapita } from '../../income/net-income.js';
import { type Fen, fen, formatYuan } from '../../kernel/money.js';
import { type EliminationQuestion, lookedAtFrom } from '../elimination-question.js';
import { fails, type Gate, passes } from '../gate.js';

const CODE = 'income-above-line';

/**
 * R11 收入持续稳定 · In every window that ends in the province's months, income a head and reference income a head lie
 * above the line of the elimination year; to the fen, and the line itself is not above it.
 *
 * In the concept that the province asks for at elimination, else that of the line; the reason names it and what it is made of.
 * Windows count that span the line's months. No such window in that time is no proof: the gate says what to record.
 *
 * @article 3.3
 */
export function incomeAboveLine(question: EliminationQuestion): Gate {
  const { on, incomes, rules } = question;
  const { line } = rules;
  if (line === null)
    return fails(CODE, `${on}尚无有效的监测线`, `no monitoring line is in force on ${on}`, ['monitoring line']);
  const from = lookedAtFrom(question);
  if (from === null) return fails(CODE, '尚无识别日期', 'there is no day of identification', ['day of identification']);
  const windows = incomes.filter(
    (record) => record.to >= from && record.to <= on && spansMonths(record, line.windowMonths),
  );
  if (windows.length === 0)
    return fails(
      CODE,
      `缺少在${from}至${on}之间截止的${line.windowMonths}个月收入记录`,
      `no income over ${line.windowMonths} months is recorded that ends between ${from} and ${on}`,
      [`income over ${line.windowMonths} months that ends between ${from} and ${on}`],
    );
  const { name, madeOf } = measureOf(rules.elimination.concept?.value ?? line.concept);
  const least = formatYuan(line.perCapitaIncome);
  const short = windows.filter((record) => !(lowest(record) > line.perCapitaIncome));
  if (short.length === 0)
    return passes(
      CODE,
      `${name.zh}均超过监测线${least}元(${madeOf.zh})`,
      `${name.en} is above the line of ${least} yuan throughout (${madeOf.en})`,
    );
  const zh = short.map((record) => `${record.from}至${record.to}为${formatYuan(lowest(record))}元`).join(';');
  const en = short.map((record) => `${formatYuan(lowest(record))} yuan from ${record.from} to ${record.to}`).join('; ');
  return fails(
    CODE,
    `${name.zh}未超过监测线${least}元:${zh}(${madeOf.zh})`,
    `${name.en} is not above the line of ${least} yuan: ${en} (${madeOf.en})`,
  );
}

/** The lower of income and reference income a head: both must be above the line. */
const lowest = (record: IncomeRecord): Fen => fen(Math.min(perCapita(record), referencePerCapita(record)));
