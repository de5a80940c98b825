export { DeliveryService } from './delivery.service.js';
export { MeasureReader } from './measure-reader.service.js';
export { measureStatuses } from './measure-statuses.js';
export { PlanSupportService } from './plan-support.service.js';
export type { SupportNeeds } from './support-needs.js';
export { UrgentHelpService } from './urgent-help.service.js';
