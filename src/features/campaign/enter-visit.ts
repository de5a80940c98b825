import { uuidv7 } from 'uuidv7';
import type { Campaign } from '../../domain/campaign/check-campaign.js';
import { checkVisit, checkVisitOfCampaign, metHousehold } from '../../domain/campaign/check-visit.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Refusal } from '../../domain/kernel/verdict.js';
import type { ContactMode } from '../../domain/procedure/step-act.js';
import type { Caller } from '../../platform/auth/caller.js';
import { notFound, refuseAny } from '../change/index.js';
import type { HouseholdAspect, HouseholdRow } from '../household/index.js';
import { type HouseholdUnderWay, type NewLead, type NewLeadParts, newLead } from '../lead/index.js';
import { campaignId } from './campaign.service.js';
import type { visit } from './visit.table.js';

/** 登记走访 · What `recordVisit` is asked with, and each item of `recordVisits`. */
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

/** 走访之外 · What is known beside the locked household. */
export interface BesideVisit {
  readonly underWay: HouseholdUnderWay;
  /** Null where none was named, undefined where there is none of that name. */
  readonly campaign: Campaign | null | undefined;
}

/** 已成走访 · The rows of a visit, and what the audit event says of it. */
export interface EnteredVisit {
  readonly action: 'recordVisit';
  readonly aspects: readonly HouseholdAspect[];
  readonly occurredOn: CalendarDate;
  readonly change: Readonly<Record<string, unknown>>;
  readonly visit: typeof visit.$inferInsert;
  readonly lead: NewLead | null;
}

/** 读走访 · The campaign that a visit names, and every reason against it that can be told without the household. */
export function readVisit(
  input: VisitRecord,
  today: CalendarDate,
): { readonly campaign: string | null; readonly refusals: Refusal[] } {
  const { concern = null, proxy = null } = input;
  const named = input.campaignId ?? null;
  const campaign = named === null ? null : campaignId(named);
  const refusals = checkVisit({ ...input, concern, proxy }, today);
  if (named !== null && campaign === null) refusals.push(notFound('campaignId'));
  return { campaign, refusals };
}

/**
 * 成走访 · What a visit makes of a locked household: its row, and its concern as a lead, which joins the lead or case that is open.
 *
 * @throws Refused where the campaign that it names is not there, or does not hold it, or its province sets no deadline for the lead
 * @article 3.1
 */
export function enterVisit(
  parts: NewLeadParts,
  caller: Caller,
  row: HouseholdRow,
  input: VisitRecord,
  { underWay, campaign }: BesideVisit,
): EnteredVisit {
  const { visitedOn, mode, policyExplained, concern = null, proxy = null } = input;
  if (campaign === undefined) refuseAny([notFound('campaignId')]);
  if (campaign) refuseAny(checkVisitOfCampaign(row.regionCode, visitedOn, campaign));
  const named = input.campaignId == null ? null : campaignId(input.campaignId);
  const { countyCode, regionCode, id: householdId } = row;
  const at = caller.now.toISOString();
  const place = { countyCode, regionCode, householdId };
  const told = { id: uuidv7(), channel: 'CADRE_INSPECTION' as const, reportedOn: visitedOn, at };
  const lead = concern === null ? null : newLead(parts, { ...place, ...told, underWay, statement: concern }, 'concern');
  const id = uuidv7();
  const seal = (column: string, text: string): string => parts.cipher.seal(text, { table: 'visit', column, rowId: id });
  return {
    action: 'recordVisit',
    aspects: metHousehold(mode) ? ['VISIT'] : [],
    occurredOn: visitedOn,
    change: {
      visit: id,
      mode,
      policyExplained,
      campaign: named,
      lead: lead?.change ?? null,
      sealed: proxy === null ? ['visitors'] : ['visitors', 'proxy'],
    },
    visit: {
      ...place,
      id,
      visitedOn,
      mode,
      policyExplained,
      visitorsSealed: seal('visitors_sealed', JSON.stringify(input.visitors.map((name) => name.trim()))),
      proxySealed: proxy === null ? null : seal('proxy_sealed', proxy.trim()),
      campaignId: named,
      leadId: lead?.row.id ?? null,
      leadOpened: lead?.joins.status === 'OPEN',
      recordedBy: caller.principal?.subject ?? '',
      recordedAt: at,
    },
    lead,
  };
}
