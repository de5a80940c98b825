import type { Grant } from '../../src/domain/jurisdiction/role.js';
import type { StartedRegion } from './places.js';

/** Who acts in a sequence; two persons of one office have two tokens. */
export const PEOPLE = [
  'village',
  'second-village',
  'township',
  'county',
  'second-county',
  'third-county',
  'resident',
  'analyst',
  'nobody',
] as const;
export type Person = (typeof PEOPLE)[number];

/** The offices above a village in rising order; those higher up may do what those below them may. */
export const COUNTY_OFFICERS: readonly Person[] = ['county', 'second-county', 'third-county'];

/** What each holds where the household lives; nobody has no token. */
export function grantsOf(
  person: Exclude<Person, 'nobody'>,
  { home, elsewhere, township, county }: StartedRegion,
): Grant[] {
  switch (person) {
    case 'village':
    case 'second-village': {
      const role = home === township ? 'TOWNSHIP_OFFICER' : 'VILLAGE_WORKER';
      return [home, elsewhere].map((region) => ({ role, region }));
    }
    case 'township':
      return [{ role: 'TOWNSHIP_OFFICER', region: township }];
    case 'resident':
      return [{ role: 'RESIDENT', region: county }];
    case 'analyst':
      return [{ role: 'ANALYST', region: county }];
    default:
      return [{ role: 'COUNTY_OFFICER', region: county }];
  }
}
