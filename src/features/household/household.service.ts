import type { HouseholdFacts } from '../../domain/household/household-facts.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { ProvinceRules } from '../../domain/province/province-rules.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { CursorSeal } from '../../platform/crypto/cursor-seal.js';
import type { Database, Transaction } from '../../platform/database/database.js';
import type { Row } from '../../platform/database/read-rows.js';
import { type Selection, selects } from '../../platform/database/selection.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { limitFilter } from '../../platform/graphql/filter-limits.js';
import { cursorOwner, pageRequest, selectedNodes, toConnection } from '../../platform/graphql/paging.js';
import type { PagingArgs } from '../../platform/graphql/paging-args.js';
import { type AccessService, type CompiledFilter, findInReach, type Reach } from '../access/index.js';
import {
  findHouseholdOfMember,
  type HouseholdPlace,
  householdsInReach,
  placeOfNumber,
} from './household.repository.js';
import { loadHouseholdFacts } from './household-facts-loader.js';
import {
  asksForRange,
  type HouseholdFilterValues,
  type HouseholdOrderKey,
  householdCondition,
  householdOrder,
  type LinesByCounty,
} from './household-filter.repository.js';
import { findHouseholdFacts } from './household-row.repository.js';

/** 农户列表的提问 · Which households, in which order. */
export interface HouseholdQuestion {
  readonly where?: HouseholdFilterValues | null;
  readonly orderBy?: readonly HouseholdOrderKey[] | null;
}

/** 规则来源 · Where the rules of a region on a day come from. */
export interface RulesSource {
  rulesOn(region: RegionCode, on: CalendarDate): ProvinceRules;
}

/** 农户服务所需 · What the household service stands on. */
export interface HouseholdServiceParts {
  readonly database: Database;
  readonly access: AccessService;
  readonly provinces: RulesSource;
  readonly cursorSeal: CursorSeal;
}

/**
 * 农户查询 · Reads households within the caller's reach, a page in one statement and its count in a second.
 *
 * @article 5.1
 */
export class HouseholdService {
  constructor(private readonly parts: HouseholdServiceParts) {}

  /** 按标识查找 · Households of one county by id; those out of the reach are left out. */
  async find(
    caller: Caller,
    county: string,
    ids: readonly string[],
    selection: Selection,
    operation = 'Query.household',
  ): Promise<Row[]> {
    const reach = await this.parts.access.reach(caller, operation);
    return findInReach(this.parts.database, reach, householdsInReach, { county, ids, selection });
  }

  /** 按标识查找一户 · The household, or null where it is not in the reach or never was. */
  async one(caller: Caller, place: HouseholdPlace | null, selection: Selection): Promise<Row | null> {
    const [row] = await this.find(caller, place?.county ?? '', place === null ? [] : [place.id], selection);
    return row ?? null;
  }

  /** 成员所属农户 · The household of a member, one that has left included, or null. */
  async ofMember(caller: Caller, place: HouseholdPlace, selection: Selection): Promise<Row | null> {
    const reach = await this.parts.access.reach(caller, 'Query.household');
    const find = (tx: Transaction) => findHouseholdOfMember(tx, reach, selection, place.county, place.id);
    const [row] = await this.parts.database.readAtOnce(reach.scope, find);
    return row ?? null;
  }

  /** 按户编号查找 · The household of a number, through the national directory. */
  async byNumber(caller: Caller, number: string, selection: Selection): Promise<Row | null> {
    const reach = await this.parts.access.reach(caller, 'Query.householdByNumber');
    return this.parts.database.read(reach.scope, async (tx) => {
      const place = await placeOfNumber(tx, number);
      if (place === null || reach.county(place.county) === null) return null;
      const [row] = await householdsInReach.find(tx, reach, selection, place.county, [place.id]);
      return row ?? null;
    });
  }

  /**
   * 一页农户 · A page of households; the count is read only when `totalCount` was asked for.
   *
   * @param asked  what was asked for of the connection
   * @param within  the region whose list it is, where it is one's
   * @throws ApiError BAD_USER_INPUT for filters and sizes out of bounds, INVALID_CURSOR for a cursor of another list
   */
  async page(
    caller: Caller,
    question: HouseholdQuestion,
    paging: PagingArgs,
    asked: Selection,
    within?: RegionCode,
  ): Promise<Connection<Row>> {
    limitFilter(question.where);
    const reach = await this.parts.access.reach(caller, 'Query.households');
    const owner = cursorOwner(caller.principal?.subject ?? '', 'households', { ...question, within });
    const request = pageRequest(paging, this.parts.cursorSeal, owner);
    const filter = this.compile(caller, reach, question, within);
    const wanted = {
      nodes: selectedNodes(asked),
      order: householdOrder(question.orderBy),
      request,
      total: selects(asked, 'totalCount'),
    };
    const { page, total } = await this.parts.database.readAtOnce(reach.scope, (tx) =>
      householdsInReach.page(tx, reach, filter, wanted),
    );
    return toConnection(page, this.parts.cursorSeal, owner, total);
  }

  /**
   * 筛选条件 · A filter on households as a condition of another room's statement.
   *
   * @param alias  the household table's name there
   * @param counties  every county that the statement names
   * @param rulesOn  the day whose lines are followed
   */
  condition(filter: HouseholdFilterValues, alias: string, counties: readonly string[], rulesOn: CalendarDate) {
    return householdCondition(filter, alias, this.linesOf(filter, counties, rulesOn));
  }

  /** 农户事实 · What the rules need to know of some households of a county, in one statement. @article 2.1 */
  factsOf(tx: Transaction, county: string, ids: readonly string[]): Promise<Map<string, HouseholdFacts>> {
    return findHouseholdFacts(tx, county, ids);
  }

  /**
   * 一户的事实 · As `factsOf`, for one household; what is asked for at the same moment of one transaction is one statement. Null
   * for a household that is not in the scope.
   *
   * @article 2.1
   */
  factsOfOne(tx: Transaction, county: string, id: string): Promise<HouseholdFacts | null> {
    return loadHouseholdFacts(tx, county, id);
  }

  private compile(caller: Caller, reach: Reach, { where }: HouseholdQuestion, within?: RegionCode): CompiledFilter {
    const inside = new Set(reach.counties(within));
    const counties = reach.counties(where?.region ?? within).filter((county) => inside.has(county));
    const filter = within === undefined ? (where ?? {}) : { and: [{ region: within }, where ?? {}] };
    return { counties, where: this.condition(filter, 't', counties, caller.today) };
  }

  /** Lines are looked up only where the filter asks for the range. */
  private linesOf(filter: HouseholdFilterValues, counties: readonly string[], rulesOn: CalendarDate): LinesByCounty {
    if (!asksForRange(filter)) return new Map(counties.map((county) => [county, null]));
    const { provinces } = this.parts;
    return new Map(
      counties.map((county) => [
        county,
        provinces.rulesOn(county as RegionCode, rulesOn).line?.perCapitaIncome ?? null,
      ]),
    );
  }
}
