export { AlertReader } from './alert-reader.service.js';
export { settleAlertsOfLead } from './settle-alerts.js';
