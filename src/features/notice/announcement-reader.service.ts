import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { type RegionCode, subtreePrefix } from '../../domain/kernel/region-code.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { Database } from '../../platform/database/database.js';
import type { Page, PageRequest } from '../../platform/database/page.js';
import type { PageRow } from '../../platform/database/read-rows.js';
import { type Selection, selects } from '../../platform/database/selection.js';
import type { AccessService } from '../access/index.js';
import { pageOfAnnouncements } from './announcement.repository.js';
import { stillShownOn } from './still-shown.js';

/**
 * 结果公告查询 · Results as they were made known in a region; open to everyone in their days.
 *
 * @article G
 */
export class AnnouncementReader {
  constructor(
    private readonly database: Database,
    private readonly access: AccessService,
  ) {}

  /**
   * 一页结果公告 · Announcements of a region that are shown on a day, the newest first; see `stillShownOn`.
   *
   * @article G
   */
  page(
    caller: Caller,
    region: RegionCode,
    on: CalendarDate | null,
    request: PageRequest,
    nodes: Selection,
    asked: Selection,
  ): Promise<{ page: Page<PageRow>; total: number }> {
    const reach = this.access.publicReach(region);
    const day = on ?? caller.today;
    const days = { announced: day, shownUntil: stillShownOn(caller, region, day) };
    return this.database.read(reach.scope, (tx) =>
      pageOfAnnouncements(tx, reach, nodes, subtreePrefix(region), days, request, selects(asked, 'totalCount')),
    );
  }
}
