import { uuidv7 } from 'uuidv7';
import type { DiscoveryChannel } from '../../domain/case/monitoring-case.js';
import type { Role } from '../../domain/jurisdiction/role.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { ScreeningReason } from '../../domain/screening/screening-reasons.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { Transaction } from '../../platform/database/database.js';
import { appendAudits } from '../audit/index.js';
import { moveHouseholdHeads } from '../household/index.js';
import {
  type HouseholdUnderWay,
  insertLeads,
  type NewLead,
  type NewLeadParts,
  newLead,
  underWayOf,
} from '../lead/index.js';
import {
  insertFindings,
  knownBases,
  lockScreened,
  type ScreenedHousehold,
  type ScreeningKind,
} from './screening.repository.js';

/** 筛出农户 · A household and why it was singled out. */
export interface FoundHousehold {
  readonly id: string;
  /** At least one. */
  readonly reasons: readonly ScreeningReason[];
}

/** 一批线索 · Households of one county that a screening singled out. */
export interface LeadBatch {
  readonly caller: Caller;
  readonly county: string;
  readonly kind: ScreeningKind;
  readonly hazardId: string | null;
  readonly channel: DiscoveryChannel;
  /** Day of the screening, from which the deadline counts. */
  readonly on: CalendarDate;
  /** Whether a lead on a household with something under way is entered and joins it; else it is left out. */
  readonly joins: boolean;
  readonly actor: string;
  readonly role: Role | null;
  readonly found: readonly FoundHousehold[];
}

/** 开线索结果 · How many households were singled out anew, and for how many a lead was opened. */
export interface LeadsOpened {
  readonly singledOut: number;
  readonly leadsOpened: number;
}

interface Entry {
  readonly household: ScreenedHousehold;
  readonly reasons: readonly ScreeningReason[];
  readonly lead: NewLead;
}

/**
 * 开筛查线索 · Opens a lead for each household that was singled out for a reason that has not singled it out before, with the reasons
 * as its statement, in as many statements as for one; the households are locked first, so that two screenings never open two.
 *
 * @article 3.1
 */
export async function openLeads(tx: Transaction, parts: NewLeadParts, batch: LeadBatch): Promise<LeadsOpened> {
  if (batch.found.length === 0) return { singledOut: 0, leadsOpened: 0 };
  const { county, kind, caller } = batch;
  const ids = batch.found.map(({ id }) => id);
  const [households, underWay, known] = await Promise.all([
    lockScreened(tx, county, ids),
    underWayOf(tx, county, ids),
    knownBases(tx, county, kind, ids),
  ]);
  const knownKeys = new Set(known.map(({ householdId, basis }) => `${householdId} ${basis}`));
  const lockedById = new Map(households.map((household) => [household.id, household]));
  const entries = batch.found.flatMap(({ id, reasons }): Entry[] => {
    const household = lockedById.get(id);
    const fresh = reasons.filter(({ basis }) => !knownKeys.has(`${id} ${basis}`));
    const own = underWay.get(id) ?? { openCase: null, openLead: null };
    const busy = own.openCase !== null || own.openLead !== null;
    if (household === undefined || fresh.length === 0 || (busy && !batch.joins)) return [];
    return [{ household, reasons: fresh, lead: leadOf(parts, batch, household, fresh, own) }];
  });
  if (entries.length === 0) return { singledOut: 0, leadsOpened: 0 };
  const at = caller.now.toISOString();
  const { heads, written } = appendAudits(
    tx,
    caller,
    entries.map((entry) => eventOf(batch, entry)),
  );
  await Promise.all([
    written,
    insertLeads(
      tx,
      entries.map(({ lead }) => ({ ...lead.row, auditSequence: 0, auditHash: null })),
    ),
    insertFindings(
      tx,
      entries.flatMap((entry) => findingsOf(batch, entry, at)),
    ),
    moveHouseholdHeads(
      tx,
      county,
      entries.map(({ household }, index) => ({ id: household.id, ...heads[index]! })),
    ),
  ]);
  const leadsOpened = entries.filter(({ lead }) => lead.joins.status === 'OPEN').length;
  return { singledOut: entries.length, leadsOpened };
}

function leadOf(
  parts: NewLeadParts,
  { county, channel, on, caller }: LeadBatch,
  { id: householdId, regionCode }: ScreenedHousehold,
  reasons: readonly ScreeningReason[],
  underWay: HouseholdUnderWay,
): NewLead {
  return newLead(parts, {
    id: uuidv7(),
    countyCode: county,
    regionCode,
    householdId,
    underWay,
    channel,
    reportedOn: on,
    statement: reasons.map(({ message: { zh, en } }) => `${zh}。${en}.`).join('\n'),
    at: caller.now.toISOString(),
  });
}

function eventOf(batch: LeadBatch, { household, reasons, lead }: Entry) {
  const { county, kind, hazardId, on, actor, role } = batch;
  const { id, regionCode, auditSequence: sequence, auditHash: hash } = household;
  const rules = [...new Set(reasons.map(({ rule }) => rule))];
  return {
    head: {
      countyCode: county,
      regionCode,
      householdId: id,
      subjectType: 'Household' as const,
      subjectId: id,
      sequence,
      hash,
    },
    record: {
      action: 'screenHousehold',
      occurredOn: on,
      change: { screening: kind, hazard: hazardId, rules, ...lead.change },
      role,
      actor,
    },
  };
}

function findingsOf(
  { county, kind, hazardId, on }: LeadBatch,
  { household, reasons, lead }: Entry,
  createdAt: string,
): Parameters<typeof insertFindings>[1] {
  const { id: householdId, regionCode } = household;
  return reasons.map(({ basis, rule, message, evidence, article }) => ({
    countyCode: county,
    id: uuidv7(),
    regionCode,
    householdId,
    leadId: lead.row.id,
    kind,
    basis,
    hazardId,
    rule,
    message,
    evidence,
    article,
    foundOn: on,
    createdAt,
  }));
}
