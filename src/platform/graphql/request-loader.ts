import DataLoader from 'dataloader';
import type { RequestContext } from './request-context.js';

/**
 * 请求内批量读取 · One dataloader a key and request: what resolvers of one level ask for travels together.
 *
 * @param key  what is loaded and with which arguments; equal keys share a loader
 * @param read  answers for the keys by key; what it leaves out is null
 * @article none — technical
 */
export function requestLoader<V>(
  context: RequestContext,
  key: string,
  read: (keys: readonly string[]) => Promise<ReadonlyMap<string, V>>,
): DataLoader<string, V | null> {
  const known = context.loaders.get(key) as DataLoader<string, V | null> | undefined;
  if (known !== undefined) return known;
  const loader = new DataLoader<string, V | null>(async (keys) => {
    const found = await read(keys);
    return keys.map((one) => found.get(one) ?? null);
  });
  context.loaders.set(key, loader);
  return loader;
}
