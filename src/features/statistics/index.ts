export { StatisticsService } from './statistics.service.js';
