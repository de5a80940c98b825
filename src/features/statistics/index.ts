export { newestPublication } from './publish.repository.js';
export {
  PUBLICATION_PARTS,
  type Published,
  type PublishesCounty,
  publishFigures,
  type PublishParts,
} from './publish.service.js';
export { publicationFor } from './published-figures.service.js';
export { refusedToAnalyst } from './published-rows.js';
export { type CheckedQuestion, type DeskParts, StatDesk } from './stat-desk.js';
export type { Asked, StatLedger } from './stat-ledger.js';
export { StatisticsService } from './statistics.service.js';
export { ledgerOf, tellQuestion } from './tell-question.js';
export { TO_ANALYSTS } from './told-sources.js';
export { unpublishedBy } from './unpublished-filter.js';
