import { type SQL, sql } from 'drizzle-orm';

/**
 * 兵团所属 · Whether a row is of a regiment of the Corps inside a county of Xinjiang, which has the Corps' own rules, as
 * `configurationKeyOf` of the domain has it.
 *
 * @param alias  of a table with `region_code` in the statement
 * @article 5.1
 */
export function isOfCorps(alias: string): SQL {
  return sql.raw(`(${alias}.region_code LIKE '65____5%')`);
}
