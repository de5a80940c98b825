import type { GraphQLResolveInfo } from 'graphql';
import { countAheadKey, readAheadKey } from '../database/read-shape.js';

/**
 * 预读结果 · What the statement above read for this field under its response key.
 *
 * @throws Error when nothing was read ahead: a shape lacks the relation, or an object was made without its selection
 * @article none — technical
 */
export function readAhead<T>(object: object, info: GraphQLResolveInfo): T {
  const key = readAheadKey(info.fieldName, String(info.path.key));
  const found = (object as Record<string, T | undefined>)[key];
  if (found === undefined) throw new Error(`${info.parentType.name}.${info.fieldName} was not read ahead`);
  return found;
}

/**
 * 预计数结果 · How many rows the statement above counted for this field under its response key; 0 where nobody asked.
 *
 * @article none — technical
 */
export function countedAhead(object: object, info: GraphQLResolveInfo): number {
  const found = (object as Record<string, unknown>)[countAheadKey(info.fieldName, String(info.path.key))];
  return typeof found === 'number' ? found : 0;
}
