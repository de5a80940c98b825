import { uuidv7 } from 'uuidv7';
import { type Campaign, checkCampaign, checkCarriesOut, lastDayOf } from '../../domain/campaign/check-campaign.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { COUNTY_DIGITS, type RegionCode, subtreePrefix } from '../../domain/kernel/region-code.js';
import { type Refusal, refuse } from '../../domain/kernel/verdict.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { Database, Transaction } from '../../platform/database/database.js';
import { fromGlobalId } from '../../platform/graphql/global-id.js';
import type { AccessService, Reach } from '../access/index.js';
import { appendToOwnChain } from '../audit/index.js';
import { type Changed, type ChangeService, notFound, refuseAny } from '../change/index.js';
import type { RegionTree } from '../region/index.js';
import { findCampaigns, insertCampaign } from './campaign.repository.js';

/** 启动集中排查 · What `startInspectionCampaign` is asked with. */
export interface CampaignStart {
  readonly idempotencyKey?: string | null;
  readonly region: RegionCode;
  readonly year: number;
  readonly startsOn: CalendarDate;
  readonly endsOn?: CalendarDate | null;
  readonly carriesOut?: string | null;
}

/** 集中排查服务所需 · What it stands on. */
export interface CampaignServiceParts {
  readonly database: Database;
  readonly access: AccessService;
  readonly changes: ChangeService;
  readonly tree: RegionTree;
}

const START = 'Mutation.startInspectionCampaign';
const UUID_LENGTH = 36;

const GUARDS: Readonly<Record<string, Refusal>> = {
  inspection_campaign_days_uq: refuse(
    'DUPLICATE',
    'The region has a campaign of the same days already; its visits count for that one.',
    ['startsOn'],
    '5.4',
  ),
};

/**
 * 集中排查服务 · Starts campaigns, of any region from a village to a province; a lower one names the higher one that it carries out.
 *
 * @article 3.1
 */
export class CampaignService {
  constructor(private readonly parts: CampaignServiceParts) {}

  /** 启动集中排查 · Enters a campaign with its audit event in the region's chain of campaigns. */
  async start(caller: Caller, input: CampaignStart): Promise<Changed<{ county: string; campaign: string }>> {
    const { access, changes, tree } = this.parts;
    const reach = await access.reach(caller, START);
    const { region, year, startsOn, carriesOut = null } = input;
    const endsOn = input.endsOn ?? lastDayOf(year);
    const own = { region, year, startsOn, endsOn };
    const refusals = checkCampaign(own, caller.today);
    if (!tree.has(region)) refusals.push(refuse('BAD_VALUE', `The division list has no region ${region}.`, ['region']));
    else if (!reach.covers(region)) refusals.push(notFound('region'));
    const higherId = carriesOut === null ? null : campaignId(carriesOut);
    if (carriesOut !== null && higherId === null) refusals.push(notFound('carriesOut'));
    if (refusals.length > 0) return { done: null, refusals };
    const county = region.slice(0, COUNTY_DIGITS);
    const ids = { county, campaign: uuidv7() };
    const request = { caller, operation: START, input, county, ids, guards: GUARDS, reach };
    return changes.make(request, async (tx) => {
      await checkHigher(tx, reach, own, higherId);
      const change = { campaign: ids.campaign, year, startsOn, endsOn, carriesOut: higherId };
      const action = 'startInspectionCampaign';
      const record = { action, occurredOn: caller.today, change, role: reach.roleFor(region) };
      // The chain is locked before anything is written, so that a key that answered before is read first.
      await appendToOwnChain(tx, caller, { kind: 'Campaigns', code: county, regionCode: region, record });
      await insertCampaign(tx, {
        countyCode: county,
        id: ids.campaign,
        regionCode: region,
        prefix: subtreePrefix(region),
        year,
        startsOn,
        endsOn,
        carriesOutId: higherId,
        createdBy: caller.principal?.subject ?? '',
        createdAt: caller.now.toISOString(),
      });
    });
  }
}

/** @throws Refused where there is no such campaign, or where it is none that the new one carries out */
async function checkHigher(tx: Transaction, reach: Reach, own: Campaign, id: string | null): Promise<void> {
  if (id === null) return;
  const [higher] = await findCampaigns(tx, reach, [id]);
  refuseAny(higher === undefined ? [notFound('carriesOut')] : checkCarriesOut(own, higher));
}

/** 读排查标识 · Reads the global id of a campaign; null for anything else. @article none — technical */
export function campaignId(globalId: string): string | null {
  const parts = fromGlobalId(globalId);
  return parts?.type === 'InspectionCampaign' && parts.id.length === UUID_LENGTH ? parts.id : null;
}
