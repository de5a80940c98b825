import { SegmentResolver } from './segment.resolver.js';
import { SegmentService, type SegmentServiceParts } from './segment.service.js';
import { SegmentReader, type SegmentReaderParts } from './segment-reader.service.js';

/** 命名分组室 · Services and resolvers of named segments. @article none — technical */
export function assembleSegments(parts: SegmentServiceParts & SegmentReaderParts) {
  const reader = new SegmentReader(parts);
  return { reader, resolvers: [new SegmentResolver(new SegmentService(parts), reader, parts.tree)] };
}
