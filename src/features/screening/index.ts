export { countHouseholds, pageOfHouseholds } from './candidates.repository.js';
export { DailyScreening } from './daily-screening.js';
export { type FoundHousehold, openLeads } from './open-leads.js';
export {
  type CountyScreened,
  type RegisterScreened,
  type ScreeningParts,
  type ScreeningRequest,
  screenRegister,
} from './screen-register.js';
export { beginPart, movePart } from './screening.repository.js';
