export { countHouseholds, pageOfHouseholds } from './candidates.repository.js';
export { DailyScreening } from './daily-screening.js';
export { type FoundHousehold, openLeads } from './open-leads.js';
export { type CountyScreened, type RegisterScreened, screenRegister } from './screen-register.js';
export { beginPart, movePart } from './screening.repository.js';
export type { ScreeningParts, ScreeningRequest } from './screening-run.js';
