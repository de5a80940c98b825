import type { RequestContext } from './request-context.js';

const KEY = 'answer extensions';

/** 附注 · Puts an entry into a list of the answer's `extensions`, by the list's name; none where the request keeps nothing. @article none — technical */
export function noteExtension({ shared }: RequestContext, name: string, entry: object): void {
  if (shared === undefined) return;
  const lists = (shared.get(KEY) as Map<string, object[]> | undefined) ?? new Map<string, object[]>();
  shared.set(KEY, lists);
  lists.set(name, [...(lists.get(name) ?? []), entry]);
}

/** 已记附注 · The entries of a list so far. @article none — technical */
export function notedExtensions<T extends object>({ shared }: RequestContext, name: string): readonly T[] {
  return ((shared?.get(KEY) as Map<string, T[]> | undefined)?.get(name) ?? []) as readonly T[];
}

/** 数据之外 · What stands beside the data of an answer; nothing where nothing was noted. @article none — technical */
export function besideData({ shared }: RequestContext): { readonly extensions?: Readonly<Record<string, unknown>> } {
  const lists = shared?.get(KEY) as Map<string, object[]> | undefined;
  return lists === undefined ? {} : { extensions: Object.fromEntries(lists) };
}
