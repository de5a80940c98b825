export { ChangeFeed } from './change-feed.service.js';
