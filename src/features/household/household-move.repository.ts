import { sql } from 'drizzle-orm';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { Transaction } from '../../platform/database/database.js';

/**
 * Every table whose rows follow their household to another village. What was said stays where it was said: audit events
 * cannot change, and a notice hangs on the board of the village where it was put up.
 */
export const FOLLOWING_TABLES = [
  'member',
  'income_record',
  'guarantee_check',
  'lead',
  'monitoring_case',
  'case_risk',
  'responsible_person',
  'procedure_run',
  'procedure_step',
  'support_measure',
  'delivery',
  'correction',
  'visit',
  'quality_finding',
  'screening_finding',
  'department_alert',
] as const;

/**
 * 随户迁移 · Moves what belongs to a household to another region of the same county; the household's row is locked and moved
 * by itself.
 *
 * @article 5.1
 */
export async function moveWithHousehold(
  tx: Transaction,
  { countyCode, id }: { readonly countyCode: string; readonly id: string },
  region: RegionCode,
): Promise<void> {
  await Promise.all(
    FOLLOWING_TABLES.map((table) =>
      tx.rows(sql`UPDATE ${sql.identifier(table)} SET region_code = ${region}
        WHERE county_code = ${countyCode} AND household_id = ${id}::uuid`),
    ),
  );
}
