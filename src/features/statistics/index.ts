export { newestPublication } from './publish.repository.js';
export { type Published, type PublishParts, publishFigures } from './publish.service.js';
export { unpublishedBy } from './unpublished-filter.js';
export { StatisticsService } from './statistics.service.js';
