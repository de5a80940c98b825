import { decideInspection, type InspectionStatus } from '../../domain/campaign/decide-inspection.js';
import { date } from '../../domain/kernel/calendar-date.js';
import {
  COUNTY_DIGITS,
  levelOf,
  NATION,
  type RegionCode,
  type RegionLevel,
  subtreePrefix,
} from '../../domain/kernel/region-code.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { CursorSeal } from '../../platform/crypto/cursor-seal.js';
import type { Database, Transaction } from '../../platform/database/database.js';
import type { Row } from '../../platform/database/read-rows.js';
import { type Selection, selects } from '../../platform/database/selection.js';
import { ApiError } from '../../platform/errors/api-error.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { cursorOwner, pageRequest, selectedNodes, toConnection } from '../../platform/graphql/paging.js';
import type { ForwardPagingArgs } from '../../platform/graphql/paging-args.js';
import type { AccessService, Reach } from '../access/index.js';
import type { ProvinceService } from '../province/index.js';
import type { RegionTree } from '../region/index.js';
import {
  BY_VILLAGE,
  type CampaignRow,
  type CoverageRow,
  campaignsOfCounties,
  coverageOf,
  findCampaigns,
  NOBODY,
  notMet,
  visitedHouseholds,
} from './campaign.repository.js';
import { campaignId } from './campaign.service.js';

/** 县的年度排查 · Whether a county has had its campaign of the year. */
export interface ComplianceObject {
  readonly county: RegionCode;
  readonly status: InspectionStatus;
  readonly requiredPercent: number | null;
  readonly households: number;
  readonly visited: number;
  readonly campaign: (CampaignRow & { readonly rowId: string }) | null;
}

/** 覆盖情况服务所需 · What it stands on. */
export interface CoverageServiceParts {
  readonly database: Database;
  readonly access: AccessService;
  readonly cursorSeal: CursorSeal;
  readonly provinces: Pick<ProvinceService, 'rulesOn'>;
  readonly tree: RegionTree;
}

const DIGITS: Readonly<Partial<Record<RegionLevel, number>>> = { COUNTY: 6, TOWNSHIP: 9, VILLAGE: 12 };
/** More than the villages of the widest city. */
const MOST_PLACES = 5_000;
const FIRST_YEAR = 1_900;
const LAST_YEAR = 9_999;

/**
 * 排查覆盖情况 · How far campaigns are, place by place; which counties have had theirs; and whom nobody has met yet.
 *
 * @article 3.1
 */
export class CoverageService {
  constructor(private readonly parts: CoverageServiceParts) {}

  /**
   * 分地覆盖 · A campaign by county, township or village.
   *
   * @throws ApiError BAD_USER_INPUT for a level without places in it, and for more places than a list may hold
   */
  async byPlace(caller: Caller, id: string, level: RegionLevel): Promise<readonly CoverageRow[]> {
    const reach = await this.parts.access.reach(caller, 'Query.inspectionCoverage');
    const digits = DIGITS[level];
    if (digits === undefined) throw wrong('level', 'a campaign is told by COUNTY, TOWNSHIP or VILLAGE');
    return this.parts.database.read(reach.scope, async (tx) => {
      const campaign = await campaignOf(tx, reach, id);
      if (campaign === null) return [];
      const rows = await coverageOf(tx, reach, campaign, digits, MOST_PLACES + 1);
      if (rows.length <= MOST_PLACES) return rows;
      throw wrong('level', `there are more than ${MOST_PLACES} places of level ${level}; ask by a wider one`);
    });
  }

  /**
   * 各县年度排查 · Whether each county of a region has had its campaign of a year. One without any is named with the households of
   * its register.
   *
   * @throws ApiError BAD_USER_INPUT for the nation and for what lies below a county, and for a year that is none
   */
  async compliance(caller: Caller, region: RegionCode, year: number): Promise<readonly ComplianceObject[]> {
    const { access, database, tree } = this.parts;
    const reach = await access.reach(caller, 'Query.inspectionCompliance');
    if (region === NATION || ['TOWNSHIP', 'VILLAGE'].includes(levelOf(region)))
      throw wrong('region', 'name a province, a city or a county: campaigns are a county’s duty');
    if (year < FIRST_YEAR || year > LAST_YEAR)
      throw wrong('year', `name a year from ${FIRST_YEAR} to ${LAST_YEAR}; found ${year}`);
    const counties = tree.countiesUnder(region).filter((county) => reach.covers(county));
    return database.read(reach.scope, async (tx) => {
      const campaigns = await campaignsOfCounties(tx, reach, region, year);
      const counted = await Promise.all(
        campaigns.map(async (campaign) => ({
          campaign,
          rows: await coverageOf(tx, reach, campaign, COUNTY_DIGITS, MOST_PLACES),
        })),
      );
      const ofCounty = (county: RegionCode) =>
        counted.filter(({ campaign }) => county.startsWith(subtreePrefix(campaign.region)));
      const wholeYear = { region, startsOn: date(`${year}-01-01`), endsOn: date(`${year}-12-31`) };
      const without = counties.every((county) => ofCounty(county).length > 0)
        ? []
        : await coverageOf(tx, reach, wholeYear, COUNTY_DIGITS, MOST_PLACES);
      return counties.map((county): ComplianceObject => {
        const own = ofCounty(county).map(({ campaign, rows }) => {
          const { households = 0, visited = 0 } = rows.find(({ code }) => code === county) ?? {};
          return { ...campaign, rowId: campaign.id, households, visited };
        });
        const requiredPercent =
          this.parts.provinces.rulesOn(county, caller.today).inspectionCoveragePercent?.value ?? null;
        const { status, campaign } = decideInspection(own, requiredPercent, caller.today);
        const { households = 0 } = campaign ?? without.find(({ code }) => code === county) ?? {};
        const visited = campaign?.visited ?? 0;
        return { county, status, requiredPercent, households, visited, campaign };
      });
    });
  }

  /**
   * 待走访农户 · A page of the households that nobody has met in a campaign's days, by village.
   *
   * @throws ApiError BAD_USER_INPUT for sizes out of bounds, INVALID_CURSOR for a cursor of another list
   */
  async toVisit(
    caller: Caller,
    question: { readonly campaignId: string; readonly region: RegionCode | null },
    paging: ForwardPagingArgs,
    asked: Selection,
  ): Promise<Connection<Row>> {
    const { access, cursorSeal, database } = this.parts;
    const reach = await access.reach(caller, 'Query.householdsToVisit');
    const owner = cursorOwner(caller.principal?.subject ?? '', 'households to visit', question);
    const request = pageRequest(paging, cursorSeal, owner);
    return database.read(reach.scope, async (tx) => {
      const campaign = await campaignOf(tx, reach, question.campaignId);
      const region = question.region ?? campaign?.region ?? NATION;
      const inside = campaign !== null && region.startsWith(subtreePrefix(campaign.region));
      const counties = inside ? reach.counties(region === NATION ? null : region) : [];
      const where = campaign === null ? null : notMet(campaign, region, counties);
      const wanted = {
        nodes: selectedNodes(asked),
        order: BY_VILLAGE,
        request,
        total: selects(asked, 'totalCount'),
      };
      const { page, total } = await visitedHouseholds.page(
        tx,
        reach,
        { counties: where === null ? [] : counties, where: where ?? NOBODY },
        wanted,
      );
      return toConnection(page, cursorSeal, owner, total);
    });
  }
}

async function campaignOf(tx: Transaction, reach: Reach, globalId: string): Promise<CampaignRow | null> {
  const id = campaignId(globalId);
  const [found] = id === null ? [] : await findCampaigns(tx, reach, [id]);
  return found ?? null;
}

function wrong(argument: string, message: string): ApiError {
  return new ApiError('BAD_USER_INPUT', `${argument}: ${message}`);
}
