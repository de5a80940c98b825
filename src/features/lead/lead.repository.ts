import { sql } from 'drizzle-orm';
import { type CompiledFilter, RowsInReach } from '../access/index.js';
import { leadShape } from './lead-shape.repository.js';

/** 可及线索 · Leads within a reach, with all that was asked for below them. */
export const leadsInReach = new RowsInReach(leadShape, 'household_id', 'record_closed_on');

/** 一户的线索 · The filter that finds one household's leads. */
export function leadsOfHousehold(county: string, householdId: string): CompiledFilter {
  return { counties: [county], where: sql`t.household_id = ${householdId}::uuid` };
}
