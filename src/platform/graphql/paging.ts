import { digestOf } from '../crypto/content-digest.js';
import type { CursorSeal } from '../crypto/cursor-seal.js';
import type { Page, PageRequest } from '../database/page.js';
import type { PageRow, Row } from '../database/read-rows.js';
import { type Selection, selectedBelow } from '../database/selection.js';
import { ApiError } from '../errors/api-error.js';
import type { Connection } from './connection.js';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE, type PagingArgs } from './paging-args.js';

/** 游标归属 · What a cursor is bound to: caller, list, filter and order; with any of them changed it opens nothing. */
export function cursorOwner(subject: string, list: string, question: unknown): string {
  return digestOf([subject, list, question]);
}

/**
 * 分页请求 · Reads the paging arguments.
 *
 * @throws ApiError BAD_USER_INPUT for sizes and directions that cannot be, INVALID_CURSOR for a cursor of another list
 * @article none — technical
 */
export function pageRequest(args: PagingArgs, seal: CursorSeal, boundTo: string): PageRequest {
  const { first, after, last, before } = args;
  if (given(first) && given(last)) throw badPaging('Give `first` or `last`, not both.', 'last');
  if (given(after) && given(before)) throw badPaging('Give `after` or `before`, not both.', 'before');
  const backward = given(last) || given(before);
  if (backward && given(first)) throw badPaging('`first` goes with `after`; with `before` give `last`.', 'first');
  if (backward && given(after)) throw badPaging('`after` goes with `first`; with `last` give `before`.', 'after');
  const size = pageSize(backward ? last : first, backward ? 'last' : 'first');
  const cursor = backward ? before : after;
  const boundary = given(cursor) ? (seal.open(cursor, boundTo) as PageRequest['boundary']) : null;
  return { size, backward, boundary };
}

/** 页大小 · A size between 0 and the most that a page may have. @throws ApiError BAD_USER_INPUT */
export function pageSize(size: number | null | undefined, name = 'first'): number {
  if (!given(size)) return DEFAULT_PAGE_SIZE;
  if (size < 0 || size > MAX_PAGE_SIZE)
    throw badPaging(
      `\`${name}\` is between 0 and ${MAX_PAGE_SIZE}; found ${size}. Page on with a cursor for more.`,
      name,
    );
  return size;
}

const keptNodes = new WeakMap<Selection, Selection>();

/** 节点选取 · What was asked for of a connection's nodes, by `nodes` and by `edges.node` together; the same for the same selection. */
export function selectedNodes(selection: Selection): Selection {
  const known = keptNodes.get(selection);
  if (known !== undefined) return known;
  const nodes = [...selectedBelow(selection, 'nodes'), ...selectedBelow(selection, 'edges', 'node')];
  keptNodes.set(selection, nodes);
  return nodes;
}

/**
 * 分页列表 · Makes a connection of a page.
 *
 * @param total  counted by the caller only when `totalCount` was asked for; 0 otherwise
 */
export function toConnection<T = Row>(
  page: Page<PageRow>,
  seal: CursorSeal,
  boundTo: string,
  total = 0,
): Connection<T> {
  const edges = page.rows.map(({ row, key }) => ({ cursor: seal.seal(key, boundTo), node: row as T }));
  return {
    edges,
    nodes: page.rows.map(({ row }) => row as T),
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: page.hasPreviousPage,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: total,
  };
}

function given<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}

function badPaging(message: string, argument: string): ApiError {
  return new ApiError('BAD_USER_INPUT', message, { path: [argument] });
}
