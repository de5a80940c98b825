export { AccessService } from './access.service.js';
export { findInReach } from './find-in-reach.js';
export { Reach } from './reach.js';
export { type CompiledFilter, type CountedPage, type PageWanted, RowsInReach } from './rows-in-reach.repository.js';
