export { insertChecks, newestCheckDays } from './guarantee.repository.js';
export { checkRow, faultsOfNote, type GuaranteesEntry, guaranteesAreSecure } from './guarantee-entry.js';
