import { sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { TalliedCase, TalliedHousehold, UnitChange } from '../../domain/statistics/rollup/tally-change.js';
import type { Transaction } from '../../platform/database/database.js';
import { arrayLiteral } from '../../platform/database/filter-condition.js';
import { tallyChange } from './tally.table.js';

/** 户的所在与要素 · A household whose row the transaction holds. */
export interface HeldHousehold extends TalliedHousehold {
  readonly countyCode: string;
  readonly regionCode: string;
}

/** 单元及其农户 · Units put in or taken out, and what their household says, said once for all. */
export interface HouseholdUnits {
  readonly household: HeldHousehold;
  readonly units: readonly UnitChange[];
}

/** Rows a statement at most. */
const SLICE = 1_000;

/** 写入变动 · Writes what changed of households whose rows the transaction holds. @article 5.2 */
export async function writeTallyChanges(tx: Transaction, changes: readonly HouseholdUnits[]): Promise<void> {
  const rows = changes.flatMap(({ household, units }) =>
    units.map((unit) => ({ ...unit, ...columnsOf(household), id: uuidv7() })),
  );
  const slices = Array.from({ length: Math.ceil(rows.length / SLICE) }, (_, n) =>
    rows.slice(n * SLICE, (n + 1) * SLICE),
  );
  await Promise.all(slices.map((slice) => tx.insert(tallyChange, slice)));
}

function columnsOf({
  countyCode,
  regionCode,
  formerStatus,
  resettled,
  size,
  labourCount,
  perCapitaFen,
}: HeldHousehold) {
  return { countyCode, regionCode, formerStatus, resettled, size, labourCount, perCapitaFen: perCapitaFen ?? null };
}

/** 档案的变动 · What changed of a case that the transaction has locked. */
export interface CaseUnits {
  readonly householdId: string;
  readonly units: readonly UnitChange[];
}

/**
 * 写入档案变动 · Writes what changed of locked cases of a county, in one statement. What their households say is read as it is
 * committed now: whoever changes a household locks its cases before saying what that moves, so that it has either been said
 * by now or will be said of the case as it is left.
 *
 * @article 5.2
 */
export async function writeCaseChanges(tx: Transaction, county: string, changes: readonly CaseUnits[]): Promise<void> {
  const rows = changes.flatMap(({ householdId, units }) =>
    units.map((unit) => ({ id: uuidv7(), householdId, ...unit })),
  );
  if (rows.length === 0) return;
  await tx.rows(sql`
    INSERT INTO tally_change (county_code, id, region_code, subject, weight, former_status, resettled, monitored,
      category, status, tracking_only, opened_on, identified_on, eliminated_on, size, labour_count, per_capita_fen)
    SELECT h.county_code, c.id, h.region_code, c.subject, c.weight, h.former_status, h.resettled, c.monitored,
      c.category, c.status, c."trackingOnly", c."openedOn", c."identifiedOn", c."eliminatedOn", h.size, h.labour_count, h.per_capita_fen
    FROM household h JOIN jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS c(id uuid, "householdId" uuid, subject text, weight smallint,
      monitored boolean, category text, status text, "trackingOnly" boolean, "openedOn" date, "identifiedOn" date, "eliminatedOn" date)
      ON c."householdId" = h.id
    WHERE h.county_code = ${county}`);
}

/** 农户的档案 · A case with the household that it belongs to. */
export interface CaseOfHousehold extends TalliedCase {
  readonly householdId: string;
}

/** 锁定农户的档案 · All cases of some households of a county, locked in the order of their ids; the households are locked before them. @article 5.2 */
export function lockTalliedCases(
  tx: Transaction,
  county: string,
  households: readonly string[],
): Promise<CaseOfHousehold[]> {
  return tx.rows<CaseOfHousehold>(sql`
    SELECT household_id AS "householdId", category, status, tracking_only AS "trackingOnly", opened_on AS "openedOn",
      identified_on AS "identifiedOn", eliminated_on AS "eliminatedOn"
    FROM monitoring_case c WHERE c.county_code = ${county} AND c.household_id = ANY (${arrayLiteral(households)}::uuid[])
    ORDER BY c.id FOR UPDATE`);
}
