import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { type RegionCode, subtreePrefix } from '../../domain/kernel/region-code.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { Database } from '../../platform/database/database.js';
import type { Page, PageRequest } from '../../platform/database/page.js';
import type { PageRow, Row } from '../../platform/database/read-rows.js';
import { type Selection, selects } from '../../platform/database/selection.js';
import { fromGlobalId } from '../../platform/graphql/global-id.js';
import type { AccessService } from '../access/index.js';
import { findNotices, findObjections, pageOfNotices } from './notice.repository.js';
import { stillShownOn } from './still-shown.js';

/**
 * 公示查询 · Notices that hang on the boards of a region; open to everyone.
 *
 * @article 3.2
 */
export class NoticeReader {
  constructor(
    private readonly database: Database,
    private readonly access: AccessService,
  ) {}

  /**
   * 一页公示 · Notices of a region that hang on a day, the newest first; see `stillShownOn`.
   *
   * @article 3.2
   */
  async page(
    caller: Caller,
    region: RegionCode,
    on: CalendarDate | null,
    request: PageRequest,
    nodes: Selection,
    asked: Selection,
  ): Promise<{ page: Page<PageRow>; total: number }> {
    const reach = this.access.publicReach(region);
    const day = on ?? caller.today;
    const days = { opened: day, hangsUntil: stillShownOn(caller, region, day) };
    return this.database.read(reach.scope, (tx) =>
      pageOfNotices(tx, reach, nodes, subtreePrefix(region), days, request, selects(asked, 'totalCount')),
    );
  }

  /** 按标识查找 · Notices of a county by id; like every notice, open to everyone. */
  find(_caller: Caller, county: string, ids: readonly string[], selection: Selection): Promise<Row[]> {
    const reach = this.access.publicReach(county as RegionCode);
    return this.database.readAtOnce(reach.scope, (tx) => findNotices(tx, selection, county, ids));
  }

  /** 异议 · An objection by its global id, for whoever may resolve it; null elsewhere. */
  async objection(caller: Caller, globalId: string, selection: Selection): Promise<Row | null> {
    const place = fromGlobalId(globalId);
    const reach = await this.access.reach(caller, 'Mutation.resolveObjection');
    if (place?.type !== 'Objection' || reach.county(place.county) === null) return null;
    const [found] = await this.database.read(reach.scope, (tx) =>
      findObjections(tx, selection, place.county, [place.id]),
    );
    return found ?? null;
  }
}
