import type { CursorSeal } from '../../platform/crypto/cursor-seal.js';
import type { Database } from '../../platform/database/database.js';
import type { Page } from '../../platform/database/page.js';
import type { PageRow, Row } from '../../platform/database/read-rows.js';
import { type Selection, selects } from '../../platform/database/selection.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { cursorOwner, pageRequest, pageSize, selectedNodes, toConnection } from '../../platform/graphql/paging.js';
import type { ForwardPagingArgs } from '../../platform/graphql/paging-args.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import type { AccessService } from '../access/index.js';
import type { HouseholdObject } from '../household/index.js';
import { leadsInReach, leadsOfHousehold } from './lead.repository.js';
import { leadOrder } from './lead-filter.repository.js';
import type { LeadObject } from './lead-object.js';

/** 农户线索所需 · What it stands on. */
export interface HouseholdLeadsParts {
  readonly database: Database;
  readonly access: AccessService;
  readonly cursorSeal: CursorSeal;
}

/** 预读的线索 · One more than the page, and how many there are in all where it was asked for. */
export interface LeadsAhead {
  readonly leads: readonly LeadObject[];
  readonly total: number;
}

/** Who reads a household reads the leads on it; an auditor, who sees cases only, reads neither. */
const READ = 'Query.household';

/**
 * 农户的线索 · Leads below a household, newest report first: the first page comes with the household, further ones by
 * themselves.
 *
 * @article 3.1
 */
export class HouseholdLeads {
  constructor(private readonly parts: HouseholdLeadsParts) {}

  /**
   * 一页线索 · A page of a household's leads.
   *
   * @param ahead  what was read with the household; absent past a cursor
   */
  async page(
    context: RequestContext,
    household: Pick<HouseholdObject, 'countyCode' | 'rowId'>,
    paging: ForwardPagingArgs,
    asked: Selection,
    ahead?: LeadsAhead,
  ): Promise<Connection<Row>> {
    const { access, cursorSeal, database } = this.parts;
    const owner = cursorOwner(context.principal?.subject ?? '', 'household leads', household.rowId);
    const reach = await access.reach(context, READ);
    if (ahead !== undefined) return toConnection(firstPage(ahead.leads, paging), cursorSeal, owner, ahead.total);
    const request = pageRequest(paging, cursorSeal, owner);
    const filter = leadsOfHousehold(household.countyCode, household.rowId);
    const wanted = {
      nodes: selectedNodes(asked),
      order: leadOrder(null),
      request,
      total: selects(asked, 'totalCount'),
    };
    const { page, total } = await database.readAtOnce(reach.scope, (tx) =>
      leadsInReach.page(tx, reach, filter, wanted),
    );
    return toConnection(page, cursorSeal, owner, total);
  }
}

/** What was read with the household is the first page and one row that tells whether there is more. */
function firstPage(ahead: readonly LeadObject[], { first }: ForwardPagingArgs): Page<PageRow> {
  const size = pageSize(first);
  const rows = ahead.slice(0, size).map((lead) => ({ row: { ...lead } as Row, key: [lead.reportedOn, lead.rowId] }));
  return { rows, hasNextPage: ahead.length > size, hasPreviousPage: false };
}
