import { ExplainStatsResolver } from './explain-stats.resolver.js';
import { type DeskParts, StatDesk } from './stat-desk.js';

/** 提问台室 · The desk of all questions of figures, and what tells beforehand what they would take. @article none — technical */
export function assembleStatDesk(parts: DeskParts) {
  return { desk: new StatDesk(parts), resolvers: [new ExplainStatsResolver(parts.budget)] };
}
