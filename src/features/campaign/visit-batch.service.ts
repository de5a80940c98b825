import type { Campaign } from '../../domain/campaign/check-campaign.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { Transaction } from '../../platform/database/database.js';
import type { AccessService, Reach } from '../access/index.js';
import { batchSize } from '../case/index.js';
import { type ItemOutcome, notFound } from '../change/index.js';
import {
  type HouseholdBatchOutcome,
  type HouseholdBatchService,
  type HouseholdItem,
  type HouseholdRow,
  readHouseholdId,
} from '../household/index.js';
import { type HouseholdUnderWay, type NewLeadParts, underWayOf } from '../lead/index.js';
import { findCampaigns } from './campaign.repository.js';
import { type EnteredVisit, enterVisit, readVisit, type VisitRecord } from './enter-visit.js';
import { insertVisits } from './visit.repository.js';

/** 批量登记走访 · What `recordVisits` is asked with. */
export interface VisitRecords {
  readonly idempotencyKey?: string | null;
  readonly visits: readonly VisitRecord[];
}

/** 批量走访结果 · How many visits stand, beside what came of the batch. */
export interface VisitBatchOutcome extends HouseholdBatchOutcome {
  readonly recorded: number;
}

/** 批量走访所需 · What it stands on. */
export interface VisitBatchParts extends NewLeadParts {
  readonly access: AccessService;
}

/** A visit whose own words are in order, and the campaign that it names. */
interface ReadVisit {
  readonly input: VisitRecord;
  readonly campaign: string | null;
}

/** What is known beside the locked households of a county. */
interface BesideVisits {
  readonly underWay: Map<string, HouseholdUnderWay>;
  readonly campaigns: ReadonlyMap<string, Campaign>;
}

const RECORD_ALL = 'Mutation.recordVisits';
const NOTHING: HouseholdUnderWay = { openCase: null, openLead: null };

/**
 * 批量走访服务 · Records the visits of a day or more, as a village worker's device sends them once it is connected again; each stands
 * or falls by itself, and means the same as if it had been sent alone. Of several concerns of one household the first becomes the lead that the
 * others join.
 *
 * @article 3.1
 */
export class VisitBatchService {
  constructor(
    private readonly batches: HouseholdBatchService,
    private readonly parts: VisitBatchParts,
  ) {}

  /** 批量登记走访 · Enters what can be, a transaction a county. */
  async recordAll(caller: Caller, input: VisitRecords): Promise<VisitBatchOutcome> {
    const userErrors = batchSize(input.visits.length, 'visits');
    if (userErrors.length > 0) return { recorded: 0, households: [], refused: [], userErrors };
    const reach = await this.parts.access.reach(caller, RECORD_ALL);
    const fallen: ItemOutcome[] = [];
    const items: HouseholdItem<ReadVisit>[] = [];
    for (const [index, one] of input.visits.entries()) {
      const { campaign, refusals } = readVisit(one, caller.today);
      const place = readHouseholdId(one.householdId);
      const there = place !== null && reach.county(place.county) !== null;
      if (there && refusals.length === 0) items.push(placed(index, one, place, campaign));
      else fallen.push({ index, refusals: there ? refusals : [...refusals, notFound('householdId')] });
    }
    const batch = { caller, operation: RECORD_ALL, reach, input, items };
    const outcome = await this.batches.changeEach<ReadVisit, BesideVisits, EnteredVisit>(batch, {
      read: (tx, county, own) => besideOf(tx, reach, county, own),
      decide: (row, visit, beside) => this.enter(caller, row, visit, beside),
      write: insertVisits,
    });
    if (outcome.userErrors.length > 0) return { ...outcome, recorded: 0 };
    const refused = [...fallen, ...outcome.refused].sort((a, b) => a.index - b.index);
    return { ...outcome, refused, recorded: input.visits.length - refused.length };
  }

  /** The lead that a concern opens is what the next concern of the household joins. */
  private enter(caller: Caller, row: HouseholdRow, visit: ReadVisit, { underWay, campaigns }: BesideVisits) {
    const own = underWay.get(row.id) ?? NOTHING;
    const campaign = visit.campaign === null ? null : campaigns.get(visit.campaign);
    const entered = enterVisit(this.parts, caller, row, visit.input, { underWay: own, campaign });
    const { lead, occurredOn: reportedOn } = entered;
    if (lead?.joins.status === 'OPEN') underWay.set(row.id, { ...own, openLead: { id: lead.row.id, reportedOn } });
    return entered;
  }
}

async function besideOf(
  tx: Transaction,
  reach: Reach,
  county: string,
  visits: readonly HouseholdItem<ReadVisit>[],
): Promise<BesideVisits> {
  const named = [...new Set(visits.flatMap(({ item }) => item.campaign ?? []))];
  const concerned = [...new Set(visits.flatMap(({ item, place }) => (item.input.concern ? [place.id] : [])))];
  const [underWay, found] = await Promise.all([
    concerned.length === 0 ? new Map<string, HouseholdUnderWay>() : underWayOf(tx, county, concerned),
    named.length === 0 ? [] : findCampaigns(tx, reach, named),
  ]);
  return { underWay, campaigns: new Map(found.map((campaign) => [campaign.id, campaign])) };
}

/** A visit that is sent again by itself, with its own key, answers what it did in the batch. */
function placed(
  index: number,
  input: VisitRecord,
  place: HouseholdItem<ReadVisit>['place'],
  campaign: string | null,
): HouseholdItem<ReadVisit> {
  const { idempotencyKey: key, ...asked } = input;
  const own = key ? { operation: 'Mutation.recordVisit', key, input: asked } : null;
  return {
    index,
    place,
    own,
    ids: { county: place.county, of: 'householdId', id: place.id },
    item: { input, campaign },
  };
}
