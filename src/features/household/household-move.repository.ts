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

/** 迁移农户 · A household, and the region of its county that it moves to. */
export interface HouseholdMove {
  readonly id: string;
  readonly region: RegionCode;
}

/**
 * 随户迁移 · Moves what belongs to some households of a county to other regions of it, a statement a table; the households' rows
 * are locked and moved by themselves.
 *
 * @article 5.1
 */
export async function moveWithHouseholds(
  tx: Transaction,
  county: string,
  moves: readonly HouseholdMove[],
): Promise<void> {
  if (moves.length === 0) return;
  const given = JSON.stringify(moves);
  await Promise.all(
    FOLLOWING_TABLES.map((table) =>
      tx.rows(sql`UPDATE ${sql.identifier(table)} t SET region_code = c.region
        FROM jsonb_to_recordset(${given}::jsonb) AS c(id uuid, region text)
        WHERE t.county_code = ${county} AND t.household_id = c.id`),
    ),
  );
}
