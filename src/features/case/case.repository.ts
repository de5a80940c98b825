import { type SQL, sql } from 'drizzle-orm';
import type { EarlierCase } from '../../domain/case/decide-open-case.js';
import type { CaseStatus } from '../../domain/case/monitoring-case.js';
import { caseMoved } from '../../domain/statistics/rollup/tally-change.js';
import type { Transaction } from '../../platform/database/database.js';
import { among, arrayLiteral } from '../../platform/database/filter-condition.js';
import { inScope } from '../../platform/database/scope-condition.js';
import { type RowUpdate, updateRows } from '../../platform/database/update-rows.js';
import { type Reach, RowsInReach } from '../access/index.js';
import { lead } from '../lead/lead.table.js';
import { type HeldHousehold, writeTallyChanges } from '../tally/index.js';
import { monitoringCase, nationalCaseNumber } from './case.table.js';
import type { CaseParts, CaseRow } from './case-facts.js';
import { caseShape } from './case-shape.repository.js';

/** 可及档案 · Cases within a reach, with all that was asked for below them. */
export const casesInReach = new RowsInReach(caseShape, 'household_id', 'record_closed_on');

const ROW =
  sql.raw(`id, county_code AS "countyCode", region_code AS "regionCode", household_id AS "householdId", number, status, category,
  source, emergency, opened_on AS "openedOn", identification_due_on AS "identificationDueOn", identified_on AS "identifiedOn", eliminated_on AS "eliminatedOn", elimination_mode AS "eliminationMode", elimination_reason_sealed AS "eliminationReasonSealed",
  tracking_only AS "trackingOnly", support_continued AS "supportContinued", next_review_on AS "nextReviewOn", authorization_withdrawn_on AS "authorizationWithdrawnOn",
  supported_on AS "supportedOn", priority, version, audit_sequence AS "auditSequence", audit_hash AS "auditHash"`);

/** 读取档案行 · Rows of cases without a lock. */
export function caseRows(tx: Transaction, reach: Reach, county: string, ids: readonly string[]): Promise<CaseRow[]> {
  return tx.rows<CaseRow>(sql`
    SELECT ${ROW} FROM ${monitoringCase} t
    WHERE t.county_code = ${county} AND ${among('t.id', ids, 'uuid')} AND ${inScope(reach.scope, 'household_id')}`);
}

const NOTICE = `(SELECT json_build_object('opensOn', n.opens_on, 'closesOn', n.closes_on, 'enteredOn', n.entered_on, 'openObjections',
    (SELECT count(*) FROM notice_entry e JOIN objection o ON o.county_code = e.county_code AND o.entry_id = e.id
     WHERE e.county_code = $1 AND o.county_code = $1 AND e.step_id = s.id AND o.status = 'OPEN'))
  FROM public_notice n WHERE n.county_code = $1 AND n.id = s.notice_id)`;

const STEP = `json_build_object('id', s.id, 'code', s.code, 'kind', s.kind, 'runKind', s.run_kind, 'attempt', s.attempt, 'status', s.status,
  'startedOn', s.started_on, 'dueOn', s.due_on, 'completedOn', s.completed_on, 'outcome', s.outcome, 'actor', s.actor,
  'enteredFor', CASE WHEN s.kind = 'HOUSEHOLD_VERIFICATION' THEN s.entered_for END,
  'sectionSealed', CASE WHEN s.kind = 'HOUSEHOLD_VERIFICATION' THEN s.section_sealed END,
  'noticeId', s.notice_id, 'notice', ${NOTICE})`;

const RUN = `json_build_object('id', r.id, 'kind', r.kind, 'startedOn', r.started_on, 'endedOn', r.ended_on, 'outcome', r.outcome,
  'dueOn', r.due_on, 'configVersion', r.config_version, 'sequence', r.sequence, 'steps', (SELECT coalesce(json_agg(${STEP} ORDER BY s.position, s.attempt), '[]')
    FROM procedure_step s WHERE s.county_code = $1 AND s.run_id = r.id))`;

const RISK = `json_build_object('id', k.id, 'riskType', k.risk_type, 'primary', k.is_primary, 'identifiedOn', k.identified_on, 'resolvedOn', k.resolved_on)`;

const MEASURE = `json_build_object('id', m.id, 'instrument', m.instrument, 'family', m.family, 'nature', m.nature, 'addresses', m.addresses,
  'status', m.status, 'timing', m.timing, 'fundingSource', m.funding_source, 'budget', m.budget_fen, 'delivered', m.delivered_fen,
  'startsOn', m.starts_on, 'endsOn', m.ends_on, 'firstDeliveredOn', m.first_delivered_on, 'urgent', m.urgent, 'plannedOn', m.planned_on,
  'deliveries', (SELECT coalesce(json_agg(json_build_object('on', d.delivered_on, 'amount', d.amount_fen) ORDER BY d.delivered_on, d.id), '[]')
    FROM delivery d WHERE d.county_code = $1 AND d.measure_id = m.id))`;

const MEMBER = `json_build_object('labour', p.labour, 'safetyNet', p.safety_net)`;

/** What hangs on the case of alias `c`; the county is the first parameter. */
const PARTS = `
  (SELECT coalesce(json_agg(${RISK} ORDER BY k.identified_on, k.id), '[]') FROM case_risk k WHERE k.county_code = $1 AND k.case_id = c.id) AS risks,
  (SELECT coalesce(json_agg(${RUN} ORDER BY r.sequence), '[]') FROM procedure_run r WHERE r.county_code = $1 AND r.case_id = c.id) AS runs,
  (SELECT coalesce(json_agg(${MEASURE} ORDER BY m.planned_on, m.id), '[]') FROM support_measure m WHERE m.county_code = $1 AND m.case_id = c.id) AS measures,
  (SELECT min(l.reported_on) FROM lead l WHERE l.county_code = $1 AND l.case_id = c.id) AS "firstReportedOn",
  (SELECT h.former_status FROM household h WHERE h.county_code = $1 AND h.id = c.household_id) AS "formerStatus",
  (SELECT coalesce(json_agg(${MEMBER}), '[]') FROM member p WHERE p.county_code = $1 AND p.household_id = c.household_id AND p.removed_on IS NULL) AS members`;
const partsWhere = (condition: string): string =>
  `SELECT c.id, ${PARTS} FROM monitoring_case c WHERE c.county_code = $1 AND ${condition}`;
const PARTS_OF_ONE = partsWhere('c.id = $2::uuid');
const PARTS_OF_SEVERAL = partsWhere('c.id = ANY ($2::uuid[])');

/** 档案的从属 · Risks, runs with steps, measures, and the household's labour of some cases of a county, by case, in one statement. */
export async function partsOfCases(
  tx: Transaction,
  county: string,
  ids: readonly string[],
): Promise<Map<string, CaseParts>> {
  const [only] = ids;
  const rows = await (ids.length === 1
    ? tx.text<CaseParts & { id: string }>(PARTS_OF_ONE, [county, only])
    : tx.text<CaseParts & { id: string }>(PARTS_OF_SEVERAL, [county, arrayLiteral(ids)]));
  return new Map(rows.map((row) => [row.id, row]));
}

const LOCKED = sql.raw(PARTS.replaceAll('c.id', 't.id').replaceAll('c.household_id', 't.household_id'));

/**
 * A condition that is always true: with it a statement first holds all cases of the households of some, in the order of their ids. What a
 * household has of a family of measures may lie in several of its cases, so that whoever changes one waits for whoever changes another,
 * before either holds what the other asks for.
 */
const holdingHouseholds = (county: string, ids: readonly string[]): SQL =>
  sql`(SELECT count(*) FROM (SELECT c.id FROM monitoring_case c WHERE c.county_code = ${county} AND c.household_id IN (
      SELECT i.household_id FROM monitoring_case i WHERE i.county_code = ${county} AND ${among('i.id', ids, 'uuid')})
    ORDER BY c.id FOR UPDATE) held) > 0`;

/**
 * 锁定档案 · Rows of cases, locked until the transaction ends, with all that hangs on them; those out of the reach are left out. Locked with
 * them are the other cases of their households, all in the order of their ids.
 *
 * One statement where nobody else was changing the cases: what hangs on them is read as it stood when the statement began,
 * and the head of an audit chain, which every change moves, tells whether the lock had to wait for somebody. Then it is read
 * again.
 */
export async function lockCases(
  tx: Transaction,
  reach: Reach,
  county: string,
  ids: readonly string[],
): Promise<{ readonly row: CaseRow; readonly parts: CaseParts }[]> {
  const found = await tx.rows<CaseRow & CaseParts & { readonly seen: number }>(sql`
    SELECT ${ROW}, (SELECT s.audit_sequence FROM monitoring_case s WHERE s.county_code = ${county} AND s.id = t.id) AS seen, ${LOCKED}
    FROM ${monitoringCase} t
    WHERE t.county_code = ${county} AND ${among('t.id', ids, 'uuid')} AND ${inScope(reach.scope, 'household_id')}
      AND ${holdingHouseholds(county, ids)}
    ORDER BY t.id FOR UPDATE`);
  const moved = found.filter(({ seen, auditSequence }) => seen !== auditSequence).map(({ id }) => id);
  const again = moved.length === 0 ? null : await partsOfCases(tx, county, moved);
  return found.map(({ seen: _, risks, runs, measures, members, formerStatus, firstReportedOn, ...row }) => ({
    row,
    parts: again?.get(row.id) ?? { risks, runs, measures, members, formerStatus, firstReportedOn },
  }));
}

/** 锁定后的从属 · Locks cases of a county in the order of their ids, and reads what hangs on them; by id. */
export async function lockedParts(
  tx: Transaction,
  county: string,
  ids: readonly string[],
): Promise<Map<string, CaseParts>> {
  const [, parts] = await Promise.all([
    tx.rows(sql`SELECT t.id FROM ${monitoringCase} t WHERE t.county_code = ${county} AND ${among('t.id', ids, 'uuid')}
      ORDER BY t.id FOR UPDATE`),
    partsOfCases(tx, county, ids),
  ]);
  return parts;
}

/**
 * 更新档案 · Writes what changes made of cases of a county, their versions and audit heads, in one statement.
 *
 * @param beside  updates of rows below them, sent in the same one
 */
export function updateCases(
  tx: Transaction,
  county: string,
  updates: readonly RowUpdate<typeof monitoringCase>[],
  beside: readonly SQL[],
): Promise<void> {
  return updateRows(tx, monitoringCase, county, updates, beside);
}

/** 新档案 · A case's columns; its number is given out by the sequence of the register, unless it brings one. */
type NewCase = Omit<typeof monitoringCase.$inferInsert, 'number'> & {
  readonly number?: string;
  readonly status: CaseStatus;
};

/** 新建档案 · Inserts a case of a locked household, and puts it into the tallies. */
export async function insertCase(tx: Transaction, household: HeldHousehold, values: NewCase): Promise<void> {
  const { status } = values;
  await Promise.all([
    insertNumbered(tx, values),
    writeTallyChanges(tx, [{ household, units: caseMoved(null, { ...values, status }) }]),
  ]);
}

async function insertNumbered(tx: Transaction, values: NewCase): Promise<void> {
  if (values.number !== undefined) {
    await tx.insert(monitoringCase, [{ ...values, number: values.number }]);
    return;
  }
  const prefix = `${values.countyCode}-${values.openedOn.slice(0, 4)}-`;
  const number = (parameter: string): string => `${parameter}::text || lpad(nextval('case_number_seq')::text, 7, '0')`;
  await tx.insert(monitoringCase, [{ ...values, number: prefix }], { number });
}

/** 登记全国系统编号 · Enters a number of the national system in the directory of the nation, which refuses it a second time. */
export async function insertNationalNumber(
  tx: Transaction,
  values: typeof nationalCaseNumber.$inferInsert,
): Promise<void> {
  await tx.run(tx.orm.insert(nationalCaseNumber).values(values));
}

/** 历次档案 · The household's cases, the newest first. */
export function casesOfHousehold(tx: Transaction, county: string, householdId: string): Promise<EarlierCase[]> {
  return tx.rows<EarlierCase>(sql`
    SELECT t.id, t.status, t.opened_on AS "openedOn", t.eliminated_on AS "eliminatedOn", greatest(
      (SELECT max(r.ended_on) FROM procedure_run r WHERE r.county_code = ${county} AND r.case_id = t.id),
      (SELECT max(a.occurred_on) FROM audit_event a
       WHERE a.county_code = ${county} AND a.subject_id = t.id AND a.action = 'withdrawCase')) AS "endedOn"
    FROM ${monitoringCase} t
    WHERE t.county_code = ${county} AND t.household_id = ${householdId}::uuid ORDER BY t.opened_on DESC, t.id DESC LIMIT 100`);
}

/** 当前监测档案 · The open cases of some households of a county, one a household at most. */
export async function openCasesOf(
  tx: Transaction,
  county: string,
  households: readonly string[],
): Promise<{ readonly id: string; readonly householdId: string }[]> {
  return tx.rows(sql`
    SELECT id, household_id AS "householdId" FROM ${monitoringCase} WHERE county_code = ${county} AND ${among('household_id', households, 'uuid')}
      AND status IN ('UNDER_IDENTIFICATION', 'MONITORED', 'UNDER_ELIMINATION')`);
}

/** 线索所指农户 · The household that a lead names; null for none. */
export async function householdOfLead(tx: Transaction, county: string, leadId: string): Promise<string | null> {
  const [row] = await tx.rows<{ householdId: string | null }>(sql`
    SELECT household_id AS "householdId" FROM ${lead} WHERE county_code = ${county} AND id = ${leadId}::uuid`);
  return row?.householdId ?? null;
}
