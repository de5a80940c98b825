export { newestPublication } from './publish.repository.js';
export { PUBLICATION_PARTS, type PublishesCounty, publishFigures } from './publish.service.js';
export { eliminatedWithin } from './published-cells.repository.js';
export {
  domainsOf,
  publicationFor,
  PublishedFigures,
  type PublishedFiguresParts,
} from './published-figures.service.js';
export { tooSmallToTell } from './published-filter.js';
export { publishedTable, refusedToAnalyst } from './published-rows.js';
export { keySumOf, ownersOf, recordKeyOf } from './record-key.repository.js';
export { reachFor } from './stat-reach.js';
export { unpublishedBy } from './unpublished-filter.js';
