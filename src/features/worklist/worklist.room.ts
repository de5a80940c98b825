import { WorklistResolver } from './worklist.resolver.js';
import { type WorklistParts, WorklistService } from './worklist.service.js';

/** 待办室 · The service and resolver of the worklist. @article none — technical */
export function assembleWorklist(parts: WorklistParts) {
  const service = new WorklistService(parts);
  return { service, resolvers: [new WorklistResolver(service, parts.provinces)] };
}
