import type { HolidayCalendar } from '../../domain/kernel/working-days.js';
import type { RegionTree } from '../region/index.js';
import type { SegmentReader } from '../segment/index.js';
import { CaseCohortResolver } from './case-cohort.resolver.js';
import { CaseCohortsService } from './case-cohorts.service.js';
import { CaseFlowsService } from './case-flows.service.js';
import { STAT_ROW_RESOLVERS } from './stat-row.resolver.js';
import { StatisticsResolver } from './statistics.resolver.js';
import { type StatisticsParts, StatisticsService } from './statistics.service.js';

/** 统计室 · The service and resolvers of figures over the register. @article none — technical */
export function assembleStatistics(
  parts: StatisticsParts & {
    readonly tree: RegionTree;
    readonly holidays: HolidayCalendar;
    readonly segments: SegmentReader;
  },
) {
  const service = new StatisticsService(parts);
  return {
    service,
    resolvers: [
      new StatisticsResolver(
        service,
        new CaseFlowsService(parts),
        parts.segments,
        parts.tree,
        parts.provinces,
        parts.budget,
      ),
      new CaseCohortResolver(new CaseCohortsService(parts), parts.segments, parts.budget),
      ...STAT_ROW_RESOLVERS.map((Resolver) => new Resolver()),
    ],
  };
}
