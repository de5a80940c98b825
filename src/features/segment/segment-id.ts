import { fromGlobalId, type GlobalIdParts } from '../../platform/graphql/global-id.js';

/** 读分组标识 · Reads the global id of a segment; null for anything else. @article none — technical */
export function segmentId(globalId: string): GlobalIdParts | null {
  const parts = fromGlobalId(globalId);
  return parts?.type === 'Segment' ? parts : null;
}
