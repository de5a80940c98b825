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
export { StatisticsService } from './statistics.service.js';
export { unpublishedBy } from './unpublished-filter.js';
