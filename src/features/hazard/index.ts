export { HazardReader } from './hazard-reader.service.js';
export { HazardScreening } from './hazard-screening.service.js';
