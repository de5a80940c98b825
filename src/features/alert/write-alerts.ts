import { judgeAlert } from '../../domain/alert/judge-alert.js';
import { refuse } from '../../domain/kernel/verdict.js';
import type { Department } from '../../domain/support/policy-instrument.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { Transaction } from '../../platform/database/database.js';
import type { Reach } from '../access/index.js';
import { type AuditHead, appendAudits } from '../audit/index.js';
import { Refused } from '../change/index.js';
import { type HouseholdRow, lockHouseholds, moveHouseholdHeads } from '../household/index.js';
import { ID_NUMBER_PURPOSE } from '../identity/index.js';
import { type HouseholdUnderWay, insertLeads, type NewLeadParts, underWayOf } from '../lead/index.js';
import type { departmentAlert } from './alert.table.js';
import { insertAlerts } from './alert-row.repository.js';
import { noteDelivery } from './department-link.repository.js';
import { type Dispatched, dispatchAlert, type LeadOfAlert } from './dispatch-alerts.js';
import type { AlertSender, PlannedAlert } from './plan-alerts.js';

/** 待写预警 · A planned alert with the id that it is to have. */
export type NumberedAlert = PlannedAlert & { readonly id: string };

type NewAlert = typeof departmentAlert.$inferInsert;

interface TakenAlert {
  readonly planned: NumberedAlert;
  readonly household: HouseholdRow | null;
  readonly row: NewAlert;
  readonly lead: LeadOfAlert | null;
  readonly change: Dispatched['change'];
}

/**
 * 写入预警 · Takes in the alerts of one county: households locked and read together, each alert decided by itself, and all of it written in as
 * many statements as one alert takes.
 *
 * @throws Refused where a household is no longer where the plan found it
 * @article 3.1
 */
export async function writeAlerts(
  tx: Transaction,
  parts: NewLeadParts,
  caller: Caller,
  { reach, department }: Pick<AlertSender, 'reach' | 'department'>,
  county: string,
  alerts: readonly NumberedAlert[],
): Promise<void> {
  const ids = [...new Set(alerts.flatMap(({ household }) => household?.id ?? []))].sort();
  const [rows, underWay] =
    ids.length === 0
      ? [[], new Map<string, HouseholdUnderWay>()]
      : await Promise.all([lockHouseholds(tx, reach, county, ids), underWayOf(tx, county, ids)]);
  const households = new Map(rows.map((row) => [row.id, row]));
  if (households.size < ids.length)
    throw new Refused([refuse('CONFLICT', 'a household changed while its alert came in; send the rows again')]);
  const taken = alerts.map((alert) => take(parts, caller, department, alert, households, underWay));
  await writeAll(tx, caller, reach, county, department, taken);
}

/** What is written of one alert; the lead that it opens is what the next alert on the household joins. */
function take(
  parts: NewLeadParts,
  caller: Caller,
  department: Department,
  planned: NumberedAlert,
  households: ReadonlyMap<string, HouseholdRow>,
  underWay: Map<string, HouseholdUnderWay>,
): TakenAlert {
  const { id, kind, entry } = planned;
  const household = planned.household === null ? null : households.get(planned.household.id)!;
  if (household === null) {
    const { grade } = judgeAlert(kind, entry.amount, null);
    const change = { alert: id, kind: kind.code, grade, alertStatus: 'UNMATCHED' };
    return {
      planned,
      household,
      row: rowOf(parts, caller, department, planned, { grade, status: 'UNMATCHED' }),
      lead: null,
      change,
    };
  }
  const open = underWay.get(household.id) ?? { openCase: null, openLead: null };
  const toDispatch = { id, kind, raisedOn: entry.raisedOn, amount: entry.amount };
  const { alert, lead, change } = dispatchAlert(parts, toDispatch, household, open, caller);
  if (lead?.status === 'OPEN')
    underWay.set(household.id, { ...open, openLead: { id: lead.id, reportedOn: caller.today } });
  const matched = { ...alert, householdId: household.id, regionCode: household.regionCode };
  return { planned, household, row: rowOf(parts, caller, department, planned, matched), lead, change };
}

function rowOf(
  { cipher, blindIndex }: NewLeadParts,
  { now, today }: Caller,
  department: Department,
  { id, county, regionCode, senderRegion, kind, entry }: NumberedAlert,
  own: Partial<NewAlert> & Pick<NewAlert, 'grade' | 'status'>,
): NewAlert {
  const at = now.toISOString();
  const place = { table: 'department_alert', column: 'payload_sealed', rowId: id };
  const told = Object.keys(entry.payload).length > 0;
  return {
    countyCode: county,
    id,
    regionCode,
    householdId: null,
    department,
    senderRegion,
    reference: entry.reference,
    kind: kind.code,
    raisedOn: entry.raisedOn,
    receivedAt: at,
    receivedOn: today,
    amount: entry.amount,
    payloadSealed: told ? cipher.seal(JSON.stringify(entry.payload), place) : null,
    // Kept only while nobody is found: the household says it then.
    idDigest:
      entry.idNumber === null || own.status !== 'UNMATCHED'
        ? null
        : blindIndex.digest(ID_NUMBER_PURPOSE, entry.idNumber),
    householdNumber: entry.householdNumber,
    dispatchedOn: null,
    verifyBy: null,
    settledOn: null,
    outcomeNoteSealed: null,
    leadId: null,
    auditSequence: 0,
    auditHash: null,
    updatedAt: at,
    ...own,
  };
}

/** An event a household, which tells of all its alerts; an unmatched alert has a chain of its own. */
async function writeAll(
  tx: Transaction,
  caller: Caller,
  reach: Reach,
  county: string,
  department: Department,
  taken: readonly TakenAlert[],
): Promise<void> {
  const at = caller.now.toISOString();
  const matched = new Map<string, { household: HouseholdRow; changes: unknown[] }>();
  for (const { household, change } of taken) {
    if (household === null) continue;
    const own = matched.get(household.id) ?? { household, changes: [] };
    own.changes.push(change);
    matched.set(household.id, own);
  }
  const unmatched = taken.filter(({ household }) => household === null);
  const record = { action: 'submitDepartmentAlerts', occurredOn: caller.today };
  const events = [
    ...[...matched.values()].map(({ household, changes }) => ({
      head: chainOf(household, { type: 'Household' as const, id: household.id, householdId: household.id }),
      record: { ...record, change: { department, alerts: changes }, role: reach.roleFor(household.regionCode) },
    })),
    ...unmatched.map(({ planned, change }) => ({
      head: chainOf(
        { countyCode: county, regionCode: planned.regionCode, auditSequence: 0, auditHash: null },
        { type: 'DepartmentAlert' as const, id: planned.id, householdId: null },
      ),
      record: { ...record, change: { department, alerts: [change] }, role: reach.roleFor(planned.regionCode) },
    })),
  ];
  const { heads, written } = appendAudits(tx, caller, events);
  const ownHeads = new Map<string, AuditHead>(events.map(({ head }, place) => [head.subjectId, heads[place]!]));
  const leads = taken.flatMap(({ lead }) => lead ?? []);
  await Promise.all([
    written,
    leads.length === 0 ? undefined : insertLeads(tx, leads),
    insertAlerts(
      tx,
      taken.map(({ row, household }) => (household === null ? { ...row, ...ownHeads.get(row.id)! } : row)),
    ),
    moveHouseholdHeads(
      tx,
      county,
      [...matched.keys()].map((id) => ({ id, ...ownHeads.get(id)! })),
    ),
    noteDelivery(tx, { county, department, on: caller.today, at }),
  ]);
}

function chainOf(
  row: Pick<HouseholdRow, 'countyCode' | 'regionCode' | 'auditSequence' | 'auditHash'>,
  subject: { readonly type: 'Household' | 'DepartmentAlert'; readonly id: string; readonly householdId: string | null },
) {
  return {
    countyCode: row.countyCode,
    regionCode: row.regionCode,
    householdId: subject.householdId,
    subjectType: subject.type,
    subjectId: subject.id,
    sequence: row.auditSequence,
    hash: row.auditHash,
  };
}
