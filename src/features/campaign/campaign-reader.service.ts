import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { Database, Transaction } from '../../platform/database/database.js';
import { type Selection, selectedBelow, selects } from '../../platform/database/selection.js';
import { ApiError } from '../../platform/errors/api-error.js';
import type { AccessService, Reach } from '../access/index.js';
import {
  type CampaignCounts,
  type CampaignRow,
  countCampaigns,
  findCampaigns,
  listCampaigns,
} from './campaign.repository.js';

/** 集中排查对象 · A campaign with what was asked for of it. */
export interface CampaignObject extends CampaignRow, Partial<Omit<CampaignCounts, 'id'>> {
  readonly rowId: string;
  readonly carriesOut?: CampaignObject | null;
}

/** 集中排查查询所需 · What it stands on. */
export interface CampaignReaderParts {
  readonly database: Database;
  readonly access: AccessService;
}

/** More than any region has with its two levels below, at several campaigns a year each. */
const MOST = 2_000;
const COUNTED = ['households', 'visited', 'leadsOpened'] as const;

/**
 * 集中排查查询 · Reads campaigns that concern the caller's regions; what came of them is counted over the households that the caller
 * reaches, and only where it was asked for.
 *
 * @article 3.1
 */
export class CampaignReader {
  constructor(private readonly parts: CampaignReaderParts) {}

  /** 按标识查找 · Campaigns by id; those that do not concern the caller's regions are left out. */
  async find(
    caller: Caller,
    ids: readonly string[],
    selection: Selection,
    operation = 'Query.inspectionCampaigns',
  ): Promise<CampaignObject[]> {
    const { access, database } = this.parts;
    const reach = await access.reach(caller, operation);
    if (ids.length === 0) return [];
    return database.read(reach.scope, async (tx) => present(tx, reach, await findCampaigns(tx, reach, ids), selection));
  }

  /**
   * 一地一年的集中排查 · Campaigns of a year: of the region, of those above it, and of the two levels below.
   *
   * @throws ApiError BAD_USER_INPUT where there are more than a list may hold
   */
  async list(caller: Caller, region: RegionCode, year: number, selection: Selection): Promise<CampaignObject[]> {
    const { access, database } = this.parts;
    const reach = await access.reach(caller, 'Query.inspectionCampaigns');
    return database.read(reach.scope, async (tx) => {
      const rows = await listCampaigns(tx, reach, region, year, MOST + 1);
      if (rows.length > MOST)
        throw new ApiError('BAD_USER_INPUT', `There are more than ${MOST} campaigns there; name a smaller region.`);
      return present(tx, reach, rows, selection);
    });
  }
}

async function present(
  tx: Transaction,
  reach: Reach,
  rows: readonly CampaignRow[],
  selection: Selection,
): Promise<CampaignObject[]> {
  const counts = COUNTED.some((name) => selects(selection, name)) ? await countCampaigns(tx, reach, rows) : [];
  const countsOf = new Map(counts.map((count) => [count.id, count]));
  const above = selects(selection, 'carriesOut') ? await higherOf(tx, reach, rows, selection) : new Map();
  return rows.map((row) => ({
    ...row,
    ...countsOf.get(row.id),
    rowId: row.id,
    carriesOut: row.carriesOutId === null ? null : (above.get(row.carriesOutId) ?? null),
  }));
}

async function higherOf(
  tx: Transaction,
  reach: Reach,
  rows: readonly CampaignRow[],
  selection: Selection,
): Promise<ReadonlyMap<string, CampaignObject>> {
  const ids = [...new Set(rows.flatMap(({ carriesOutId }) => carriesOutId ?? []))];
  if (ids.length === 0) return new Map();
  const found = await present(tx, reach, await findCampaigns(tx, reach, ids), selectedBelow(selection, 'carriesOut'));
  return new Map(found.map((campaign) => [campaign.rowId, campaign]));
}
