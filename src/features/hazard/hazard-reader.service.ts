import { WITHHELD } from '../../domain/jurisdiction/personal-data.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { COUNTY_DIGITS, isWithin, type RegionCode } from '../../domain/kernel/region-code.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { CursorSeal } from '../../platform/crypto/cursor-seal.js';
import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { Database, Transaction } from '../../platform/database/database.js';
import type { DatabaseScope } from '../../platform/database/scope.js';
import { type Selection, selects } from '../../platform/database/selection.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { cursorOwner, pageRequest, selectedNodes, toConnection } from '../../platform/graphql/paging.js';
import type { ForwardPagingArgs } from '../../platform/graphql/paging-args.js';
import type { AccessService, Reach } from '../access/index.js';
import type { RegionTree } from '../region/index.js';
import {
  countHazards,
  findHazards,
  type HazardFilterValues,
  type HazardRow,
  pageOfHazards,
} from './hazard.repository.js';
import { countiesOf, subjectOf } from './hazard-screening.service.js';
import { latestJobs, progressOf } from './screening-job.repository.js';

/** 筛查进展 · How far the newest screening of a hazard is. */
export interface HazardScreeningObject {
  readonly on: CalendarDate;
  readonly requestedAt: string;
  readonly finishedAt: string | null;
  readonly households: number;
  readonly screened: number;
  readonly singledOut: number;
  readonly leadsOpened: number;
}

/** 风险事件对象 · A hazard with what was asked for of its screenings. */
export interface HazardObject extends HazardRow {
  readonly screenedAt?: string | null;
  readonly leadsOpened?: number;
  readonly screening?: HazardScreeningObject | null;
}

/** 风险事件查询所需 · What it stands on. */
export interface HazardReaderParts {
  readonly database: Database;
  readonly access: AccessService;
  readonly cipher: FieldCipher;
  readonly cursorSeal: CursorSeal;
  readonly tree: RegionTree;
}

const OF_SCREENINGS = ['screenedAt', 'leadsOpened', 'screening'] as const;

/**
 * 风险事件查询 · Reads hazards that touch the caller's regions; what their screenings came to is summed over the counties that the
 * caller reaches.
 *
 * @article 2.3
 */
export class HazardReader {
  constructor(private readonly parts: HazardReaderParts) {}

  /** 按标识查找 · Hazards by id; those that do not touch the caller's regions are left out. */
  async find(
    caller: Caller,
    ids: readonly string[],
    selection: Selection,
    operation = 'Query.hazardEvents',
  ): Promise<HazardObject[]> {
    const { access, database } = this.parts;
    const reach = await access.reach(caller, operation);
    if (ids.length === 0) return [];
    return database.read(countyScope(reach), async (tx) =>
      this.present(tx, reach, await findHazards(tx, reach, ids), selection),
    );
  }

  /**
   * 一页风险事件 · A page of hazards, the newest first.
   *
   * @throws ApiError BAD_USER_INPUT for sizes out of bounds, INVALID_CURSOR for a cursor of another list
   */
  async page(
    caller: Caller,
    where: HazardFilterValues,
    paging: ForwardPagingArgs,
    asked: Selection,
  ): Promise<Connection<HazardObject>> {
    const { access, cursorSeal, database } = this.parts;
    const reach = await access.reach(caller, 'Query.hazardEvents');
    const owner = cursorOwner(caller.principal?.subject ?? '', 'hazards', where);
    const request = pageRequest(paging, cursorSeal, owner);
    return database.read(countyScope(reach), async (tx) => {
      const [page, total] = await Promise.all([
        pageOfHazards(tx, reach, where, request),
        selects(asked, 'totalCount') ? countHazards(tx, reach, where) : 0,
      ]);
      const hazards = page.rows.map(({ row }) => row as unknown as HazardRow);
      const told = await this.present(tx, reach, hazards, selectedNodes(asked));
      const rows = page.rows.map(({ key }, at) => ({ row: { ...told[at] }, key }));
      return toConnection<HazardObject>({ ...page, rows }, cursorSeal, owner, total);
    });
  }

  /** 情况描述 · What was told of it: to the offices that answer for the place and to whoever told it; withheld from others. */
  description(caller: Caller, { rowId, regions, descriptionSealed, reportedBy }: HazardObject): string {
    const own = caller.principal?.subject === reportedBy;
    if (!own && !regions.some((region) => this.readsWords(caller, region))) return WITHHELD;
    return this.parts.cipher.open(descriptionSealed, { table: 'hazard_event', column: 'description_sealed', rowId });
  }

  /** Whoever answers for the region, for one that lies in it, or for one around it. */
  private readsWords(caller: Caller, region: RegionCode): boolean {
    const { access } = this.parts;
    const below = (caller.principal?.grants ?? [])
      .map((grant) => grant.region as RegionCode)
      .filter((own) => isWithin(own, region));
    return [region, ...below].some((own) => access.readsWords(caller, own));
  }

  private async present(
    tx: Transaction,
    reach: Reach,
    hazards: readonly HazardRow[],
    selection: Selection,
  ): Promise<HazardObject[]> {
    if (hazards.length === 0 || !OF_SCREENINGS.some((name) => selects(selection, name))) return [...hazards];
    const ids = hazards.map(({ rowId }) => rowId);
    const inReach = new Set(reach.counties());
    const counties = countiesOf(
      this.parts.tree,
      hazards.flatMap(({ prefixes }) => prefixes),
    ).filter((county) => inReach.has(county));
    const [jobs, progress] = await Promise.all([latestJobs(tx, ids), progressOf(tx, counties, ids)]);
    return hazards.map((hazard) => {
      const own = progress.filter(({ hazardId }) => hazardId === hazard.rowId);
      const leadsOpened = own.reduce((sum, one) => sum + one.leadsOpened, 0);
      const job = jobs.find(({ hazardId }) => hazardId === hazard.rowId);
      if (job === undefined) return { ...hazard, leadsOpened, screenedAt: null, screening: null };
      const newest = own.find(({ subject }) => subject === subjectOf(hazard.rowId, job.on));
      const counts = newest ?? { screened: 0, singledOut: 0, leadsOpened: 0 };
      return { ...hazard, leadsOpened, screenedAt: job.finishedAt, screening: { ...counts, ...job } };
    });
  }
}

/** How far a county is through a screening, a township of it is told too: a count, and nothing of a household. */
function countyScope({ scope: { prefixes, householdId } }: Reach): DatabaseScope {
  return { prefixes: prefixes.map((prefix) => prefix.slice(0, COUNTY_DIGITS)), householdId };
}
