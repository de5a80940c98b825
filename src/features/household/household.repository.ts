import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/database/database.js';
import { among, arrayLiteral } from '../../platform/database/filter-condition.js';
import { pinnedTo, type Row } from '../../platform/database/read-rows.js';
import { inScope } from '../../platform/database/scope-condition.js';
import type { Selection } from '../../platform/database/selection.js';
import { type Reach, RowsInReach } from '../access/index.js';
import { householdShape } from './household-shape.repository.js';

/** 可及农户 · Households within a reach, with all that was asked for below them. */
export const householdsInReach = new RowsInReach(householdShape, 'id', 'closed_on');

/** 成员所属农户 · The household of a member, one that has left included, within the reach. */
export function findHouseholdOfMember(
  tx: Transaction,
  reach: Reach,
  selection: Selection,
  county: string,
  memberId: string,
): Promise<Row[]> {
  const own = sql`SELECT m.household_id FROM member m WHERE ${pinnedTo([county], 'm')} AND m.id = ${memberId}::uuid`;
  return householdsInReach.findWhere(tx, reach, selection, county, sql`t.id = (${own})`, 1);
}

/** 农户所在 · Where a household lives in the register. */
export interface HouseholdPlace {
  readonly county: string;
  readonly id: string;
}

/** 按户编号查找 · The household of a number in the whole register; whether it is in a reach is another question. */
export async function placeOfNumber(tx: Transaction, number: string): Promise<HouseholdPlace | null> {
  return (await placesOfNumbers(tx, [number])).get(number) ?? null;
}

/** 按户编号批量查找 · The households of some numbers in the whole register, by number. */
export async function placesOfNumbers(
  tx: Transaction,
  numbers: readonly string[],
): Promise<Map<string, HouseholdPlace>> {
  if (numbers.length === 0) return new Map();
  const rows = await tx.rows<HouseholdPlace & { number: string }>(sql`
    SELECT number, county_code AS county, household_id AS id FROM household_number
    WHERE ${among('number', numbers, 'text')}`);
  return new Map(rows.map(({ number, county, id }) => [number, { county, id }]));
}

/** 可及农户 · Which of some households lie in the reach, by id. */
export async function reachableHouseholds(
  tx: Transaction,
  reach: Reach,
  places: readonly HouseholdPlace[],
): Promise<Set<string>> {
  const counties = [...new Set(places.map(({ county }) => county))].filter((county) => reach.county(county) !== null);
  if (counties.length === 0) return new Set();
  const rows = await tx.rows<{ id: string }>(sql`
    SELECT t.id FROM household t WHERE t.county_code = ANY (${arrayLiteral(counties)}::text[])
      AND t.id = ANY (${arrayLiteral(places.map(({ id }) => id))}::uuid[]) AND ${inScope(reach.scope, 'id')}`);
  return new Set(rows.map(({ id }) => id));
}
