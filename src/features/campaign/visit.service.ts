import { uuidv7 } from 'uuidv7';
import type { Campaign } from '../../domain/campaign/check-campaign.js';
import { checkVisit, checkVisitOfCampaign, metHousehold } from '../../domain/campaign/check-visit.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { type Refusal, refuse } from '../../domain/kernel/verdict.js';
import type { ContactMode } from '../../domain/procedure/step-act.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { Transaction } from '../../platform/database/database.js';
import type { AccessService, Reach } from '../access/index.js';
import { type Changed, notFound, refuseAny } from '../change/index.js';
import {
  type HouseholdChangeService,
  type HouseholdIds,
  type HouseholdRow,
  readHouseholdId,
} from '../household/index.js';
import { insertLead, type NewLead, type NewLeadParts, newLead, underWayFor } from '../lead/index.js';
import { findCampaigns } from './campaign.repository.js';
import { campaignId } from './campaign.service.js';
import { insertVisit } from './visit.repository.js';

/** 登记走访 · What `recordVisit` is asked with. */
export interface VisitRecord {
  readonly idempotencyKey?: string | null;
  readonly householdId: string;
  readonly campaignId?: string | null;
  readonly visitedOn: CalendarDate;
  readonly visitors: readonly string[];
  readonly mode: ContactMode;
  readonly policyExplained: boolean;
  readonly concern?: string | null;
  readonly proxy?: string | null;
}

/** 走访服务所需 · What it stands on. */
export interface VisitServiceParts extends NewLeadParts {
  readonly access: AccessService;
}

/** What was read beside the locked household. */
interface Beside {
  readonly underWay: Awaited<ReturnType<typeof underWayFor>>;
  /** Null where none was named, undefined where there is none of that name. */
  readonly campaign: Campaign | null | undefined;
}

const RECORD = 'Mutation.recordVisit';

const GUARDS: Readonly<Record<string, Refusal>> = {
  lead_one_open_uq: refuse(
    'CONFLICT',
    'A lead on this household came in at the same moment; send the visit again and its concern joins that one.',
    ['concern'],
    '3.1',
  ),
};

/**
 * 走访服务 · Records visits of every kind, with or without a campaign; what gives concern becomes a lead, or joins the lead or case
 * that is open (R05).
 *
 * @article 3.1
 */
export class VisitService {
  constructor(
    private readonly changes: HouseholdChangeService,
    private readonly parts: VisitServiceParts,
  ) {}

  /** 登记走访 · Enters a visit, and its concern as a lead, in one event of the household. */
  async record(caller: Caller, input: VisitRecord): Promise<Changed<HouseholdIds>> {
    const { concern = null, proxy = null } = input;
    const reach = await this.parts.access.reach(caller, RECORD);
    const named = input.campaignId ?? null;
    const wanted = named === null ? null : campaignId(named);
    const refusals = checkVisit({ ...input, concern, proxy }, caller.today);
    if (named !== null && wanted === null) refusals.push(notFound('campaignId'));
    if (refusals.length > 0) return { done: null, refusals };
    const place = readHouseholdId(input.householdId);
    return this.changes.change<Beside>(
      { caller, operation: RECORD, input, place, of: 'householdId', guards: GUARDS },
      async (tx, { county, id }) => {
        const [underWay, campaign] = await Promise.all([underWayFor(tx, county, id), campaignOf(tx, reach, wanted)]);
        return { underWay, campaign };
      },
      async ({ tx, row, beside: { underWay, campaign } }) => {
        if (campaign === undefined) refuseAny([notFound('campaignId')]);
        if (campaign) refuseAny(checkVisitOfCampaign(row.regionCode, input.visitedOn, campaign));
        const lead = concern === null ? null : this.leadOf(caller, row, underWay, input.visitedOn, concern);
        const id = uuidv7();
        return {
          action: 'recordVisit',
          ...(metHousehold(input.mode) && { aspects: ['VISIT' as const] }),
          occurredOn: input.visitedOn,
          change: {
            visit: id,
            mode: input.mode,
            policyExplained: input.policyExplained,
            campaign: wanted,
            lead: lead?.change ?? null,
            sealed: proxy === null ? ['visitors'] : ['visitors', 'proxy'],
          },
          set: {},
          writes: [
            insertVisit(tx, this.visitRow(caller, row, input, { id, campaignId: wanted, lead })),
            ...(lead === null ? [] : [insertLead(tx, { ...lead.row, auditSequence: 0, auditHash: null })]),
          ],
        };
      },
    );
  }

  private leadOf(
    caller: Caller,
    { countyCode, regionCode, id: householdId }: HouseholdRow,
    underWay: Beside['underWay'],
    reportedOn: CalendarDate,
    statement: string,
  ): NewLead {
    const place = { countyCode, regionCode, householdId, underWay };
    const at = caller.now.toISOString();
    return newLead(this.parts, { ...place, id: uuidv7(), channel: 'CADRE_INSPECTION', reportedOn, statement, at });
  }

  private visitRow(
    caller: Caller,
    { countyCode, regionCode, id: householdId }: HouseholdRow,
    { visitedOn, mode, policyExplained, visitors, proxy = null }: VisitRecord,
    {
      id,
      campaignId,
      lead,
    }: { readonly id: string; readonly campaignId: string | null; readonly lead: NewLead | null },
  ): Parameters<typeof insertVisit>[1] {
    const seal = (column: string, text: string): string =>
      this.parts.cipher.seal(text, { table: 'visit', column, rowId: id });
    return {
      countyCode,
      id,
      regionCode,
      householdId,
      visitedOn,
      mode,
      policyExplained,
      visitorsSealed: seal('visitors_sealed', JSON.stringify(visitors.map((name) => name.trim()))),
      proxySealed: proxy === null ? null : seal('proxy_sealed', proxy.trim()),
      campaignId,
      leadId: lead?.row.id ?? null,
      leadOpened: lead?.joins.status === 'OPEN',
      recordedBy: caller.principal?.subject ?? '',
      recordedAt: caller.now.toISOString(),
    };
  }
}

async function campaignOf(tx: Transaction, reach: Reach, id: string | null): Promise<Campaign | null | undefined> {
  if (id === null) return null;
  const [found] = await findCampaigns(tx, reach, [id]);
  return found;
}
