import { type SQL, sql } from 'drizzle-orm';

/** 排序列 · One column of an order; the last one of an order must be unique in the county. @article none — technical */
export interface OrderColumn {
  /** SQL of the column on alias `t`. */
  readonly column: string;
  readonly cast: 'text' | 'bigint' | 'integer' | 'date' | 'timestamptz' | 'uuid';
  readonly direction: 'ASC' | 'DESC';
  readonly nullable: boolean;
}

/** 排序键 · One key of an order as it is asked for. @article none — technical */
export interface OrderKey<K extends string> {
  readonly by: K;
  readonly direction?: 'ASC' | 'DESC' | null;
}

/**
 * 排序列表 · The order asked for, a key named again left out, made unique by the id at its end.
 *
 * @param unlessTold  the order where none is asked for
 * @article none — technical
 */
export function orderColumns<K extends string>(
  asked: readonly OrderKey<K>[] | null | undefined,
  columns: Readonly<Record<K, Omit<OrderColumn, 'direction'>>>,
  unlessTold: OrderKey<K>,
): OrderColumn[] {
  const keys = new Map<K, 'ASC' | 'DESC'>();
  for (const { by, direction } of asked?.length ? asked : [unlessTold])
    if (!keys.has(by)) keys.set(by, direction ?? 'ASC');
  const named = [...keys].map(([by, direction]) => ({ ...columns[by], direction }));
  return [...named, { column: 't.id', cast: 'uuid', direction: named.at(-1)?.direction ?? 'ASC', nullable: false }];
}

/** 分页请求 · Which page of an order; `boundary` holds the sort values of the row that the page starts after or ends before. */
export interface PageRequest {
  readonly size: number;
  readonly backward: boolean;
  readonly boundary: readonly (string | number | null)[] | null;
}

/** 一页 · Rows in the order asked for, and whether there are more on either side. */
export interface Page<T> {
  readonly rows: readonly T[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/** 边界条件 · Only the rows past the boundary; nulls stand last in either direction. */
export function pastBoundary(order: readonly OrderColumn[], request: PageRequest): SQL | null {
  return request.boundary === null ? null : past(order, request.boundary, request.backward);
}

function past(order: readonly OrderColumn[], boundary: readonly (string | number | null)[], backward: boolean): SQL {
  const [first, ...rest] = order;
  if (first === undefined) return sql`false`;
  const [value = null, ...others] = boundary;
  const column = sql.raw(first.column);
  const deeper = rest.length === 0 ? sql`false` : past(rest, others, backward);
  if (value === null)
    return backward
      ? sql`(${column} IS NOT NULL OR (${column} IS NULL AND ${deeper}))`
      : sql`(${column} IS NULL AND ${deeper})`;
  const bound = sql`${value}::${sql.raw(first.cast)}`;
  const further = sql.raw((first.direction === 'ASC') === backward ? '<' : '>');
  const nulls = first.nullable && !backward ? sql` OR ${column} IS NULL` : sql``;
  return sql`(${column} ${further} ${bound} OR (${column} = ${bound} AND ${deeper})${nulls})`;
}

/** 排序 · The `ORDER BY` of an order, turned round when paging backward. */
export function orderBy(order: readonly OrderColumn[], backward: boolean): string {
  const terms = order.map(({ column, direction, nullable }) => {
    const turned = backward ? (direction === 'ASC' ? 'DESC' : 'ASC') : direction;
    const nulls = nullable ? ` NULLS ${backward ? 'FIRST' : 'LAST'}` : '';
    return `${column} ${turned}${nulls}`;
  });
  return terms.join(', ');
}

/** 排序值 · The row's sort values as JSON, kept sealed in its cursor. */
export function sortValues(order: readonly OrderColumn[]): string {
  return `json_build_array(${order.map(({ column, cast }) => (cast === 'timestamptz' ? `${column}::text` : column)).join(', ')})`;
}

/** 裁页 · Cuts the one row too many that tells whether there is more. */
export function cutPage<T>(rows: readonly T[], request: PageRequest): Page<T> {
  const more = rows.length > request.size;
  const page = rows.slice(0, request.size);
  const bounded = request.boundary !== null;
  return request.backward
    ? { rows: page.reverse(), hasNextPage: bounded, hasPreviousPage: more }
    : { rows: page, hasNextPage: more, hasPreviousPage: bounded };
}
