import { sql } from 'drizzle-orm';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Transaction } from '../../platform/database/database.js';
import { arrayLiteral } from '../../platform/database/filter-condition.js';
import { caseRisk } from './case.table.js';
import type { CasePlace } from './procedure.repository.js';

/** 新风险 · A risk to be added to a case. */
export interface NewRisk {
  readonly id: string;
  readonly riskType: string;
  readonly primary: boolean;
  readonly identifiedOn: CalendarDate;
  readonly noteSealed?: string | null;
}

/** 记录风险 · Adds risks to a case. */
export async function insertRisks(tx: Transaction, place: CasePlace, risks: readonly NewRisk[]): Promise<void> {
  await tx.run(tx.orm.insert(caseRisk).values(risks.map((risk) => ({ ...place, ...risk }))));
}

/** 化解风险 · Marks risks of a case as resolved. */
export async function resolveRisks(
  tx: Transaction,
  place: CasePlace,
  ids: readonly string[],
  on: CalendarDate,
  noteSealed: string | null = null,
): Promise<void> {
  await tx.run(
    tx.orm
      .update(caseRisk)
      .set({ resolvedOn: on, resolutionNoteSealed: noteSealed })
      .where(
        sql`county_code = ${place.countyCode} AND case_id = ${place.caseId}::uuid AND id = ANY (${arrayLiteral(ids)}::uuid[])`,
      ),
  );
}
