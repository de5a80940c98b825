export { newestPublication } from './publish.repository.js';
export {
  type Published,
  type PublishesCounty,
  type PublishParts,
  PUBLICATION_PARTS,
  publishFigures,
} from './publish.service.js';
export { publicationFor } from './published-figures.service.js';
export { refusedToAnalyst } from './published-rows.js';
export { StatisticsService } from './statistics.service.js';
export { unpublishedBy } from './unpublished-filter.js';
