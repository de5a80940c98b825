import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { Role } from '../../domain/jurisdiction/role.js';
import { refuse } from '../../domain/kernel/verdict.js';
import type { AlertKind } from '../../domain/province/alert-kind.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { Transaction } from '../../platform/database/database.js';
import { type AuditHead, appendAudit } from '../audit/index.js';
import { Refused } from '../change/index.js';
import type { HouseholdRow } from '../household/index.js';
import { insertLeads, type NewLeadParts, underWayOf, verifyBy } from '../lead/index.js';
import type { departmentAlert } from './alert.table.js';
import { type AlertRowKept, updateAlert } from './alert-row.repository.js';
import { type Dispatched, dispatchAlert } from './dispatch-alerts.js';
import { leaveChain, moveAlertRow, wholeAlert } from './move-alert.repository.js';

/** 办理人 · Who matches or forwards: somebody with a role, or the register by itself. */
export interface MatchedBy {
  readonly caller: Caller;
  readonly role: Role | null;
  /** Where nobody with a token acts. */
  readonly actor?: string;
}

/** 匹配结果 · To whom an alert was matched, and why. */
export interface AlertMatch {
  readonly household: HouseholdRow;
  /** Why it is this household; none where the register found it by itself. */
  readonly note?: string;
  readonly leadId?: string;
}

type Columns = Partial<typeof departmentAlert.$inferInsert>;

/**
 * R06 派发到户 · Sends a locked alert down for a locked household: where it lives, with the lead that it becomes, in the alert's own
 * chain. In another county the alert moves there, with the events of both counties in this one transaction.
 *
 * @throws Refused where the province of the household knows no such kind
 * @article 3.1
 */
export async function matchTo(
  tx: Transaction,
  parts: NewLeadParts,
  by: MatchedBy,
  row: AlertRowKept,
  { household, note, leadId }: AlertMatch,
): Promise<void> {
  const kind = kindThere(parts, row, household.regionCode, 'householdId');
  const underWay = (await underWayOf(tx, household.countyCode, [household.id])).get(household.id);
  const open = underWay ?? { openCase: null, openLead: null };
  const toDispatch = {
    ...{ id: row.id, kind, raisedOn: row.raisedOn, amount: row.amount },
    ...(leadId === undefined ? {} : { leadId }),
    ...(note === undefined ? {} : { note }),
  };
  const { alert, lead, change } = dispatchAlert(parts, toDispatch, household, open, by.caller);
  const set = { ...alert, householdId: household.id, idDigest: null };
  const place = { countyCode: household.countyCode, regionCode: household.regionCode };
  await write(tx, by, row, { place, set, lead, change, sealed: note !== undefined });
}

/**
 * R06 可否转交 · Refuses what could not be sent down in the county named. Asked before anybody is sought there, and in the same words
 * whether somebody is registered or not, so that whoever forwards does not learn it.
 *
 * @throws Refused where the province knows no such kind there, or sets no deadline for verifying leads
 * @article 3.1
 */
export function refuseForward(
  parts: NewLeadParts,
  alert: Pick<AlertRowKept, 'kind' | 'raisedOn'>,
  regionCode: RegionCode,
  { today }: Pick<Caller, 'today'>,
): void {
  kindThere(parts, alert, regionCode, 'forwardTo');
  verifyBy(parts, regionCode, today, 'forwardTo');
}

/**
 * R06 转交 · Moves a locked alert that found nobody to another county, where it waits for a match.
 *
 * @article 3.1
 */
export async function forwardTo(
  tx: Transaction,
  parts: NewLeadParts,
  by: MatchedBy,
  row: AlertRowKept,
  { countyCode, regionCode, note }: { countyCode: string; regionCode: RegionCode; note: string },
): Promise<void> {
  const place = { table: 'department_alert', column: 'outcome_note_sealed', rowId: row.id };
  const set = { outcomeNoteSealed: parts.cipher.seal(note, place) };
  const change = { alert: row.id, alertStatus: 'UNMATCHED' };
  await write(tx, by, row, { place: { countyCode, regionCode }, set, lead: null, change, sealed: true });
}

function kindThere(
  parts: NewLeadParts,
  row: Pick<AlertRowKept, 'kind' | 'raisedOn'>,
  region: RegionCode,
  path: string,
): AlertKind {
  const kinds = parts.provinces.rulesOn(region, row.raisedOn).alertKinds?.value ?? [];
  const kind = kinds.find(({ code }) => code === row.kind);
  if (kind !== undefined) return kind;
  const message = `the province knows no kind ${row.kind} there on ${row.raisedOn}; return the alert`;
  throw new Refused([refuse('BAD_VALUE', message, [path], '3.1')]);
}

interface Written {
  readonly place: { readonly countyCode: string; readonly regionCode: RegionCode };
  readonly set: Columns;
  readonly lead: Dispatched['lead'];
  readonly change: Readonly<Record<string, unknown>>;
  /** Whether a note was sealed. */
  readonly sealed: boolean;
}

async function write(
  tx: Transaction,
  by: MatchedBy,
  row: AlertRowKept,
  { place, set, lead, change, sealed }: Written,
): Promise<void> {
  const moves = place.countyCode !== row.countyCode;
  const said = { alerts: [change], ...(sealed ? { sealed: ['note'] } : {}) };
  const updatedAt = by.caller.now.toISOString();
  const chain = { auditSequence: row.auditSequence, auditHash: row.auditHash };
  if (!moves) {
    const { head, written } = event(tx, by, row.id, { ...place, ...chain }, said);
    const leads = lead === null ? undefined : insertLeads(tx, [lead]);
    await Promise.all([written, leads, updateAlert(tx, row, { ...set, ...place, ...head, updatedAt })]);
    return;
  }
  const from = { county: row.countyCode, id: row.id };
  const whole = await wholeAlert(tx, from);
  const left = event(tx, by, row.id, { ...row, ...chain }, { movedTo: place.countyCode });
  const arrived = event(
    tx,
    by,
    row.id,
    { ...place, auditSequence: 0, auditHash: null },
    { ...said, movedFrom: from.county },
  );
  const publicCounty = row.publicCounty ?? from.county;
  const moved = { ...whole, ...set, ...place, ...arrived.head, publicCounty, updatedAt };
  await Promise.all([
    left.written,
    arrived.written,
    leaveChain(tx, from, row.regionCode, left.head),
    lead === null ? undefined : insertLeads(tx, [lead]),
    moveAlertRow(tx, from, moved),
  ]);
}

/** An alert that found nobody has a chain of its own, and goes on in it. */
function event(
  tx: Transaction,
  { caller, role, actor }: MatchedBy,
  subjectId: string,
  at: { countyCode: string; regionCode: string; auditSequence: number; auditHash: string | null },
  change: Readonly<Record<string, unknown>>,
): { readonly head: AuditHead; readonly written: Promise<void> } {
  const { countyCode, regionCode, auditSequence: sequence, auditHash: hash } = at;
  const subject = { subjectType: 'DepartmentAlert' as const, subjectId, sequence, hash };
  const record = { action: 'matchAlert', occurredOn: caller.today, change, role, ...(actor ? { actor } : {}) };
  return appendAudit(tx, { countyCode, regionCode, householdId: null, ...subject }, caller, record);
}
