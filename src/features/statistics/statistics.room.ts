import type { RegionTree } from '../region/index.js';
import type { SegmentReader } from '../segment/index.js';
import { STAT_ROW_RESOLVERS } from './stat-row.resolver.js';
import { StatisticsResolver } from './statistics.resolver.js';
import { type StatisticsParts, StatisticsService } from './statistics.service.js';

/** 统计室 · The service and resolvers of figures over the register. @article none — technical */
export function assembleStatistics(
  parts: StatisticsParts & { readonly tree: RegionTree; readonly segments: SegmentReader },
) {
  const service = new StatisticsService(parts);
  return {
    resolvers: [
      new StatisticsResolver(service, parts.segments, parts.tree, parts.provinces, parts.budget),
      ...STAT_ROW_RESOLVERS.map((Resolver) => new Resolver()),
    ],
  };
}
