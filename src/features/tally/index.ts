export { countRegister } from './count-register.js';
export { foldChanges } from './fold-changes.js';
export { tallyLoaded } from './loaded.repository.js';
export {
  holdHouseholds,
  holdingHouseholds,
  tallyClosedMeasures,
  tallyMeasures,
} from './measure-change.repository.js';
export { type ReconcileOrder, reconcileTallies, tellDrift } from './reconcile-tallies.js';
export { columnOf, keptValue, SUM_NAMES, unitValue, waitingUnits } from './tallied-units.repository.js';
export { talliesUnder } from './tallies-under.js';
export { type HeldHousehold, writeCaseChanges, writeTallyChanges } from './tally-change.repository.js';
export { tallyClosed, tallyHouseholds } from './tally-households.js';
export { TallyReader } from './tally-reader.js';
