import { sql } from 'drizzle-orm';
import type { MeasureDecided } from '../../domain/case/after-run.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { MeasureStatus, SupportMeasure } from '../../domain/support/support-measure.js';
import type { Transaction } from '../../platform/database/database.js';
import type { CasePlace } from '../case/index.js';
import { tallyMeasures } from '../tally/index.js';
import { delivery, supportMeasure } from './support.table.js';

/** 新措施 · A measure to be kept, with what the rules do not look at. */
export interface NewMeasure extends SupportMeasure {
  /** Null for urgent help, which no run approves. */
  readonly runId: string | null;
  readonly fundingLevel: string | null;
  readonly provider: string | null;
  readonly plannedOn: CalendarDate;
  readonly overrideReasonSealed: string | null;
  /** Instant of the entry. */
  readonly at: string;
}

/** 新建措施 · Inserts measures of one locked case. */
export async function insertMeasures(
  tx: Transaction,
  place: CasePlace,
  measures: readonly NewMeasure[],
): Promise<void> {
  const rows = measures.map(({ budget, delivered, at, ...measure }) => ({
    ...place,
    ...measure,
    addresses: [...measure.addresses],
    budgetFen: budget,
    deliveredFen: delivered,
    createdAt: at,
  }));
  const ids = rows.map(({ id }) => id);
  await Promise.all([
    tx.run(tx.orm.insert(supportMeasure).values(rows)),
    tallyMeasures(
      tx,
      place.countyCode,
      ids.map((id) => ({ id, status: null })),
    ),
  ]);
}

/** 更新措施 · Writes what a change made of one measure of a locked case. @param before  as it was */
export async function updateMeasure(
  tx: Transaction,
  { countyCode }: CasePlace,
  { id, status: before }: Pick<SupportMeasure, 'id' | 'status'>,
  set: Partial<typeof supportMeasure.$inferInsert> & { readonly status: MeasureStatus },
): Promise<void> {
  const moves = set.status !== before;
  await Promise.all([
    tx.run(tx.orm.update(supportMeasure).set(set).where(sql`county_code = ${countyCode} AND id = ${id}::uuid`)),
    moves ? tallyMeasures(tx, countyCode, [{ id, status: before }]) : undefined,
  ]);
}

/** 更新措施状态 · Writes the statuses of some measures of locked cases of a county, in one statement, and what that moves in the tallies in another. */
export async function setMeasureStatuses(
  tx: Transaction,
  county: string,
  changes: readonly MeasureDecided[],
): Promise<void> {
  await Promise.all([
    tx.rows(sql`
      UPDATE ${supportMeasure} SET status = c.status
      FROM jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) AS c(id uuid, status text)
      WHERE support_measure.county_code = ${county} AND support_measure.id = c.id`),
    tallyMeasures(
      tx,
      county,
      changes.map(({ id, before }) => ({ id, status: before })),
    ),
  ]);
}

/** 新落实 · A delivery to be kept; its note sealed. */
export interface NewDelivery {
  readonly id: string;
  readonly measureId: string;
  readonly deliveredOn: CalendarDate;
  readonly amountFen: number | null;
  readonly inKind: string | null;
  readonly noteSealed: string | null;
  readonly evidence: readonly unknown[];
  /** Instant of the entry. */
  readonly recordedAt: string;
}

/** 登记落实 · Inserts a delivery of a measure. */
export async function insertDelivery(tx: Transaction, place: CasePlace, given: NewDelivery): Promise<void> {
  const { countyCode, regionCode, householdId } = place;
  await tx.run(tx.orm.insert(delivery).values({ countyCode, regionCode, householdId, ...given }));
}
