import { type SQL, sql } from 'drizzle-orm';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Transaction } from '../../platform/database/database.js';
import { caseRisk } from './case.table.js';
import type { CasePlace } from './case-facts.js';

/** 新风险 · A risk to be added to a case. */
export interface NewRisk {
  readonly id: string;
  readonly riskType: string;
  readonly primary: boolean;
  readonly identifiedOn: CalendarDate;
  readonly noteSealed?: string | null;
}

/** 记录风险 · Adds risks to cases. */
export async function insertRisks(tx: Transaction, risks: readonly (CasePlace & NewRisk)[]): Promise<void> {
  await tx.insert(caseRisk, risks);
}

/** 已化解的风险 · Which risk, since when, and how; sealed. */
export interface ResolvedRisk {
  readonly id: string;
  readonly on: CalendarDate;
  readonly noteSealed?: string | null;
}

/** 化解风险 · The update that marks risks of a county's cases as resolved; none where there is none to mark. */
export function resolutionOf(county: string, risks: readonly ResolvedRisk[]): SQL[] {
  if (risks.length === 0) return [];
  const update = sql`
    UPDATE ${caseRisk} SET resolved_on = c."on", resolution_note_sealed = c."noteSealed"
    FROM jsonb_to_recordset(${JSON.stringify(risks)}::jsonb) AS c(id uuid, "on" date, "noteSealed" text)
    WHERE case_risk.county_code = ${county} AND case_risk.id = c.id`;
  return [update];
}
