import type { HouseholdService } from '../household/index.js';
import { type RegisterHouseholdParts, RegisterHouseholdService } from './register-household.service.js';
import { RegistrationResolver } from './registration.resolver.js';

/** 登记室所需 · What the services of the room stand on. */
export interface RegistrationRoomParts extends RegisterHouseholdParts {
  readonly households: HouseholdService;
}

/** 登记室 · Service and resolver of the registration of households. @article none — technical */
export function assembleRegistration(parts: RegistrationRoomParts) {
  const service = new RegisterHouseholdService(parts);
  return { service, resolvers: [new RegistrationResolver(parts.households, service)] };
}
