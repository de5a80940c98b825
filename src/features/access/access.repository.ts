import { eq } from 'drizzle-orm';
import type { Transaction } from '../../platform/database/database.js';
import { householdNumber } from '../household/household.table.js';

/** 农户所在 · Where a household lives in the register. */
export interface HouseholdPlace {
  readonly countyCode: string;
  readonly householdId: string;
}

/** 按户编号查找 · The household of a number, through the national directory; null where there is none. */
export async function findHouseholdByNumber(tx: Transaction, number: string): Promise<HouseholdPlace | null> {
  const [found] = await tx.orm
    .select({ countyCode: householdNumber.countyCode, householdId: householdNumber.householdId })
    .from(householdNumber)
    .where(eq(householdNumber.number, number));
  return found ?? null;
}
