import { type Refusal, refuse } from '../../domain/kernel/verdict.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { AccessService } from '../access/index.js';
import type { Changed } from '../change/index.js';
import { type HouseholdChangeService, type HouseholdIds, readHouseholdId } from '../household/index.js';
import { type NewLeadParts, underWayFor } from '../lead/index.js';
import { findCampaigns } from './campaign.repository.js';
import { type BesideVisit, enterVisit, readVisit, type VisitRecord } from './enter-visit.js';
import { insertVisits } from './visit.repository.js';

/** 走访服务所需 · What it stands on. */
export interface VisitServiceParts extends NewLeadParts {
  readonly access: AccessService;
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
    const reach = await this.parts.access.reach(caller, RECORD);
    const { campaign: wanted, refusals } = readVisit(input, caller.today);
    if (refusals.length > 0) return { done: null, refusals };
    const place = readHouseholdId(input.householdId);
    return this.changes.change<BesideVisit>(
      { caller, operation: RECORD, input, place, of: 'householdId', guards: GUARDS },
      async (tx, { county, id }) => {
        const named = wanted === null ? [] : [wanted];
        const [underWay, [found]] = await Promise.all([
          underWayFor(tx, county, id),
          named.length === 0 ? [] : findCampaigns(tx, reach, named),
        ]);
        return { underWay, campaign: wanted === null ? null : found };
      },
      async ({ tx, row, beside }) => {
        const { visit, lead, ...event } = enterVisit(this.parts, caller, row, input, beside);
        return { ...event, set: {}, writes: [insertVisits(tx, [{ visit, lead }])] };
      },
    );
  }
}
