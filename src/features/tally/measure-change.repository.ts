import { type SQL, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { MeasureStatus, MeasureTiming } from '../../domain/support/support-measure.js';
import type { Transaction } from '../../platform/database/database.js';
import { arrayLiteral } from '../../platform/database/filter-condition.js';
import { standingOf } from './tallied-units.repository.js';

/** 原先的措施 · A measure as it was before it was written; null where it was not there. @article none — technical */
export interface MeasureBefore {
  readonly id: string;
  readonly status: MeasureStatus | null;
  /** Absent: as it is. */
  readonly timing?: MeasureTiming;
}

/**
 * 记措施变动 · Takes what the households of some measures had of their families out of the tallies and puts in what they have; sent at once
 * after what wrote these measures. All cases of these households are locked, as by whoever changes a case, since what a household has of a
 * family and a timing may lie in several.
 *
 * @article 5.2
 */
export async function tallyMeasures(tx: Transaction, county: string, written: readonly MeasureBefore[]): Promise<void> {
  const ids = arrayLiteral(written.map(({ id }) => id));
  await writeUnits(
    tx,
    sql`(SELECT DISTINCT i.household_id, i.family FROM support_measure i WHERE i.county_code = ${county} AND i.id = ANY (${ids}::uuid[])) a
    JOIN monitoring_case c ON c.county_code = ${county} AND c.household_id = a.household_id
    JOIN support_measure m ON m.county_code = ${county} AND m.case_id = c.id AND m.family = a.family
    LEFT JOIN jsonb_to_recordset(${JSON.stringify(written)}::jsonb) AS b(id uuid, status text, timing text) ON b.id = m.id
    CROSS JOIN LATERAL (VALUES (-1, coalesce(b.timing, m.timing), CASE WHEN b.id IS NULL THEN m.status ELSE b.status END),
      (1, m.timing, m.status)) w(weight, timing, status)
    WHERE m.record_closed_on IS NULL AND w.status IS NOT NULL`,
  );
}

/** 注销措施 · Takes all measures of a household out of the tallies, whose record is closed in this transaction. @article 5.3 */
export async function tallyClosedMeasures(tx: Transaction, county: string, householdId: string): Promise<void> {
  await writeUnits(
    tx,
    sql`monitoring_case c JOIN support_measure m ON m.county_code = ${county} AND m.case_id = c.id
    CROSS JOIN LATERAL (VALUES (-1, m.timing, m.status)) w(weight, timing, status)
    WHERE c.county_code = ${county} AND c.household_id = ${householdId}::uuid`,
  );
}

/** A unit for each household, family and timing; where it is as it was, none. @param measures  under alias `m`, with their weights under `w` */
async function writeUnits(tx: Transaction, measures: SQL): Promise<void> {
  const batch = uuidv7();
  // Ids are of the moment, and different for each row of the batch.
  const id = sql`overlay(md5(concat_ws('/', ${batch}::text, g.household_id, g.family, g.timing, g.standing)) placing ${batch.replaceAll('-', '').slice(0, 12)}::text from 1)::uuid`;
  await tx.rows(sql`
    INSERT INTO tally_change (county_code, id, region_code, subject, weight, family, timing, status, size, labour_count)
    SELECT g.county_code, ${id}, min(g.region_code), 'MEASURES', sum(g.weight), g.family, g.timing, g.standing, 0, 0
    FROM (SELECT m.county_code, m.household_id, m.family, w.timing, w.weight, min(m.region_code) AS region_code, ${standingOf('w.status')} AS standing
      FROM ${measures} GROUP BY 1, 2, 3, 4, 5) g
    GROUP BY g.county_code, g.household_id, g.family, g.timing, g.standing HAVING sum(g.weight) <> 0`);
}
