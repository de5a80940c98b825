export { faultsOfExtra } from './extra-form.js';
export { tellDueDays } from './tell-due-days.js';
export { tellIdentificationDays } from './tell-identification-days.js';
