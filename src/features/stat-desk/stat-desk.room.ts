import type { CallerBudget } from '../../platform/http/caller-budget.js';
import { ExplainStatsResolver } from './explain-stats.resolver.js';

/** 提问台室 · What tells beforehand what questions of figures would take. @article none — technical */
export function assembleStatDesk({ budget }: { readonly budget: CallerBudget }) {
  return { resolvers: [new ExplainStatsResolver(budget)] };
}
