import type { StatSubject } from '../../domain/statistics/definition.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { CursorSeal } from '../../platform/crypto/cursor-seal.js';
import type { Database } from '../../platform/database/database.js';
import type { OrderKey } from '../../platform/database/page.js';
import { type Selection, selects } from '../../platform/database/selection.js';
import { ApiError } from '../../platform/errors/api-error.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { cursorOwner, pageRequest, toConnection } from '../../platform/graphql/paging.js';
import type { PagingArgs } from '../../platform/graphql/paging-args.js';
import type { AccessService } from '../access/index.js';
import {
  countSegments,
  findSegments,
  pageOfSegments,
  type SegmentFilterValues,
  type SegmentOrderBy,
  type SegmentRow,
  segmentOrder,
} from './segment.repository.js';
import { segmentId } from './segment-id.js';

/** 分组查询所需 · What it stands on. */
export interface SegmentReaderParts {
  readonly database: Database;
  readonly access: AccessService;
  readonly cursorSeal: CursorSeal;
}

/**
 * 分组查询 · Reads the segments of the caller's regions, of those below and of those above, that are for a role of the caller's
 * there.
 *
 * @article 5.2
 */
export class SegmentReader {
  constructor(private readonly parts: SegmentReaderParts) {}

  /** 按标识查找 · Segments by id; those that are not for the caller are left out. */
  async find(caller: Caller, ids: readonly string[], operation = 'Query.segments'): Promise<SegmentRow[]> {
    const { scope, grants } = await this.parts.access.reach(caller, operation);
    if (ids.length === 0) return [];
    return this.parts.database.readAtOnce(scope, (tx) => findSegments(tx, grants, ids));
  }

  /**
   * 一页分组 · A page of segments.
   *
   * @throws ApiError BAD_USER_INPUT for sizes out of bounds, INVALID_CURSOR for a cursor of another list
   */
  async page(
    caller: Caller,
    where: SegmentFilterValues,
    orders: readonly OrderKey<SegmentOrderBy>[] | null,
    paging: PagingArgs,
    asked: Selection,
  ): Promise<Connection<SegmentRow>> {
    const { access, cursorSeal, database } = this.parts;
    const { scope, grants } = await access.reach(caller, 'Query.segments');
    const owner = cursorOwner(caller.principal?.subject ?? '', 'segments', [where, orders]);
    const request = pageRequest(paging, cursorSeal, owner);
    const order = segmentOrder(orders);
    const [page, total] = await database.readAtOnce(scope, (tx) =>
      Promise.all([
        pageOfSegments(tx, grants, where, order, request),
        selects(asked, 'totalCount') ? countSegments(tx, grants, where) : 0,
      ]),
    );
    return toConnection<SegmentRow>(page, cursorSeal, owner, total);
  }

  /**
   * 可用分组 · The segments by which figures of a subject may be asked for, in one statement.
   *
   * @returns what may be used, or why not, by global id; one that is not the caller's is answered as one that never was
   */
  async usable(
    caller: Caller,
    globalIds: readonly string[],
    subject: StatSubject,
  ): Promise<ReadonlyMap<string, SegmentRow | ApiError>> {
    const ids = new Map(globalIds.map((globalId) => [globalId, segmentId(globalId)?.id ?? null]));
    const found = await this.find(caller, [...new Set([...ids.values()].filter((id) => id !== null))]);
    const byId = new Map(found.map((row) => [row.rowId, row]));
    return new Map([...ids].map(([globalId, id]) => [globalId, usableFor(subject, byId.get(id ?? ''))]));
  }
}

function usableFor(subject: StatSubject, row: SegmentRow | undefined): SegmentRow | ApiError {
  if (row === undefined) return refused('there is no such segment for your roles in your regions');
  if (row.subject !== subject)
    return refused(`${row.key} is a segment of ${row.subject}, and these are figures of ${subject}`);
  if (row.retiredOn !== null) return refused(`${row.key} was retired on ${row.retiredOn}`);
  return row;
}

function refused(why: string): ApiError {
  return new ApiError('BAD_USER_INPUT', `The figures cannot be asked for by this segment: ${why}.`, {
    path: ['segment'],
  });
}
