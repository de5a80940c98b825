import type { Grant } from '../../src/domain/jurisdiction/role.js';
import { type Person, PLACE } from './story.js';

/** Which office each person of the story holds. */
export const GRANTS: Readonly<Record<Exclude<Person, 'nobody'>, Grant>> = {
  resident: { role: 'RESIDENT', region: PLACE.village },
  village: { role: 'VILLAGE_WORKER', region: PLACE.village },
  township: { role: 'TOWNSHIP_OFFICER', region: PLACE.township },
  county: { role: 'COUNTY_OFFICER', region: PLACE.county },
  auditor: { role: 'AUDITOR', region: PLACE.county },
};
