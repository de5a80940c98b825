import { digestOf } from '../crypto/content-digest.js';
import type { CursorSeal } from '../crypto/cursor-seal.js';
import type { Page, PageRequest } from '../database/page.js';
import type { PageRow, Row } from '../database/read-rows.js';
import { type Selection, selectedBelow } from '../database/selection.js';
import { ApiError } from '../errors/api-error.js';
import type { Connection, Edge } from './connection.js';
import type { PageInfo } from './page-info.js';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE, type PagingArgs } from './paging-args.js';

/** 游标归属 · What a cursor is bound to; reckoned once a cursor is made or read, and not before. @article none — technical */
export type CursorOwner = () => string;

/** 游标归属 · Binds cursors to caller, list, filter and order; with any of them changed they open nothing. */
export function cursorOwner(subject: string, list: string, question: unknown): CursorOwner {
  let owner: string | null = null;
  return () => {
    owner ??= digestOf([subject, list, question]);
    return owner;
  };
}

/**
 * 分页请求 · Reads the paging arguments.
 *
 * @throws ApiError BAD_USER_INPUT for sizes and directions that cannot be, INVALID_CURSOR for a cursor of another list
 * @article none — technical
 */
export function pageRequest(args: PagingArgs, seal: CursorSeal, boundTo: CursorOwner): PageRequest {
  const { first, after, last, before } = args;
  if (given(first) && given(last)) throw badPaging('Give `first` or `last`, not both.', 'last');
  if (given(after) && given(before)) throw badPaging('Give `after` or `before`, not both.', 'before');
  const backward = given(last) || given(before);
  if (backward && given(first)) throw badPaging('`first` goes with `after`; with `before` give `last`.', 'first');
  if (backward && given(after)) throw badPaging('`after` goes with `first`; with `last` give `before`.', 'after');
  const size = pageSize(backward ? last : first, backward ? 'last' : 'first');
  const cursor = backward ? before : after;
  const boundary = given(cursor) ? (seal.open(cursor, boundTo()) as PageRequest['boundary']) : null;
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
 * 分页列表 · Makes a connection of a page. Its edges and cursors are made when they are asked for: most lists are read
 * without.
 *
 * @param total  counted by the caller only when `totalCount` was asked for; 0 otherwise
 */
export function toConnection<T = Row>(
  page: Page<PageRow>,
  seal: CursorSeal,
  boundTo: CursorOwner,
  total = 0,
): Connection<T> {
  return new PageConnection<T>(page, ({ key }) => seal.seal(key, boundTo()), total);
}

type Sealing = (row: PageRow) => string;

class PageConnection<T> implements Connection<T> {
  readonly nodes: T[];
  #edges: Edge<T>[] | null = null;
  #pageInfo: PageInfo | null = null;

  constructor(
    private readonly page: Page<PageRow>,
    private readonly seal: Sealing,
    readonly totalCount: number,
  ) {
    this.nodes = page.rows.map(({ row }) => row as T);
  }

  get edges(): Edge<T>[] {
    this.#edges ??= this.page.rows.map((row) => new PageEdge<T>(row, this.seal));
    return this.#edges;
  }

  get pageInfo(): PageInfo {
    this.#pageInfo ??= new PageEnds(this.page, this.seal);
    return this.#pageInfo;
  }
}

class PageEdge<T> implements Edge<T> {
  readonly node: T;
  #cursor: string | null = null;

  constructor(
    private readonly row: PageRow,
    private readonly seal: Sealing,
  ) {
    this.node = row.row as T;
  }

  get cursor(): string {
    this.#cursor ??= this.seal(this.row);
    return this.#cursor;
  }
}

class PageEnds implements PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly #rows: readonly PageRow[];

  constructor(
    page: Page<PageRow>,
    private readonly seal: Sealing,
  ) {
    this.hasNextPage = page.hasNextPage;
    this.hasPreviousPage = page.hasPreviousPage;
    this.#rows = page.rows;
  }

  get startCursor(): string | null {
    return this.#rows.length === 0 ? null : this.seal(this.#rows[0]!);
  }

  get endCursor(): string | null {
    return this.#rows.length === 0 ? null : this.seal(this.#rows.at(-1)!);
  }
}

function given<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}

function badPaging(message: string, argument: string): ApiError {
  return new ApiError('BAD_USER_INPUT', message, { path: [argument] });
}
