import { type SQL, sql } from 'drizzle-orm';

/**
 * 窗口长度相符 · Whether a row of `income_record` spans so many months, as `spansMonths` of the domain has it.
 *
 * @param alias  of the table in the statement
 * @param months  an expression: the window of the line that it is held against
 * @article 2.2
 */
export function spansMonths(alias: string, months: string): SQL {
  return sql.raw(`(${alias}.window_from + make_interval(months => ${months}))::date - ${alias}.window_to IN (0, 1)`);
}

/**
 * 人均纯收入 · Net income a head of a row of `income_record` in fen, as `perCapita` of the domain has it: halves are rounded away from
 * zero, in whole numbers only, so that nothing is lost on the way.
 *
 * @article 2.2
 */
export function perHead(alias: string): SQL {
  const net = ['wages', 'business', 'property', 'transfers'].map((part) => `${alias}.${part}`).join(' + ');
  const all = `(${net} - ${alias}.business_expenses)`;
  return sql.raw(`sign(${all})::bigint * ((abs(${all}) * 2 + ${alias}.heads) / (${alias}.heads * 2))`);
}
