import type { HouseholdFacts } from '../../../src/domain/household/household-facts.js';
import type { IncomeRecord } from '../../../src/domain/income/income-record.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { ZERO_FEN } from '../../../src/domain/kernel/money.js';
import { household, householdNumber } from '../../../src/features/household/household.table.js';
import { incomeRecord } from '../../../src/features/income/income.table.js';
import type { Database } from '../../../src/platform/database/database.js';
import { WHOLE_REGISTER } from '../../../src/platform/database/scope.js';

/** What one window brought in and cost, in fen. */
export interface PlantedIncome {
  readonly from: string;
  readonly to: string;
  readonly heads: number;
  readonly wages: number;
  readonly businessExpenses: number;
}

const RIGID = { medical: 0, education: 0, disaster: 0, accident: 0, housing: 0, other: 0 };
const REST = { business: 0, property: 0, transfers: 0, claimsPaid: 0, compliantMedicalCost: 0 };

let planted = 0;

/** Writes households with these incomes into a village, and gives the facts of each as the rules look at them. */
export async function plantHouseholds(
  database: Database,
  regionCode: string,
  incomes: readonly (readonly PlantedIncome[])[],
): Promise<HouseholdFacts[]> {
  const countyCode = regionCode.slice(0, 6);
  const at = '2024-01-10T00:00:00.000Z';
  const facts: HouseholdFacts[] = [];
  await database.write(WHOLE_REGISTER, async (tx) => {
    const place = { countyCode, regionCode };
    for (const records of incomes) {
      planted += 1;
      const id = `00000000-0000-7000-8000-${String(planted).padStart(12, '0')}`;
      const number = `S${planted}`;
      const derived = { size: 1, labourCount: 1, specialGroups: [], version: 1, auditSequence: 0, synthetic: true };
      const said = { formerStatus: 'GENERAL', resettled: false, createdAt: at, updatedAt: at };
      await tx.run(tx.orm.insert(household).values({ ...place, id, number, ...derived, ...said }));
      await tx.run(tx.orm.insert(householdNumber).values({ number, countyCode, householdId: id }));
      for (const [index, { from, to, ...amounts }] of records.entries()) {
        const key = `00000000-0000-7000-9000-${String(planted * 100 + index).padStart(12, '0')}`;
        const window = { windowFrom: from, windowTo: to, recordedAt: at };
        const row = { ...place, ...RIGID, ...REST, ...amounts, ...window, id: key, householdId: id };
        await tx.run(tx.orm.insert(incomeRecord).values(row));
      }
      facts.push({
        id,
        regionCode,
        formerStatus: 'GENERAL',
        resettled: false,
        members: [],
        guarantees: [],
        incomes: records.map(
          ({ from, to, ...amounts }) =>
            ({
              ...REST,
              ...amounts,
              from: date(from),
              to: date(to),
              rigid: { ...RIGID, medical: ZERO_FEN },
            }) as IncomeRecord,
        ),
      });
    }
  });
  return facts;
}
