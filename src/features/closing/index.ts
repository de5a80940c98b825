export { closingService } from './close-household.service.js';
