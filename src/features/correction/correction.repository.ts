import { sql } from 'drizzle-orm';
import type { CaseRisk, DiscoveryChannel } from '../../domain/case/monitoring-case.js';
import type {
  GuaranteeCorrection,
  HouseholdCorrection,
  MeasureCorrection,
} from '../../domain/correction/correction.js';
import type { RecordedSources } from '../../domain/correction/decide-household-correction.js';
import type { GuaranteeCheck } from '../../domain/guarantee/guarantee-check.js';
import type { IncomeRecord } from '../../domain/income/income-record.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { SupportMeasure } from '../../domain/support/support-measure.js';
import type { Transaction } from '../../platform/database/database.js';
import { caseRisk, monitoringCase } from '../case/case.table.js';
import type { CaseRow } from '../case/index.js';
import { guaranteeCheck } from '../guarantee/guarantee.table.js';
import { household } from '../household/household.table.js';
import { incomeRecord } from '../income/income.table.js';
import { lead } from '../lead/lead.table.js';
import { delivery, supportMeasure } from '../support/support.table.js';
import { tallyMeasures } from '../tally/index.js';
import { correction } from './correction.table.js';

/** 记入更正 · Appends a correction; nothing changes one that was written. */
export async function insertCorrection(tx: Transaction, values: typeof correction.$inferInsert): Promise<void> {
  await tx.run(tx.orm.insert(correction).values(values));
}

/** 判定所依档案 · The newest case of a household that was not given up: the one whose decisions read the record. */
export async function newestCaseOf(tx: Transaction, county: string, householdId: string): Promise<string | null> {
  const [row] = await tx.rows<{ id: string }>(sql`
    SELECT id FROM ${monitoringCase} WHERE county_code = ${county} AND household_id = ${householdId}::uuid
      AND status NOT IN ('NOT_IDENTIFIED', 'WITHDRAWN') ORDER BY opened_on DESC, id DESC LIMIT 1`);
  return row?.id ?? null;
}

/** 档案渠道 · How a case was found. */
export async function channelOf(tx: Transaction, county: string, caseId: string): Promise<DiscoveryChannel> {
  const [row] = await tx.rows<{ channel: DiscoveryChannel }>(
    sql`SELECT channel FROM ${monitoringCase} WHERE county_code = ${county} AND id = ${caseId}::uuid`,
  );
  return row!.channel;
}

/** 风险所属档案 · The case that a risk belongs to; null for none. */
export async function caseOfRisk(tx: Transaction, county: string, riskId: string): Promise<string | null> {
  const [row] = await tx.rows<{ caseId: string }>(
    sql`SELECT case_id AS "caseId" FROM ${caseRisk} WHERE county_code = ${county} AND id = ${riskId}::uuid`,
  );
  return row?.caseId ?? null;
}

/** 更正收入记录 · Writes a record over the one of a window. */
export async function correctIncome(
  tx: Transaction,
  county: string,
  householdId: string,
  before: Pick<IncomeRecord, 'from' | 'to'>,
  { from, to, rigid, ...amounts }: IncomeRecord,
): Promise<void> {
  const set = { windowFrom: from, windowTo: to, ...amounts, ...rigid };
  await tx.run(
    tx.orm
      .update(incomeRecord)
      .set(set)
      .where(sql`county_code = ${county} AND household_id = ${householdId}::uuid
      AND window_from = ${before.from}::date AND window_to = ${before.to}::date`),
  );
}

/** 更正保障核查 · Writes a check over the one of a day that counts. */
export async function correctCheck(
  tx: Transaction,
  county: string,
  householdId: string,
  checkedOn: CalendarDate,
  after: GuaranteeCheck,
): Promise<void> {
  const newest = sql`(SELECT id FROM guarantee_check WHERE county_code = ${county} AND household_id = ${householdId}::uuid
    AND checked_on = ${checkedOn}::date ORDER BY id DESC LIMIT 1)`;
  await tx.run(tx.orm.update(guaranteeCheck).set(after).where(sql`county_code = ${county} AND id = ${newest}`));
}

/** 更晚录入的核查 · How many checks of one day were entered after the one of another day that counts: of one day the later entry does. */
export async function checksEnteredLater(
  tx: Transaction,
  county: string,
  householdId: string,
  { checkedOn, day }: Pick<GuaranteeCorrection, 'checkedOn' | 'day'>,
): Promise<number> {
  if (day === undefined || day === checkedOn) return 0;
  const [row] = await tx.rows<{ later: number }>(sql`
    SELECT count(*)::int AS later FROM ${guaranteeCheck} WHERE county_code = ${county} AND household_id = ${householdId}::uuid
      AND checked_on = ${day}::date AND id > (SELECT id FROM ${guaranteeCheck} WHERE county_code = ${county}
        AND household_id = ${householdId}::uuid AND checked_on = ${checkedOn}::date ORDER BY id DESC LIMIT 1)`);
  return row?.later ?? 0;
}

/** 已记来源 · Where a household and the records that a correction names come from; of several checks of a day, the one that counts. */
export async function recordedSources(
  tx: Transaction,
  county: string,
  householdId: string,
  { income, guarantees }: HouseholdCorrection,
): Promise<RecordedSources> {
  const own = sql`r.county_code = ${county} AND r.household_id = ${householdId}::uuid`;
  const [row] = await tx.rows<RecordedSources>(sql`
    SELECT t.source AS household,
      (SELECT r.source FROM ${incomeRecord} r WHERE ${own} AND r.window_from = ${income?.from ?? null}::date
        AND r.window_to = ${income?.to ?? null}::date) AS income,
      (SELECT r.source FROM ${guaranteeCheck} r WHERE ${own} AND r.checked_on = ${guarantees?.checkedOn ?? null}::date
        ORDER BY r.id DESC LIMIT 1) AS guarantees
    FROM ${household} t WHERE t.county_code = ${county} AND t.id = ${householdId}::uuid`);
  return row!;
}

/** 更正风险 · Writes what a correction made of a risk. */
export async function correctRisk(
  tx: Transaction,
  county: string,
  { id, riskType, primary, identifiedOn }: CaseRisk,
): Promise<void> {
  await tx.run(
    tx.orm
      .update(caseRisk)
      .set({ riskType, primary, identifiedOn })
      .where(sql`county_code = ${county} AND id = ${id}::uuid`),
  );
}

/** 措施所属档案 · The case that a measure belongs to; null for none. */
export async function caseOfMeasure(tx: Transaction, county: string, measureId: string): Promise<string | null> {
  const [row] = await tx.rows<{ caseId: string }>(
    sql`SELECT case_id AS "caseId" FROM ${supportMeasure} WHERE county_code = ${county} AND id = ${measureId}::uuid`,
  );
  return row?.caseId ?? null;
}

/** 措施的计划 · What is kept of a measure beside what the rules read: when and under what it was planned, and its sealed texts. */
export interface MeasurePlan {
  readonly plannedOn: CalendarDate;
  /** The configuration that its run follows. */
  readonly configVersion: string | null;
  readonly provider: string | null;
  /** Of the delivery named; null where none was. */
  readonly deliveryId: string | null;
  readonly inKind: string | null;
}

/** 措施的计划 · @param named  which delivery is asked about; a day on which nothing was delivered finds none */
export async function planOf(
  tx: Transaction,
  county: string,
  measureId: string,
  named: MeasureCorrection['delivery'],
): Promise<MeasurePlan> {
  const which =
    named === undefined ? sql`false` : sql`d.delivered_on = ${named.on}::date AND d.place = ${named.number ?? 1}`;
  const [row] = await tx.rows<MeasurePlan>(sql`
    SELECT t.planned_on AS "plannedOn", t.provider, d.id AS "deliveryId", d.in_kind AS "inKind",
      (SELECT r.config_version FROM procedure_run r WHERE r.county_code = ${county} AND r.id = t.run_id) AS "configVersion"
    FROM ${supportMeasure} t LEFT JOIN (
      SELECT o.id, o.delivered_on, o.in_kind, row_number() OVER (PARTITION BY o.delivered_on ORDER BY o.id) AS place
      FROM ${delivery} o WHERE o.county_code = ${county} AND o.measure_id = ${measureId}::uuid) d ON ${which}
    WHERE t.county_code = ${county} AND t.id = ${measureId}::uuid`);
  return row!;
}

/** 线索报告日 · Days on which the leads that a case follows were reported. */
export async function leadsReportedOn(tx: Transaction, county: string, caseId: string): Promise<CalendarDate[]> {
  const rows = await tx.rows<{ day: CalendarDate }>(
    sql`SELECT DISTINCT t.reported_on AS day FROM ${lead} t WHERE t.county_code = ${county} AND t.case_id = ${caseId}::uuid`,
  );
  return rows.map(({ day }) => day);
}

/** 更早档案的结束日 · Last day of the cases of the household that were opened before this one; null for none. */
export async function earlierCaseEndedOn(
  tx: Transaction,
  { countyCode, householdId, id, openedOn }: Pick<CaseRow, 'countyCode' | 'householdId' | 'id' | 'openedOn'>,
): Promise<CalendarDate | null> {
  const [row] = await tx.rows<{ day: CalendarDate | null }>(sql`
    SELECT max(greatest(t.eliminated_on, t.opened_on,
      (SELECT max(r.ended_on) FROM procedure_run r WHERE r.county_code = ${countyCode} AND r.case_id = t.id))) AS day
    FROM ${monitoringCase} t WHERE t.county_code = ${countyCode} AND t.household_id = ${householdId}::uuid
      AND t.id <> ${id}::uuid AND t.opened_on <= ${openedOn}::date`);
  return row?.day ?? null;
}

/** 更正的措施 · A measure as it is put right, and what of it and of one of its deliveries is written; texts sealed. */
export interface MeasureCorrected {
  /** As it was. */
  readonly before: Pick<SupportMeasure, 'timing'>;
  readonly after: SupportMeasure;
  /** Absent: it stays. */
  readonly provider?: string | null;
  readonly delivery: {
    readonly id: string;
    readonly deliveredOn: CalendarDate;
    readonly amountFen?: number | null;
    readonly inKind?: string | null;
  } | null;
}

/** 更正措施 · Writes what a correction made of a measure, and of one of its deliveries. */
export function correctMeasure(
  tx: Transaction,
  county: string,
  { before, after, provider, delivery: named }: MeasureCorrected,
): Promise<unknown>[] {
  const { id, addresses, timing, fundingSource, budget, startsOn, endsOn, delivered, firstDeliveredOn } = after;
  const days = { startsOn, endsOn, firstDeliveredOn };
  const set = { timing, fundingSource, budgetFen: budget, deliveredFen: delivered, ...days };
  const writes: Promise<unknown>[] = [
    tx.run(
      tx.orm
        .update(supportMeasure)
        .set({ ...set, addresses: [...addresses], ...(provider === undefined ? {} : { provider }) })
        .where(sql`county_code = ${county} AND id = ${id}::uuid`),
    ),
  ];
  if (timing !== before.timing)
    writes.push(tallyMeasures(tx, county, [{ id, status: after.status, timing: before.timing }]));
  if (named === null) return writes;
  const { id: deliveryId, ...changed } = named;
  const own = sql`county_code = ${county} AND id = ${deliveryId}::uuid`;
  writes.push(tx.run(tx.orm.update(delivery).set(changed).where(own)));
  return writes;
}
