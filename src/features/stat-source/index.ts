export { type MovedDays, moves, movesCase, movesCaseWithin } from './case-moves.repository.js';
export { bandOf } from './household-source.repository.js';
export {
  cutLevels,
  type GroupingRows,
  readGroupings,
  type UnitsWanted,
  type WantedOn,
} from './read-groupings.repository.js';
export { riskGroupsOf } from './risk-groups.js';
export { sourceOf } from './source-of.js';
export type { StatBasis } from './stat-basis.js';
export {
  type CaseStatFilter,
  conditionOn,
  type FilterDays,
  type FilterParts,
  type StatFilter,
  statusesOf,
} from './stat-filter.js';
export { bucketColumn, regionAt } from './stat-source.repository.js';
