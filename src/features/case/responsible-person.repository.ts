import { sql } from 'drizzle-orm';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Transaction } from '../../platform/database/database.js';
import { responsiblePerson } from './case.table.js';
import type { CasePlace } from './case-facts.js';

/** 新责任人 · A person to be named; name and phone sealed. */
export interface NewResponsiblePerson {
  readonly id: string;
  readonly nameSealed: string;
  readonly phoneSealed: string | null;
  readonly organization: string;
  readonly servesFrom: CalendarDate;
}

/** 确定责任人 · Ends the term of whoever serves on that day, and begins the new one. */
export async function assignPerson(tx: Transaction, place: CasePlace, person: NewResponsiblePerson): Promise<void> {
  await Promise.all([
    tx.rows(sql`
      UPDATE ${responsiblePerson} SET serves_to = ${person.servesFrom}::date - 1
      WHERE county_code = ${place.countyCode} AND case_id = ${place.caseId}::uuid AND serves_to IS NULL AND serves_from < ${person.servesFrom}::date`),
    tx.run(tx.orm.insert(responsiblePerson).values({ ...place, ...person })),
  ]);
}

/** 现任责任人起始日 · First day of whoever serves now; null where nobody does. */
export async function servesSince(tx: Transaction, county: string, caseId: string): Promise<CalendarDate | null> {
  const [row] = await tx.rows<{ day: CalendarDate | null }>(sql`
    SELECT max(serves_from) AS day FROM ${responsiblePerson}
    WHERE county_code = ${county} AND case_id = ${caseId}::uuid AND serves_to IS NULL`);
  return row?.day ?? null;
}
