import { ScorecardResolver } from './scorecard.resolver.js';
import { type ScorecardParts, ScorecardService } from './scorecard.service.js';

/** 考核评分室 · Services and resolvers of scorecards. @article none — technical */
export function assembleScorecards(parts: ScorecardParts) {
  return { resolvers: [new ScorecardResolver(new ScorecardService(parts), parts.tree)] };
}
