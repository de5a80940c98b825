export { exportHousehold } from './export-household.service.js';
