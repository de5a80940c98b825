export { enterIdentities } from './enter-identities.js';
export { ID_NUMBER_PURPOSE } from './id-number-purpose.js';
export {
  claimIdentities,
  type IdentityHolder,
  membersOfIdentities,
  membersOfIdentity,
  releaseIdentity,
} from './identity.repository.js';
