export { AlertReader } from './alert-reader.service.js';
export { MatchWaitingAlerts } from './match-waiting-alerts.js';
export { settleAlertsOfLead } from './settle-alerts.js';
