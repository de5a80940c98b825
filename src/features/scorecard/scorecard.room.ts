import { ScorecardResolver } from './scorecard.resolver.js';
import { type ScorecardParts, ScorecardService } from './scorecard.service.js';
import { ScorecardRecordResolver } from './scorecard-record.resolver.js';
import { type ScorecardRecordsParts, ScorecardRecordsService } from './scorecard-records.service.js';

/** 考核评分室 · Services and resolvers of scorecards. @article none — technical */
export function assembleScorecards(parts: ScorecardParts & ScorecardRecordsParts) {
  return {
    resolvers: [
      new ScorecardResolver(new ScorecardService(parts), parts.tree, parts.budget),
      new ScorecardRecordResolver(new ScorecardRecordsService(parts), parts.tree),
    ],
  };
}
