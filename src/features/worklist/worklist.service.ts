import { addDays, type CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { HolidayCalendar } from '../../domain/kernel/working-days.js';
import { whoseWork } from '../../domain/worklist/whose-work.js';
import { REVIEW_AHEAD_DAYS } from '../../domain/worklist/work-item.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { CursorSeal } from '../../platform/crypto/cursor-seal.js';
import type { Database } from '../../platform/database/database.js';
import type { Row } from '../../platform/database/read-rows.js';
import { type Selection, selects } from '../../platform/database/selection.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { cursorOwner, pageRequest, selectedNodes, toConnection } from '../../platform/graphql/paging.js';
import type { ForwardPagingArgs } from '../../platform/graphql/paging-args.js';
import type { AccessService } from '../access/index.js';
import type { ProvinceService } from '../province/index.js';
import { type CountyRules, countyRules } from './county-rules.js';
import { pageOfWork } from './worklist.repository.js';

/** 待办所需 · What the worklist stands on. */
export interface WorklistParts {
  readonly database: Database;
  readonly access: AccessService;
  readonly provinces: ProvinceService;
  readonly holidays: HolidayCalendar;
  readonly cursorSeal: CursorSeal;
}

/**
 * 待办服务 · What waits for the caller now, most urgent first; a page and its count in one statement.
 *
 * @article 2.1, 5.1
 */
export class WorklistService {
  private readonly rules = new Map<string, CountyRules>();
  private day: CalendarDate | null = null;

  constructor(private readonly parts: WorklistParts) {}

  /** 一页待办 · @param overdueOnly  only what is past its deadline */
  async page(
    caller: Caller,
    paging: ForwardPagingArgs,
    overdueOnly: boolean,
    asked: Selection,
  ): Promise<Connection<Row>> {
    const { database, access, cursorSeal } = this.parts;
    const owner = cursorOwner(caller.principal?.subject ?? '', 'worklist', overdueOnly);
    const request = pageRequest(paging, cursorSeal, owner);
    const reach = await access.reach(caller, 'Query.worklist');
    const counties = reach.counties();
    const own = whoseWork(reach.grants);
    const ruled = own.leads.length + own.unmatched.length + own.missingSupport.length + own.identifications.length > 0;
    const question = {
      own,
      rules: ruled ? counties.map((county) => this.rulesOf(county, caller.today)) : [],
      today: caller.today,
      reviewsUntil: addDays(caller.today, REVIEW_AHEAD_DAYS),
      overdueOnly,
    };
    const { page, total } = await database.read(reach.scope, (tx) =>
      pageOfWork(tx, counties, question, selectedNodes(asked), request, selects(asked, 'totalCount')),
    );
    return toConnection(page, cursorSeal, owner, total);
  }

  /** Rules hold for a day; yesterday's are dropped. */
  private rulesOf(county: string, today: CalendarDate): CountyRules {
    if (this.day !== today) this.rules.clear();
    this.day = today;
    const known = this.rules.get(county);
    if (known !== undefined) return known;
    const rules = countyRules(this.parts.provinces, this.parts.holidays, county, today);
    this.rules.set(county, rules);
    return rules;
  }
}
