import type { HolidayCalendar } from '../../domain/kernel/working-days.js';
import type { SegmentReader } from '../segment/index.js';
import { CaseCohortResolver } from './case-cohort.resolver.js';
import { CaseCohortsService } from './case-cohorts.service.js';
import { CaseFlowResolver } from './case-flow.resolver.js';
import { type CaseFlowParts, CaseFlowsService } from './case-flows.service.js';

/** 流转室 · Services and resolvers of how cases move, and of what becomes of those identified together. @article none — technical */
export function assembleCaseFlows(
  parts: CaseFlowParts & { readonly holidays: HolidayCalendar; readonly segments: SegmentReader },
) {
  const { segments, budget } = parts;
  return {
    resolvers: [
      new CaseFlowResolver(new CaseFlowsService(parts), segments, budget),
      new CaseCohortResolver(new CaseCohortsService(parts), segments, budget),
    ],
  };
}
