import { HazardResolver } from './hazard.resolver.js';
import { HazardService, type HazardServiceParts } from './hazard.service.js';
import { HazardReader, type HazardReaderParts } from './hazard-reader.service.js';
import { HazardScreening, type HazardScreeningParts } from './hazard-screening.service.js';

/** 风险事件室 · Services and resolvers of hazards. @article none — technical */
export function assembleHazards(parts: HazardServiceParts & HazardReaderParts & HazardScreeningParts) {
  const reader = new HazardReader(parts);
  const hazards = new HazardService(parts, new HazardScreening(parts));
  return { reader, resolvers: [new HazardResolver(hazards, reader, parts.tree)] };
}
