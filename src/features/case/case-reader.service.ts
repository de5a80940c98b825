import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { RiskGroup } from '../../domain/risk/risk-type.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { Database } from '../../platform/database/database.js';
import type { PageRequest } from '../../platform/database/page.js';
import { pinnedTo, type Row } from '../../platform/database/read-rows.js';
import { type Selection, selects } from '../../platform/database/selection.js';
import { type AccessService, type CompiledFilter, type CountedPage, findInReach, type Reach } from '../access/index.js';
import type { HouseholdService } from '../household/index.js';
import type { ProvinceService } from '../province/index.js';
import { casesInReach } from './case.repository.js';
import { type CaseFilterValues, type CaseOrderField, caseCondition, caseOrder } from './case-filter.repository.js';

/** 档案列表的提问 · Which cases, in which order. */
export interface CaseQuestion {
  readonly where?: CaseFilterValues | null;
  readonly orderBy?: readonly { by: CaseOrderField; direction?: 'ASC' | 'DESC' | null }[] | null;
}

/**
 * 档案查询 · Reads cases within the caller's reach, each page in one statement.
 *
 * @article 5.1
 */
export class CaseReader {
  constructor(
    private readonly database: Database,
    private readonly access: AccessService,
    private readonly provinces: ProvinceService,
    private readonly households: HouseholdService,
  ) {}

  /** 按标识查找 · Cases of one county by id; those out of the reach are left out. */
  async find(
    caller: Caller,
    county: string,
    ids: readonly string[],
    selection: Selection,
    operation = 'Query.monitoringCase',
  ): Promise<Row[]> {
    const reach = await this.access.reach(caller, operation);
    return findInReach(this.database, reach, casesInReach, { county, ids, selection });
  }

  /** 一页档案 · A page of cases; the count is read only when `totalCount` was asked for. */
  async page(
    caller: Caller,
    question: CaseQuestion,
    request: PageRequest,
    nodes: Selection,
    asked: Selection,
    within?: RegionCode,
  ): Promise<CountedPage> {
    const reach = await this.access.reach(caller, 'Query.monitoringCases');
    const filter = this.compile(caller, reach, question, within);
    const wanted = { nodes, order: caseOrder(question.orderBy), request, total: selects(asked, 'totalCount') };
    return this.database.readAtOnce(reach.scope, (tx) => casesInReach.page(tx, reach, filter, wanted));
  }

  private compile(caller: Caller, reach: Reach, { where }: CaseQuestion, within?: RegionCode): CompiledFilter {
    const counties = reach.counties(within ?? where?.region);
    const filter = within === undefined ? (where ?? {}) : { and: [{ region: within }, where ?? {}] };
    return { counties, where: this.condition(filter, counties, caller.today) };
  }

  /**
   * 筛选条件 · A filter on cases as a condition of another room's statement, on alias `t`.
   *
   * @param counties  every county that the statement names
   * @param rulesOn  the day whose lines are followed
   */
  condition(
    filter: CaseFilterValues,
    counties: readonly string[],
    today: CalendarDate,
    rulesOn: CalendarDate = today,
  ): CompiledFilter['where'] {
    return caseCondition(filter, {
      today,
      riskTypesOf: (groups) => this.riskTypesOf(groups),
      pin: (alias) => pinnedTo(counties, alias),
      household: (one, alias) => this.households.condition(one, alias, counties, rulesOn),
    });
  }

  private riskTypesOf(groups: readonly RiskGroup[]): string[] {
    const types = this.provinces.all().flatMap(({ config }) => config.riskTypes);
    return [...new Set(types.filter(({ group }) => groups.includes(group)).map(({ code }) => code))];
  }
}
