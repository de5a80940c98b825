export { newestPublication } from './publish.repository.js';
export { type Published, type PublishParts, publishFigures } from './publish.service.js';
export { StatisticsService } from './statistics.service.js';
