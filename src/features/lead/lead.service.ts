import { uuidv7 } from 'uuidv7';
import type { DiscoveryChannel } from '../../domain/case/monitoring-case.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { countyOf, isWithin, type RegionCode } from '../../domain/kernel/region-code.js';
import { type Refusal, refuse } from '../../domain/kernel/verdict.js';
import { checkLead } from '../../domain/lead/check-lead.js';
import { checkLeadEntry, type LeadTeller } from '../../domain/lead/check-lead-entry.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { Transaction } from '../../platform/database/database.js';
import { fromGlobalId } from '../../platform/graphql/global-id.js';
import type { AccessService, Reach } from '../access/index.js';
import { appendAudit, type ChangeRecord } from '../audit/index.js';
import { type Changed, type ChangeService, notFound, Refused, refuseAny } from '../change/index.js';
import { appendToHousehold, type HouseholdRow, lockHousehold, updateHouseholdRow } from '../household/index.js';
import type { RegionTree } from '../region/index.js';
import { type HouseholdUnderWay, insertLead, underWayFor } from './lead-row.repository.js';
import { type NewLeadParts, type NewLeadRow, newLead } from './new-lead.js';
import { receiptOf } from './receipt.js';

/** 线索申报 · What `submitLead` is asked with. */
export interface LeadSubmission {
  readonly idempotencyKey?: string | null;
  readonly channel: DiscoveryChannel;
  readonly householdId?: string | null;
  readonly region?: RegionCode | null;
  readonly reportedOn: CalendarDate;
  readonly statement: string;
  readonly contactName?: string | null;
  readonly contactPhone?: string | null;
  readonly means?: string | null;
}

/** 线索服务所需 · What it stands on. */
export interface LeadServiceParts extends NewLeadParts {
  readonly access: AccessService;
  readonly changes: ChangeService;
  readonly tree: RegionTree;
}

/** Where a lead belongs: the registered household, or the region of one that is not registered. */
interface LeadPlace {
  readonly county: string;
  readonly householdId: string | null;
}

const SUBMIT = 'Mutation.submitLead';

const GUARDS: Readonly<Record<string, Refusal>> = {
  lead_one_open_uq: refuse(
    'CONFLICT',
    'Another lead on this household came in at the same moment; send yours again and it joins that one.',
    ['householdId'],
    '3.1',
  ),
};

/**
 * 线索服务 · Takes in leads: from the household itself, a worker, an office or a department (R05).
 *
 * @article 3.1
 */
export class LeadService {
  constructor(private readonly parts: LeadServiceParts) {}

  /**
   * 申报线索 · Enters a lead with its deadline and its receipt. One on a household with an open case or an open lead joins it
   * and keeps what it tells.
   *
   * @article 3.1
   */
  async submit(caller: Caller, input: LeadSubmission): Promise<Changed<{ county: string; lead: string }>> {
    const reach = await this.parts.access.reach(caller, SUBMIT);
    const place = this.placeOf(reach, input);
    const refusals = refusalsOf(input, tellerOf(reach), caller.today);
    if (!('county' in place)) return { done: null, refusals: [...refusals, ...place.refusals] };
    if (refusals.length > 0) return { done: null, refusals };
    const ids = { county: place.county, lead: uuidv7() };
    const request = { caller, operation: SUBMIT, input, county: place.county, ids, guards: GUARDS, reach };
    return this.parts.changes.make(request, (tx) => this.enter(tx, reach, caller, input, place, ids.lead));
  }

  /** 回执 · The receipt of a lead, for the answer to whoever declared. */
  receipt(leadId: string): string {
    return receiptOf(this.parts.blindIndex, { type: 'Lead', id: leadId }).text;
  }

  private placeOf(reach: Reach, { householdId, region }: LeadSubmission): LeadPlace | { readonly refusals: Refusal[] } {
    if (householdId !== undefined && householdId !== null) {
      const parts = fromGlobalId(householdId);
      const county = parts?.type === 'Household' ? reach.county(parts.county) : null;
      return county === null ? { refusals: [notFound('householdId')] } : { county, householdId: parts!.id };
    }
    const county = region ? countyOf(region) : null;
    if (!region || county === null) return { refusals: [] };
    if (!this.parts.tree.has(region))
      return { refusals: [refuse('BAD_VALUE', `The division list has no region ${region}.`, ['region'])] };
    return reach.covers(region) ? { county, householdId: null } : { refusals: [notFound('region')] };
  }

  private async enter(
    tx: Transaction,
    reach: Reach,
    caller: Caller,
    input: LeadSubmission,
    place: LeadPlace,
    id: string,
  ) {
    const { county, householdId } = place;
    const household = householdId === null ? null : await this.lockedHousehold(tx, reach, input, county, householdId);
    const { row, change } = newLead(this.parts, {
      ...input,
      id,
      countyCode: county,
      regionCode: household?.row.regionCode ?? input.region!,
      householdId,
      underWay: household?.underWay ?? null,
      at: caller.now.toISOString(),
    });
    await this.write({ tx, reach, caller, household: household?.row ?? null }, row, {
      action: 'submitLead',
      occurredOn: input.reportedOn,
      change,
    });
  }

  /** The event stands in the household's chain; where none is registered, in a chain of the lead's own. */
  private async write({ tx, reach, caller, household }: Writing, row: NewLeadRow, event: ChangeEvent): Promise<void> {
    if (household === null) {
      const { countyCode, regionCode, id } = row;
      const subject = { subjectType: 'Lead' as const, subjectId: id, sequence: 0, hash: null };
      const chain = { countyCode, regionCode, householdId: null, ...subject };
      const own = appendAudit(tx, chain, caller, { ...event, role: reach.roleFor(regionCode as RegionCode) });
      await Promise.all([own.written, insertLead(tx, { ...row, ...own.head })]);
      return;
    }
    const { head, written } = appendToHousehold(tx, reach, caller, household, event);
    await Promise.all([
      written,
      insertLead(tx, { ...row, auditSequence: 0, auditHash: null }),
      updateHouseholdRow(tx, household, head),
    ]);
  }

  private async lockedHousehold(
    tx: Transaction,
    reach: Reach,
    { region }: LeadSubmission,
    county: string,
    id: string,
  ): Promise<{ readonly row: HouseholdRow; readonly underWay: HouseholdUnderWay }> {
    const [row, underWay] = await Promise.all([lockHousehold(tx, reach, county, id), underWayFor(tx, county, id)]);
    if (row === null) throw new Refused([notFound('householdId')]);
    if (region && !isWithin(row.regionCode, region))
      refuseAny([
        refuse('BAD_VALUE', 'The household lives elsewhere; leave `region` out beside `householdId`.', ['region']),
      ]);
    return { row, underWay };
  }
}

/** The transaction of a lead that is being entered, and its locked household. */
interface Writing {
  readonly tx: Transaction;
  readonly reach: Reach;
  readonly caller: Caller;
  readonly household: HouseholdRow | null;
}

type ChangeEvent = Omit<ChangeRecord, 'role'>;

/** A resident's reach is one household; a department's system acts for no office. */
function tellerOf({ scope, grants }: Reach): LeadTeller {
  if (scope.householdId !== null || grants.every(({ role }) => role === 'RESIDENT')) return 'HOUSEHOLD';
  return grants.every(({ role }) => role === 'DEPARTMENT_CLIENT') ? 'DEPARTMENT' : 'OFFICE';
}

function refusalsOf(input: LeadSubmission, teller: LeadTeller, today: CalendarDate): Refusal[] {
  const { householdId, region = null, contactName = null, contactPhone = null, means = null } = input;
  const householdKnown = householdId !== undefined && householdId !== null;
  const entry = { ...input, householdKnown, region, contactName, contactPhone, means };
  // A resident who names no household is told that, and not what an office would have to give instead.
  const report = { ...input, householdKnown: householdKnown || teller === 'HOUSEHOLD', regionKnown: region !== null };
  return [...checkLeadEntry(entry, teller), ...checkLead(report, today)];
}
