import type { Caller } from '../../platform/auth/caller.js';
import type { CursorSeal } from '../../platform/crypto/cursor-seal.js';
import type { Database } from '../../platform/database/database.js';
import type { Page } from '../../platform/database/page.js';
import type { PageRow, Row } from '../../platform/database/read-rows.js';
import { type Selection, selects } from '../../platform/database/selection.js';
import type { Connection } from '../../platform/graphql/connection.js';
import {
  type CursorOwner,
  cursorOwner,
  pageRequest,
  pageSize,
  selectedNodes,
  toConnection,
} from '../../platform/graphql/paging.js';
import type { ForwardPagingArgs } from '../../platform/graphql/paging-args.js';
import { type AccessService, findInReach } from '../access/index.js';
import { type CaseKey, measuresInReach, pageOfMeasures } from './measure.repository.js';

/** 预读的措施 · What was read with the case: one row more than the page, and the count where it was asked for. */
export interface MeasuresAhead {
  readonly rows: readonly Row[];
  readonly total: number;
}

/**
 * 措施查询 · Reads measures within the caller's reach: by id, and the pages of a case past the one that was read with it.
 *
 * @article 4.1
 */
export class MeasureReader {
  constructor(
    private readonly database: Database,
    private readonly access: AccessService,
    private readonly cursors: CursorSeal,
  ) {}

  /** 按标识查找 · Measures of one county by id; those out of the reach are left out. */
  async find(
    caller: Caller,
    county: string,
    ids: readonly string[],
    selection: Selection,
    operation = 'Query.monitoringCase',
  ): Promise<Row[]> {
    const reach = await this.access.reach(caller, operation);
    return findInReach(this.database, reach, measuresInReach, { county, ids, selection });
  }

  /** 档案的措施 · A page of a case's measures, latest first; nothing is read where the page came with the case. */
  ofCase(
    caller: Caller,
    monitored: CaseKey,
    paging: ForwardPagingArgs,
    asked: Selection,
    ahead: MeasuresAhead | null,
  ): Promise<Connection<Row>> | Connection<Row> {
    const owner = cursorOwner(caller.principal?.subject ?? '', 'measures', monitored.rowId);
    return ahead === null
      ? this.furtherPage(caller, monitored, paging, asked, owner)
      : toConnection(firstPage(ahead.rows, paging), this.cursors, owner, ahead.total);
  }

  private async furtherPage(
    caller: Caller,
    monitored: CaseKey,
    paging: ForwardPagingArgs,
    asked: Selection,
    owner: CursorOwner,
  ): Promise<Connection<Row>> {
    const request = pageRequest(paging, this.cursors, owner);
    const reach = await this.access.reach(caller, 'Query.monitoringCase');
    const wanted = { nodes: selectedNodes(asked), request, total: selects(asked, 'totalCount') };
    const { page, total } = await this.database.readAtOnce(reach.scope, (tx) =>
      pageOfMeasures(tx, reach, monitored, wanted),
    );
    return toConnection(page, this.cursors, owner, total);
  }
}

function firstPage(ahead: readonly Row[], { first }: ForwardPagingArgs): Page<PageRow> {
  const size = pageSize(first);
  const rows = ahead.slice(0, size).map((row) => ({ row, key: [String(row['plannedOn']), String(row['rowId'])] }));
  return { rows, hasNextPage: ahead.length > size, hasPreviousPage: false };
}
